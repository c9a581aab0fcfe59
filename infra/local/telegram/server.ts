import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createBotApi } from './bot-api/http.ts';
import type { Place } from './page/page-context.ts';
import { createPageRoutes } from './page/routes.ts';
import { type Group, type GroupOptions, makeGroup } from './people/group.ts';
import { createPerson, type Person } from './people/person.ts';
import { createLimits, type Limits } from './rules/limits.ts';
import { createFaults, type Faults } from './world/faults.ts';
import { createFiles } from './world/files.ts';
import type { Delivery } from './world/job.ts';
import { createQueue } from './world/queue.ts';
import { loadState, type State, saveState } from './world/state.ts';
import { addUser, type Call, type Toast, type World, type WorldEvent } from './world/world.ts';

/** A person. Without an id, they get a random one of nine or ten digits. */
interface UserProfile {
  readonly first_name: string;
  readonly id?: number;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
}

export interface TelegramOptions {
  /** On 127.0.0.1; 0 (the default) takes a free one. */
  readonly port?: number;
  readonly token: string;
  readonly bot?: { readonly first_name?: string; readonly username?: string };
  /** Keeps users, chats, files and pending updates across restarts. */
  readonly dataFile?: string;
  /** The phones of the chat page in order, with what to call each person ("witness"). */
  readonly users?: readonly (UserProfile & { readonly id: number; readonly role?: string })[];
  readonly groups?: readonly (GroupOptions & { readonly id: number })[];
  /** What the page offers for the languages of phones, and for places to share. */
  readonly languages?: readonly string[];
  readonly places?: readonly Place[];
  /** A line at the top of the page, of what is different here. */
  readonly note?: string;
  /** Answers 429 above Telegram's limits; true by default. */
  readonly limits?: boolean;
  /** How long a second of back-off lasts, in milliseconds; 1000 by default, less in tests. */
  readonly secondMs?: number;
  /** When the connection of an unanswered update is cut; 60,000 by default. */
  readonly answerTimeoutMs?: number;
}

/** A stand-in for Telegram: the Bot API server, people, and the page with their phones. */
export interface Telegram {
  /** Such as `http://127.0.0.1:8080`: the bot's `TELEGRAM_API_ROOT`, and the address of the chat page. */
  readonly url: string;
  readonly bot: World['bot'];
  /** Finds the person by id, or adds a new one. */
  user(profile: UserProfile): Person;
  /** Finds the group by id, or adds a new one. */
  group(options: GroupOptions): Promise<Group>;
  readonly faults: Faults;
  readonly limits: Limits;
  /** The latest calls of the Bot API, oldest first; `calls.length = 0` empties it. */
  readonly calls: Call[];
  /** How the deliveries of the latest updates ended, oldest first. */
  readonly deliveries: Delivery[];
  /** Resolves when no update is pending. */
  idle(): Promise<void>;
  /** Moves Telegram's clock forward: for what expires after 150 s, 24 h, 48 h. */
  advance(ms: number): void;
  stop(): Promise<void>;
}

const maxLogged = 5000;
const saveDelayMs = 50;

/**
 * Starts the stand-in. Rejects with Node's own error when the port cannot be listened on. Long because it joins all its
 * parts, each in a line or two.
 */
export async function startTelegram(options: TelegramOptions): Promise<Telegram> {
  const state = loadState(options.dataFile);
  const saver = createSaver(options.dataFile, state);
  const watchers = new Set<(event: WorldEvent) => void>();
  const toasts: Toast[] = [];
  const deliveries: Delivery[] = [];
  const clock = { aheadMs: 0 };
  const world = createWorld(options, state, {
    now: () => Date.now() + clock.aheadMs,
    changed: saver.schedule,
    emit(event) {
      if (event.type === 'toast') toasts.push(event.toast);
      if (event.type === 'delivery') keep(deliveries, event.delivery);
      else if (event.type === 'call') keep(world.calls, event.call);
      else saver.schedule();
      for (const watch of watchers) watch(event);
    },
  });
  const advance = (ms: number): void => {
    clock.aheadMs += ms;
    world.queue.pump();
  };
  const { server, port } = await listen(options.port ?? 0, [
    createBotApi(world),
    createPageRoutes({
      world,
      roles: new Map(options.users?.map(({ id, role = '' }) => [id, role])),
      languages: options.languages ?? [],
      places: options.places ?? [],
      note: options.note ?? '',
      person: id => createPerson(world, id, toasts),
      watch(watcher) {
        watchers.add(watcher);
        return () => watchers.delete(watcher);
      },
      advance,
    }),
  ]);
  for (const { role: _, ...profile } of options.users ?? []) addUser(world, profile);
  for (const group of options.groups ?? []) void makeGroup(world, group);
  world.queue.pump();
  return {
    url: `http://127.0.0.1:${port}`,
    bot: world.bot,
    user: profile => createPerson(world, addUser(world, profile).id, toasts),
    group: group => makeGroup(world, group),
    faults: world.faults,
    limits: world.limits,
    calls: world.calls,
    deliveries,
    idle: () => world.queue.idle(),
    advance,
    async stop() {
      world.queue.stop();
      saver.flush();
      const closed = new Promise(done => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

function createWorld(
  options: TelegramOptions,
  state: State,
  { now, changed, emit }: Pick<World, 'now' | 'emit'> & { readonly changed: () => void },
): World {
  const faults = createFaults(() => emit({ type: 'world' }));
  const queue = createQueue({
    state,
    faults,
    now,
    changed,
    delivered: delivery => emit({ type: 'delivery', delivery }),
    failed: () => emit({ type: 'world' }),
    secondMs: options.secondMs ?? 1000,
    answerTimeoutMs: options.answerTimeoutMs ?? 60_000,
  });
  return {
    state,
    token: options.token,
    bot: botInfo(options),
    files: createFiles(state, options.dataFile && `${options.dataFile}.files`),
    faults,
    limits: createLimits(options.limits ?? true),
    queue,
    calls: [],
    answers: new Map(),
    inlineAnswers: new Map(),
    now,
    emit,
  };
}

function botInfo({ token, bot }: TelegramOptions): World['bot'] {
  return {
    id: Number.parseInt(token, 10) || 5_000_000_001,
    is_bot: true,
    first_name: bot?.first_name ?? 'Svidok',
    username: bot?.username ?? 'svidok_bot',
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_guest_queries: false,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}

/** Saves the state soon after a change, and at once by `flush`. Does nothing without a file. */
function createSaver(file: string | undefined, state: State) {
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    if (file === undefined || timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    saveState(file, state);
  };
  const schedule = (): void => {
    timer ??= setTimeout(flush, saveDelayMs);
  };
  return { schedule, flush };
}

type Route = (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>;

async function listen(
  port: number,
  [botApi, page]: readonly [Route, Route],
): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const route = /^\/bot[^/]*\//.test(url.pathname) ? botApi : page;
    route(request, response, url).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(error instanceof Error ? error.message : String(error));
    });
  });
  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, '127.0.0.1', resolve);
  await listening;
  return { server, port: (server.address() as AddressInfo).port };
}

function keep<Item>(list: Item[], item: Item): void {
  list.push(item);
  if (list.length > maxLogged) list.shift();
}
