import type { Message } from 'grammy/types';
import type { Identity } from '../../lib/identity/identity.ts';
import type { Evidence } from '../../lib/report/report.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import type { GivenInput } from './interview/interview.ts';

type Refusals = Catalogue['witness']['refused'];

/** What a message means to the interview: an input, a kind that it cannot use (`why` names the reply), or nothing. */
type Meaning =
  | Readonly<{ kind: 'input'; input: GivenInput; live?: boolean }>
  | Readonly<{ kind: 'refused'; why: Exclude<keyof Refusals, 'fault'> }>
  | Readonly<{ kind: 'service' }>;

/** The longest caption that Telegram carries. */
const maxCaption = 1024;

/** Reads a private message. File ids are sealed here: no code beyond this point sees one. */
export const meaningOf = (message: Message, identity: Identity, clean: (text: string) => string): Meaning => {
  const evidence = (kind: Evidence['kind'], fileId: string): Meaning => {
    const caption = clean(message.caption ?? '').slice(0, maxCaption) || undefined;
    return {
      kind: 'input',
      input: {
        kind: 'evidence',
        evidence: { kind, file: identity.seal(fileId), caption },
      },
    };
  };
  if (message.text !== undefined) {
    const text = clean(message.text);
    return /[\p{L}\p{N}?]/u.test(text)
      ? { kind: 'input', input: { kind: 'text', text } }
      : { kind: 'refused', why: 'empty' };
  }
  if (message.venue) {
    const { location, title } = message.venue;
    const { latitude: lat, longitude: lon } = location;
    return {
      kind: 'input',
      input: { kind: 'point', point: { lat, lon }, origin: 'venue', title: clean(title) },
    };
  }
  if (message.location) {
    const {
      latitude: lat,
      longitude: lon,
      horizontal_accuracy: accuracy,
      live_period: live,
    } = message.location;
    return {
      kind: 'input',
      input: {
        kind: 'point',
        point: { lat, lon, accuracyMetres: accuracy },
        // Only the phone's own location has an accuracy or is live.
        origin: accuracy !== undefined || live !== undefined ? 'device' : 'map_pin',
      },
      live: live !== undefined,
    };
  }
  // Telegram lists the largest last. An animation has a `document` as well, so it is checked first.
  const photo = message.photo?.at(-1);
  if (photo) return evidence('photo', photo.file_id);
  if (message.animation || message.sticker || message.dice) return { kind: 'refused', why: 'sticker' };
  if (message.video) return evidence('video', message.video.file_id);
  if (message.video_note) return evidence('video', message.video_note.file_id);
  if (message.voice) return evidence('audio', message.voice.file_id);
  if (message.audio) return evidence('audio', message.audio.file_id);
  if (message.document) return evidence('file', message.document.file_id);
  if (message.contact) return { kind: 'refused', why: 'contact' };
  const others = ['poll', 'game', 'story', 'paid_media', 'invoice', 'giveaway', 'checklist'] as const;
  return others.some(kind => kind in message) ? { kind: 'refused', why: 'poll' } : { kind: 'service' };
};
