import type { Message, MessageOrigin } from 'grammy/types';
import { type MediaKind, uploadContent } from '../bot-api/media.ts';
import type { Upload } from '../rules/arguments.ts';
import { plainText } from '../rules/entities.ts';
import { captionContent, textContent } from '../world/messages.ts';
import type { World } from '../world/world.ts';
import { editPost, type Participant, post } from './posting.ts';
import { sampleFile, samplePhoto } from './sample.ts';
import { reply, type SendOptions } from './writing.ts';

interface FileOptions extends SendOptions {
  readonly caption?: string;
}

/** A channel's post, as a person forwards it. */
interface ChannelPost {
  readonly channel: { readonly title: string; readonly username?: string | undefined };
  readonly message_id: number;
  /** Unix time in seconds. */
  readonly date: number;
  readonly text?: string;
  /** With a photo, the text is its caption. */
  readonly photo?: Upload;
}

export interface Sharer {
  /** Shares a place; `accuracy` in metres, as only the phone's own location has it. */
  location(latitude: number, longitude: number, options?: { accuracy?: number }): Promise<Message>;
  liveLocation(latitude: number, longitude: number, periodSeconds?: number): Promise<Message>;
  moveLocation(message: Message, latitude: number, longitude: number): Promise<Message>;
  venue(latitude: number, longitude: number, title: string, address: string): Promise<Message>;
  /** These send a small sample unless a file is given. */
  photo(upload?: Upload, options?: FileOptions): Promise<Message>;
  video(upload?: Upload, options?: FileOptions): Promise<Message>;
  animation(upload?: Upload, options?: FileOptions): Promise<Message>;
  audio(upload?: Upload, options?: FileOptions): Promise<Message>;
  document(upload?: Upload, options?: FileOptions): Promise<Message>;
  videoNote(): Promise<Message>;
  voice(): Promise<Message>;
  sticker(): Promise<Message>;
  /** Sends photos as an album: one message for each, the same media_group_id, the caption on the first. */
  album(uploads: readonly Upload[], options?: FileOptions): Promise<Message[]>;
  contact(contact: {
    phone_number: string;
    first_name: string;
    user_id?: number | undefined;
  }): Promise<Message>;
  /** Forwards a channel's post. */
  forwardPost(post: ChannelPost): Promise<Message>;
  /** Forwards somebody's message. */
  forward(origin: MessageOrigin, text: string): Promise<Message>;
}

export function createSharer(world: World, participant: () => Participant): Sharer {
  const share = (content: Parameters<typeof post>[2]) => post(world, participant(), content);
  const file =
    (kind: MediaKind, sample: () => Upload) =>
    (upload: Upload = sample(), { caption = '', replyTo }: FileOptions = {}) =>
      share({
        ...reply(replyTo),
        ...uploadContent(world, kind, upload),
        ...captionContent(plainText(caption)),
      });
  const videoNote = file('video_note', () => sampleFile('note.mp4', 'video/mp4'));
  const voice = file('voice', () => sampleFile('voice.ogg', 'audio/ogg'));
  const sticker = file('sticker', () => sampleFile('sticker.webp', 'image/webp'));
  return {
    location: (latitude, longitude, { accuracy: horizontal_accuracy } = {}) =>
      share({
        location: { latitude, longitude, horizontal_accuracy } as Message.LocationMessage['location'],
      }),
    liveLocation: (latitude, longitude, live_period = 900) =>
      share({ location: { latitude, longitude, live_period } }),
    moveLocation: (message, latitude, longitude) =>
      editPost(world, participant(), message.message_id, old => ({
        ...old,
        location: { ...old.location, latitude, longitude },
      })),
    venue: (latitude, longitude, title, address) => {
      const location = { latitude, longitude };
      return share({ location, venue: { location, title, address } });
    },
    photo: file('photo', () => samplePhoto()),
    video: file('video', () => sampleFile('video.mp4', 'video/mp4')),
    animation: file('animation', () => sampleFile('animation.mp4', 'video/mp4')),
    audio: file('audio', () => sampleFile('audio.mp3', 'audio/mpeg')),
    document: file('document', () => sampleFile('document.txt', 'text/plain')),
    videoNote: () => videoNote(),
    voice: () => voice(),
    sticker: () => sticker(),
    album(uploads, { caption = '' } = {}) {
      const media_group_id = String(13_000_000_000_000_000n + BigInt(Math.floor(world.now() * 10)));
      const contents = uploads.map((upload, index) => ({
        media_group_id,
        ...uploadContent(world, 'photo', upload),
        ...captionContent(plainText(index === 0 ? caption : '')),
      }));
      return Promise.all(contents.map(share));
    },
    contact: contact => share({ contact } as Parameters<typeof share>[0]),
    forwardPost({ channel, message_id, date, text = '', photo }) {
      const chat = { id: -1_001_234_567_890, type: 'channel', ...channel };
      const content = photo
        ? { ...uploadContent(world, 'photo', photo), ...captionContent(plainText(text)) }
        : textContent(plainText(text));
      const forward_origin = { type: 'channel', chat, message_id, date } as MessageOrigin;
      return share({ ...content, forward_origin });
    },
    forward: (forward_origin, text) => share({ ...textContent(plainText(text)), forward_origin }),
  };
}
