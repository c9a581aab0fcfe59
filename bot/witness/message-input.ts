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

/**
 * When the words of a message were written, against which they are read: of a forwarded message when its author sent it,
 * and never when it happened to be processed. `now` when there is no message, and as an upper bound.
 */
export const writtenAt = (message: Message | undefined, now: Date): Date => {
  const seconds = message?.forward_origin?.date ?? message?.date;
  return seconds === undefined ? now : new Date(Math.min(seconds * 1000, now.getTime()));
};

/** Reads a private message. File ids are sealed here: no code beyond this point sees one. */
export const meaningOf = (message: Message, identity: Identity, clean: (text: string) => string): Meaning => {
  const evidence = (kind: Evidence['kind'], fileId: string): Meaning => {
    const caption = clean(message.caption ?? '') || undefined;
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
  // A kind that is not known is somebody's message: Telegram adds kinds, and silence would lose what they say.
  return !message.forward_origin && Object.keys(message).some(isService)
    ? { kind: 'service' }
    : { kind: 'refused', why: 'poll' };
};

/** Fields of messages that nobody wrote: notes of Telegram in a private chat. */
const isService = (field: string): boolean => serviceFields.test(field);
const serviceFields =
  /^(pinned_message|message_auto_delete_timer_changed|write_access_allowed|connected_website|(users?|chat)_shared|successful_payment|refunded_payment|passport_data|web_app_data|proximity_alert_triggered|chat_background_set|boost_added|gift|unique_gift|gift_upgrade_sent|giveaway_(created|completed)|(video|voice)_chat_\w+|forum_topic_\w+|general_forum_topic_\w+|group_chat_created|migrate_\w+|new_chat_\w+|left_chat_member|delete_chat_photo|checklist_tasks_\w+|(direct_message|paid_message)_price_changed|suggested_post_\w+)$/;
