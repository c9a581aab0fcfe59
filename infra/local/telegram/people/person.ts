import type { BotCommand, InlineKeyboardButton, Message, MessageOrigin, User } from 'grammy/types';
import type { CallbackAnswer, InlineAnswer } from '../bot-api/answering.ts';
import { fileContent, type MediaKind } from '../bot-api/media.ts';
import { commandsFor } from '../bot-api/settings.ts';
import type { Upload } from '../rules/arguments.ts';
import { maxTextLength, plainText } from '../rules/entities.ts';
import type { Markup } from '../rules/markup.ts';
import type { ChatRecord, Entry } from '../state.ts';
import {
  captionContent,
  chatById,
  deleteEntries,
  replied,
  type Toast,
  textContent,
  userById,
  userOf,
  type World,
} from '../world.ts';
import {
  blockBot,
  editPost,
  type Post,
  post,
  postResult,
  pressButton,
  queryInline,
  type Seat,
  unblockBot,
} from './posting.ts';
import { samplePhoto } from './sample.ts';

export interface SendOptions {
  readonly replyTo?: Message;
}

export interface FileOptions extends SendOptions {
  readonly caption?: string;
  /** Pretends that the file has that many bytes. */
  readonly size?: number;
}

/** A post of a channel, as a person forwards it. */
export interface ChannelPost {
  readonly channel: { readonly title: string; readonly username?: string; readonly id?: number };
  readonly message_id: number;
  /** Unix time in seconds. */
  readonly date: number;
  readonly text?: string;
  /** With a photo the text is its caption. */
  readonly photo?: Upload;
  readonly author_signature?: string;
}

/**
 * A person with Telegram on the phone, in the private chat with the bot or (by `in`) in a group. Every action that
 * tells the bot something resolves when the bot answered the update with 2xx, or Telegram gave up on it.
 */
export interface Person {
  readonly id: number;
  readonly user: User;
  readonly chatId: number;
  /** The same person in a group they belong to. */
  in(group: { readonly id: number }): Person;
  /** Sends a text; one above 4096 characters goes as several messages, as clients do. Returns the last. */
  send(text: string, options?: SendOptions): Promise<Message>;
  /** Presses Start; a payload is that of a deep link. Unblocks the bot first where needed. */
  start(payload?: string): Promise<Message>;
  edit(message: Message, text: string): Promise<Message>;
  /** Presses a button, by its label or its callback data, of this message or of the latest that has one. */
  press(button: string): Promise<CallbackAnswer | undefined>;
  press(message: Message, button: string): Promise<CallbackAnswer | undefined>;
  /** Sends callback data that no button carries, as a modified client can. */
  forge(message: Message, data: string): Promise<CallbackAnswer | undefined>;
  /** Shares a place; `accuracy` in metres. */
  location(
    latitude: number,
    longitude: number,
    options?: SendOptions & { accuracy?: number },
  ): Promise<Message>;
  liveLocation(latitude: number, longitude: number, periodSeconds?: number): Promise<Message>;
  moveLocation(message: Message, latitude: number, longitude: number): Promise<Message>;
  venue(latitude: number, longitude: number, title: string, address: string): Promise<Message>;
  /** Sends a photo; without one, a small sample. */
  photo(upload?: Upload, options?: FileOptions): Promise<Message>;
  /** Sends photos as an album: separate messages, one media_group_id, the caption on the first. */
  album(uploads: readonly Upload[], options?: FileOptions): Promise<Message[]>;
  video(upload?: Upload, options?: FileOptions): Promise<Message>;
  document(upload: Upload, options?: FileOptions): Promise<Message>;
  voice(): Promise<Message>;
  sticker(): Promise<Message>;
  contact(contact: { phone_number: string; first_name: string; user_id?: number }): Promise<Message>;
  /** Forwards a post of a channel to the chat. */
  forwardPost(post: ChannelPost): Promise<Message>;
  /** Forwards a message of somebody: with their account, or with a hidden one. */
  forward(origin: MessageOrigin, text: string): Promise<Message>;
  block(): Promise<void>;
  unblock(): Promise<void>;
  /** Clears the chat on all sides; the bot is not told. */
  clear(): void;
  /** Types the bot's name and a query, in any chat: what the bot offers. */
  inline(query: string): Promise<InlineAnswer | undefined>;
  /** Sends one of the results offered. */
  choose(result: Readonly<Record<string, unknown>>): Promise<Message>;
  setLanguage(languageCode: string): void;
  /** What the chat shows now. */
  messages(): Message[];
  /** The bot's latest message in the chat; throws when there is none. */
  last(): Message;
  /** The labels of the latest inline keyboard, or of that of the message, by rows. */
  buttons(message?: Message): string[][];
  /** The keyboard or forced reply that is open below the chat. */
  keyboard(): Markup | undefined;
  commands(): readonly BotCommand[];
  /** Notes and alerts shown to the person so far, in any chat. */
  readonly toasts: readonly Toast[];
}

export function createPerson(
  world: World,
  userId: number,
  toasts: readonly Toast[],
  chatId = userId,
): Person {
  const record = (): ChatRecord => chatById(world, chatId);
  const seat = (): Seat => ({ record: record(), member: userById(world, userId) });
  const say = async (content: Post, options: SendOptions = {}): Promise<Message> => {
    const reply = options.replyTo && { reply_to_message: replied(options.replyTo) };
    const { message } = await post(world, seat(), { ...reply, ...content });
    return message;
  };
  const file = (kind: MediaKind, upload: Upload, { caption = '', size, ...options }: FileOptions = {}) =>
    say({ ...fileContent(world, kind, upload, size), ...captionContent(plainText(caption)) }, options);

  const person: Person = {
    id: userId,
    get user() {
      return userOf(userById(world, userId));
    },
    chatId,
    in: group => createPerson(world, userId, toasts, group.id),
    async send(typed, options) {
      const characters = [...typed];
      let message = await say(textContent(plainText(characters.splice(0, maxTextLength).join(''))), options);
      while (characters.length > 0) {
        message = await say(textContent(plainText(characters.splice(0, maxTextLength).join(''))));
      }
      return message;
    },
    async start(payload) {
      if (record().bot === 'kicked') await unblockBot(world, seat());
      return person.send(payload === undefined ? '/start' : `/start ${payload}`);
    },
    edit: (message, typed) =>
      editPost(world, seat(), message.message_id, ({ caption, ...old }) =>
        old.text === undefined
          ? { ...old, ...captionContent(plainText(typed)) }
          : { ...old, entities: undefined, ...textContent(plainText(typed)) },
      ),
    async press(first: Message | string, second?: string) {
      const label = second ?? (first as string);
      const entry = typeof first === 'string' ? undefined : current(record(), first);
      const found = findButton(record(), label, entry);
      if (!found) throw new Error(`There is no button "${label}". There are: ${labels(record().entries)}.`);
      if (typeof found === 'string') return void (await person.send(found));
      return pressButton(world, seat(), found.entry.message, found.button);
    },
    forge: (message, callback_data) => pressButton(world, seat(), message, { text: '', callback_data }),
    location: (latitude, longitude, { accuracy, ...options } = {}) =>
      say(
        {
          location: { latitude, longitude, ...(accuracy !== undefined && { horizontal_accuracy: accuracy }) },
        },
        options,
      ),
    liveLocation: (latitude, longitude, live_period = 900) =>
      say({ location: { latitude, longitude, live_period } }),
    moveLocation: (message, latitude, longitude) =>
      editPost(world, seat(), message.message_id, old => ({
        ...old,
        location: { ...old.location, latitude, longitude },
      })),
    venue: (latitude, longitude, title, address) => {
      const location = { latitude, longitude };
      return say({ location, venue: { location, title, address } });
    },
    photo: (upload = samplePhoto(), options) => file('photo', upload, options),
    async album(uploads, { caption = '' } = {}) {
      const media_group_id = String(13_000_000_000_000_000n + BigInt(Math.floor(world.now() * 10)));
      const sent = uploads.map((upload, index) =>
        say({
          media_group_id,
          ...fileContent(world, 'photo', upload),
          ...(index === 0 && captionContent(plainText(caption))),
        }),
      );
      return Promise.all(sent);
    },
    video: (upload = sampleFile('video.mp4', 'video/mp4'), options) => file('video', upload, options),
    document: (upload, options) => file('document', upload, options),
    voice: () => file('voice', sampleFile('voice.ogg', 'audio/ogg')),
    sticker: () => file('sticker', sampleFile('sticker.webp', 'image/webp')),
    contact: contact => say({ contact }),
    forwardPost({ channel, message_id, date, text = '', photo, author_signature }) {
      const chat = { id: -1_001_234_567_890, type: 'channel' as const, ...channel };
      const signature = author_signature && { author_signature };
      const content = photo
        ? { ...fileContent(world, 'photo', photo), ...captionContent(plainText(text)) }
        : textContent(plainText(text));
      return say({ ...content, forward_origin: { type: 'channel', chat, message_id, date, ...signature } });
    },
    forward: (forward_origin, words) => say({ ...textContent(plainText(words)), forward_origin }),
    block: () => blockBot(world, seat()),
    unblock: () => unblockBot(world, seat()),
    clear() {
      const ids = record().entries.map(({ message }) => message.message_id);
      deleteEntries(world, record(), ids);
      delete record().keyboard;
    },
    inline: query => queryInline(world, seat(), query),
    choose: result => postResult(world, seat(), result),
    setLanguage(language_code) {
      world.state.users[userId] = { ...userById(world, userId), language_code };
      world.happen({ type: 'world' });
    },
    messages: () => record().entries.map(({ message }) => message),
    last() {
      const entry = record().entries.findLast(({ message }) => message.from?.id === world.bot.id);
      if (!entry) throw new Error('The bot has sent nothing to this chat.');
      return entry.message;
    },
    buttons(message) {
      const entry = message
        ? current(record(), message)
        : record().entries.findLast(({ message: shown }) => shown.reply_markup);
      return entry?.message.reply_markup?.inline_keyboard.map(row => row.map(button => button.text)) ?? [];
    },
    keyboard() {
      const open = record().keyboard;
      return open && (open.userIds?.includes(userId) ?? true) ? open.markup : undefined;
    },
    commands: () => commandsFor(world, record(), userId),
    get toasts() {
      return toasts.filter(toast => toast.userId === userId);
    },
  };
  return person;
}

function sampleFile(name: string, mime: string): Upload {
  return { name, mime, bytes: new TextEncoder().encode(`A sample in place of ${name}.`) };
}

/** The message as the chat shows it now; one that was deleted stays pressable as it was. */
function current(record: ChatRecord, message: Message): Entry {
  return record.entries.find(entry => entry.message.message_id === message.message_id) ?? { message };
}

/** A button of the message or of the latest that has it; a text for a button of the reply keyboard. */
function findButton(
  record: ChatRecord,
  label: string,
  only: Entry | undefined,
): { entry: Entry; button: InlineKeyboardButton } | string | undefined {
  for (const entry of only ? [only] : record.entries.toReversed()) {
    const keyboard = entry.message.reply_markup?.inline_keyboard.flat() ?? [];
    const button =
      keyboard.find(({ text }) => text === label) ??
      keyboard.find(candidate => 'callback_data' in candidate && candidate.callback_data === label);
    if (button) return { entry, button };
  }
  const open = record.keyboard?.markup;
  const keys = open && 'keyboard' in open ? open.keyboard.flat() : [];
  const key = keys.find(candidate => (typeof candidate === 'string' ? candidate : candidate.text) === label);
  if (typeof key === 'object' && Object.keys(key).some(name => name.startsWith('request_'))) {
    throw new Error(
      `The key "${label}" sends no text: do what it asks for, such as location() or contact().`,
    );
  }
  return typeof key === 'object' ? key.text : key;
}

function labels(entries: readonly Entry[]): string {
  const shown = entries.findLast(({ message }) => message.reply_markup)?.message.reply_markup;
  return shown?.inline_keyboard.flatMap(row => row.map(({ text }) => `"${text}"`)).join(', ') ?? 'none';
}
