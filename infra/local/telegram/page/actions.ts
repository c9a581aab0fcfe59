import { setTimeout as wait } from 'node:timers/promises';
import type { Message } from 'grammy/types';
import type { Person } from '../people/person.ts';
import { samplePhoto } from '../people/sample.ts';
import { type Arguments, json, readArguments, text, type Upload } from '../rules/arguments.ts';
import type { Fault, UpdateFault } from '../world/faults.ts';
import type { PageContext } from './page-context.ts';

/** What a person does in a chat. `user` and `chat` (by default, that with the bot) come with each. */
type Action = (person: Person, from: Arguments, uploads: readonly Upload[]) => unknown;

const actions: Readonly<Record<string, Action>> = {
  send: (person, from) => person.send(text(from, 'text'), reply(person, from)),
  start: person => person.start(),
  edit: (person, from) => person.edit(shownMessage(person, from), text(from, 'text')),
  press: (person, from) => person.forge(shownMessage(person, from), text(from, 'data')),
  location(person, from) {
    const [latitude, longitude] = point(from);
    if (text(from, 'title'))
      return person.venue(latitude, longitude, text(from, 'title'), text(from, 'address'));
    return text(from, 'live') === 'true'
      ? person.liveLocation(latitude, longitude)
      : person.location(latitude, longitude);
  },
  move: (person, from) => person.moveLocation(shownMessage(person, from), ...point(from)),
  photo(person, from, uploads) {
    const caption = text(from, 'caption');
    const [photo = samplePhoto(), ...others] = uploads;
    if (others.length > 0) return person.album(uploads, { caption });
    return person.photo(photo, { caption, ...reply(person, from) });
  },
  video: fileAction('video'),
  animation: fileAction('animation'),
  audio: fileAction('audio'),
  document: fileAction('document'),
  video_note: person => person.videoNote(),
  voice: person => person.voice(),
  sticker: person => person.sticker(),
  contact: (person, from) =>
    person.contact({
      phone_number: text(from, 'phone_number'),
      first_name: text(from, 'first_name'),
      user_id: Number(text(from, 'user_id')) || undefined,
    }),
  forward: (person, from) =>
    person.forwardPost({
      channel: { title: text(from, 'title'), username: text(from, 'username') || undefined },
      message_id: Number(text(from, 'message_id')),
      date: Number(text(from, 'date')),
      text: text(from, 'text'),
    }),
  block: person => person.block(),
  unblock: person => person.unblock(),
  clear: person => person.clear(),
  language: (person, from) => person.setLanguage(text(from, 'language_code')),
};

function fileAction(kind: 'video' | 'animation' | 'audio' | 'document'): Action {
  return async (person, from, uploads) => {
    for (const upload of uploads) await person[kind](upload, { caption: text(from, 'caption') });
  };
}

/** Faults and the clock, which belong to no person. */
const tools: Readonly<Record<string, (context: PageContext, from: Arguments) => unknown>> = {
  fault: ({ world }, from) =>
    world.faults.next(
      text(from, 'method') || '*',
      json(from, 'fault', 'fault') as Fault,
      Number(text(from, 'times') || 1),
    ),
  update_fault: ({ world }, from) => world.faults.nextUpdate(text(from, 'fault') as UpdateFault),
  outage: ({ world }, from) => world.faults.outage(Number(text(from, 'ms'))),
  clear_faults: ({ world }) => world.faults.clear(),
  limits({ world }, from) {
    world.limits.enabled = text(from, 'enabled') === 'true';
    world.emit({ type: 'world' });
  },
  advance: (context, from) => context.advance(Number(text(from, 'ms'))),
};

const maxWaitMs = 2000;

/**
 * Runs `/control/<action>`; resolves when the bot has answered, at the latest after two seconds. False when there is
 * no such action; throws an error to be shown when the person cannot do that.
 */
export async function runAction(
  context: PageContext,
  url: URL,
  contentType: string,
  body: Buffer,
): Promise<boolean> {
  const name = url.pathname.slice('/control/'.length);
  const tool = Object.hasOwn(tools, name) ? tools[name] : undefined;
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  const from = await readArguments(url, contentType, body);
  const done = tool?.(context, from) ?? action?.(actor(context, from), from, Object.values(from.files));
  await Promise.race([done, wait(maxWaitMs, undefined, { ref: false })]);
  return tool !== undefined || action !== undefined;
}

function actor(context: PageContext, from: Arguments): Person {
  const person = context.person(Number(text(from, 'user')));
  const chat = Number(text(from, 'chat')) || person.id;
  return chat === person.id ? person : person.in({ id: chat });
}

function shownMessage(person: Person, from: Arguments, field = 'message_id'): Message {
  const id = Number(text(from, field));
  const message = person.messages().find(({ message_id }) => message_id === id);
  if (!message) throw new Error('That message is no longer there.');
  return message;
}

function reply(person: Person, from: Arguments): { replyTo?: Message } {
  return text(from, 'reply_to') ? { replyTo: shownMessage(person, from, 'reply_to') } : {};
}

function point(from: Arguments): [latitude: number, longitude: number] {
  return [Number(text(from, 'latitude')), Number(text(from, 'longitude'))];
}
