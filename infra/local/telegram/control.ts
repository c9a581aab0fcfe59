import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { isGroup, memberOf } from './bot-api/chats.ts';
import { commandsFor } from './bot-api/settings.ts';
import type { Fault, UpdateFault } from './faults.ts';
import type { Group } from './people/group.ts';
import type { Person } from './people/person.ts';
import { samplePhoto } from './people/sample.ts';
import { type Arguments, json, readArguments, text, type Upload } from './rules/arguments.ts';
import { type Happening, userOf, type World } from './world.ts';

/** What the HTTP side needs of the code side. */
export interface Hands {
  readonly roles: ReadonlyMap<number, string>;
  watch(watcher: (happening: Happening) => void): () => void;
  person(id: number): Person;
  group(id: number): Group;
  advance(ms: number): void;
}

/** Answers a request. */
export type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

const page: Readonly<Record<string, readonly [file: string, type: string]>> = {
  '/': ['index.html', 'text/html'],
  '/style.css': ['style.css', 'text/css'],
  '/phone.css': ['phone.css', 'text/css'],
  '/bubble.css': ['bubble.css', 'text/css'],
  '/composer.css': ['composer.css', 'text/css'],
  '/tools.css': ['tools.css', 'text/css'],
  '/page.js': ['page.js', 'text/javascript'],
  '/phone.js': ['phone.js', 'text/javascript'],
  '/bubble.js': ['bubble.js', 'text/javascript'],
  '/composer.js': ['composer.js', 'text/javascript'],
  '/menu.js': ['menu.js', 'text/javascript'],
  '/offers.js': ['offers.js', 'text/javascript'],
  '/place.js': ['place.js', 'text/javascript'],
  '/tools.js': ['tools.js', 'text/javascript'],
  '/dom.js': ['dom.js', 'text/javascript'],
};

/**
 * The chat page and what its buttons do: `GET /` and its parts, `GET /events` (server-sent), `GET /media/<file id>`,
 * and `POST /control/<action>` with JSON, or multipart for files.
 */
export function createControl(world: World, hands: Hands): Route {
  return async (request, response, url) => {
    if (request.headers['sec-fetch-site'] === 'cross-site')
      return plain(response, 403, 'Only from the chat page.');
    if (url.pathname.startsWith('/control/') && request.method === 'POST') {
      return act(world, hands, request, response, url);
    }
    if (request.method !== 'GET') return plain(response, 405, 'GET only.');
    if (url.pathname === '/events') return events(world, hands, request, response);
    if (url.pathname.startsWith('/media/')) return media(world, url, response);
    const part = page[url.pathname];
    if (!part) return plain(response, 404, 'Not found.');
    const body = await readFile(new URL(`page/${part[0]}`, import.meta.url));
    response.writeHead(200, {
      'content-type': `${part[1]}; charset=utf-8`,
      'cache-control': 'no-cache',
      'content-security-policy': "default-src 'self'; img-src 'self' blob: data:; media-src 'self' blob:",
    });
    response.end(body);
  };
}

type Fields = Readonly<Record<string, unknown>>;
type Action = (world: World, hands: Hands, seat: Person, fields: Fields, uploads: Upload[]) => unknown;

/** What a person does. `user` and `chat` (that of the person and the bot by default) come with each. */
const actions: Readonly<Record<string, Action>> = {
  send: (_world, _hands, seat, fields) => seat.send(String(fields.text), reply(seat, fields)),
  start: (_world, _hands, seat, fields) => seat.start(fields.payload ? String(fields.payload) : undefined),
  edit: (_world, _hands, seat, fields) => seat.edit(shown(seat, fields), String(fields.text)),
  press: (_world, _hands, seat, fields) => seat.press(shown(seat, fields), String(fields.button)),
  forge: (_world, _hands, seat, fields) => seat.forge(shown(seat, fields), String(fields.data)),
  location: (_world, _hands, seat, { latitude, longitude, live }) =>
    live
      ? seat.liveLocation(Number(latitude), Number(longitude))
      : seat.location(Number(latitude), Number(longitude)),
  move: (_world, _hands, seat, fields) =>
    seat.moveLocation(shown(seat, fields), Number(fields.latitude), Number(fields.longitude)),
  venue: (_world, _hands, seat, { latitude, longitude, title, address }) =>
    seat.venue(Number(latitude), Number(longitude), String(title), String(address ?? '')),
  photo(_world, _hands, seat, fields, uploads) {
    const caption = String(fields.caption ?? '');
    const photos = uploads.length > 0 ? uploads : [samplePhoto()];
    if (photos.length > 1) return seat.album(photos, { caption });
    return seat.photo(photos[0], { caption, ...reply(seat, fields) });
  },
  async document(_world, _hands, seat, fields, uploads) {
    for (const upload of uploads) await seat.document(upload, { caption: String(fields.caption ?? '') });
  },
  async video(_world, _hands, seat, fields, uploads) {
    for (const upload of uploads.length > 0 ? uploads : [undefined]) {
      await seat.video(upload, { caption: String(fields.caption ?? '') });
    }
  },
  voice: (_world, _hands, seat) => seat.voice(),
  sticker: (_world, _hands, seat) => seat.sticker(),
  contact: (_world, _hands, seat, { phone_number, first_name, user_id }) =>
    seat.contact({
      phone_number: String(phone_number),
      first_name: String(first_name),
      ...(user_id ? { user_id: Number(user_id) } : {}),
    }),
  forward: (_world, _hands, seat, { title, username, message_id, date, text: words }) =>
    seat.forwardPost({
      channel: { title: String(title), ...(username ? { username: String(username) } : {}) },
      message_id: Number(message_id),
      date: Number(date),
      text: String(words),
    }),
  block: (_world, _hands, seat) => seat.block(),
  unblock: (_world, _hands, seat) => seat.unblock(),
  clear: (_world, _hands, seat) => seat.clear(),
  language: (_world, _hands, seat, fields) => seat.setLanguage(String(fields.language_code)),
  inline: (_world, _hands, seat, fields) => seat.inline(String(fields.query)),
  choose: (_world, _hands, seat, { result }) => seat.choose(result as Fields),
};

/** What goes wrong, and other things that concern nobody's phone. */
const tools: Readonly<Record<string, (world: World, hands: Hands, fields: Fields) => unknown>> = {
  fault: (world, _hands, { method, fault, times }) =>
    world.faults.next(String(method || '*'), fault as Fault, Number(times ?? 1)),
  update_fault: (world, _hands, { fault, times }) =>
    world.faults.nextUpdate(fault as UpdateFault, Number(times ?? 1)),
  outage: (world, _hands, { ms }) => world.faults.outage(Number(ms)),
  clear_faults: world => world.faults.clear(),
  limits(world, _hands, { enabled }) {
    world.limits.enabled = enabled === true;
    world.happen({ type: 'world' });
  },
  advance: (_world, hands, { ms }) => hands.advance(Number(ms)),
  add_bot: (_world, hands, { group, status }) =>
    hands.group(Number(group)).addBot(status === 'administrator' ? 'administrator' : 'member'),
  remove_bot: (_world, hands, { group }) => hands.group(Number(group)).removeBot(),
  upgrade: (_world, hands, { group }) => hands.group(Number(group)).upgrade(),
};

/**
 * An action waits for the bot, which may be down for hours; the page does not: a browser has but six connections. So
 * the answer comes without a result after that long.
 */
const patienceMs = 2000;

async function act(
  world: World,
  hands: Hands,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<void> {
  const name = url.pathname.slice('/control/'.length);
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  try {
    const from = await readArguments(url, request.headers['content-type'] ?? '', Buffer.concat(chunks));
    const fields = fieldsOf(from);
    const tool = Object.hasOwn(tools, name) ? tools[name] : undefined;
    const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (!tool && !action) return plain(response, 404, `There is no action ${name}.`);
    const done = tool
      ? tool(world, hands, fields)
      : action?.(world, hands, seatOf(hands, fields), fields, Object.values(from.files));
    const result = await Promise.race([done, wait(patienceMs, undefined, { ref: false })]);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ ok: true, result }));
  } catch (error) {
    plain(response, 400, error instanceof Error ? error.message : String(error));
  }
}

/** Texts as sent, except the few fields that are no texts. */
function fieldsOf(from: Arguments): Fields {
  const fields: Record<string, unknown> = { ...from.texts };
  for (const name of ['fault', 'result', 'enabled', 'live']) {
    if (name in fields && !(name === 'fault' && /^\w+$/.test(text(from, name))))
      fields[name] = json(from, name, name);
  }
  return fields;
}

function seatOf(hands: Hands, { user, chat }: Fields): Person {
  const person = hands.person(Number(user));
  return chat === undefined || Number(chat) === person.id ? person : person.in({ id: Number(chat) });
}

function shown(seat: Person, { message_id }: Fields) {
  const message = seat.messages().find(candidate => candidate.message_id === Number(message_id));
  if (!message) throw new Error('That message is no longer there.');
  return message;
}

function reply(seat: Person, fields: Fields) {
  return fields.reply_to ? { replyTo: shown(seat, { message_id: fields.reply_to }) } : {};
}

/** The whole picture first, then what happens, as it happens. */
function events(world: World, hands: Hands, request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  const write = (event: unknown): boolean => response.write(`data: ${JSON.stringify(event)}\n\n`);
  write({ ...overview(world, hands), type: 'all', chats: allEntries(world), calls: world.calls.slice(-200) });
  let announced = false;
  const stop = hands.watch(happening => {
    if (happening.type !== 'world' && happening.type !== 'delivery') write(happening);
    if (announced || happening.type === 'call') return;
    announced = true;
    setImmediate(() => {
      announced = false;
      write({ ...overview(world, hands), type: 'world' });
    });
  });
  request.on('close', stop);
}

function allEntries(world: World) {
  return Object.fromEntries(Object.values(world.state.chats).map(({ chat, entries }) => [chat.id, entries]));
}

/** Phones, their chats, menus and keyboards, and what is set to go wrong. */
function overview(world: World, hands: Hands) {
  const { state, faults, limits } = world;
  const records = Object.values(state.chats);
  // In the order of the options; whoever came later stands behind.
  const order = [...hands.roles.keys()];
  const place = (id: number): number => (order.includes(id) ? order.indexOf(id) : order.length);
  const members = Object.values(state.users).toSorted((a, b) => place(a.id) - place(b.id));
  const phones = members.map(member => {
    const chats = records.filter(
      record =>
        record.chat.id === member.id || (record.members[member.id] && record.migratedTo === undefined),
    );
    return {
      user: userOf(member),
      role: hands.roles.get(member.id) ?? '',
      description:
        state.texts[`description/${member.language_code?.slice(0, 2)}`] ||
        (state.texts['description/'] ?? ''),
      chats: chats.map(record => ({
        id: record.chat.id,
        title: isGroup(record) ? record.chat.title : world.bot.first_name,
        isGroup: isGroup(record),
        people: Object.keys(record.members).length,
        bot: memberOf(world, record, world.bot.id).status,
        commands: commandsFor(world, record, member.id),
        ...(record.keyboard &&
          (record.keyboard.userIds?.includes(member.id) ?? true) && { keyboard: record.keyboard }),
      })),
    };
  });
  return {
    bot: world.bot,
    phones,
    webhook: state.webhook?.url ?? '',
    webhookError: state.webhook?.lastError?.message ?? '',
    waiting: state.pending.length,
    faults: faults.list(),
    limits: limits.enabled,
  };
}

function media(world: World, url: URL, response: ServerResponse): void {
  const file = world.files.find(url.pathname.slice('/media/'.length).replace(/-thumbnail$/, ''));
  if (!file) {
    plain(response, 404, 'Not found.');
    return;
  }
  // Only pictures and films are shown; a file somebody sent is never run as a page of this address.
  const shows = /^(image\/(png|jpeg|gif|webp)|video\/\w+)$/.test(file.mime);
  response.writeHead(200, {
    'content-type': shows ? file.mime : 'application/octet-stream',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    ...(!shows && { 'content-disposition': 'attachment' }),
  });
  response.end(world.files.bytes(file));
}

function plain(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' });
  response.end(words);
}
