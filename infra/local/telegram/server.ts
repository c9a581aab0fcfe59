import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from './api.ts';
import { createControl } from './control.ts';
import { createFaults, type Faults } from './faults.ts';
import { createFiles } from './files.ts';
import { createGroup, type Group, makeGroup } from './people/group.ts';
import { createPerson, type Person } from './people/person.ts';
import { createQueue, type Delivery } from './queue.ts';
import { createLimits, type Limits } from './rules/limits.ts';
import { loadState, saveState } from './state.ts';
import { addUser, type Call, type Happening, type Toast, type World } from './world.ts';

/** A person of the stand-in. Without an id, a random one of nine or ten digits. */
export interface UserProfile {
  readonly first_name: string;
  readonly id?: number;
  readonly last_name?: string;
  readonly username?: string;
  readonly language_code?: string;
  readonly phone_number?: string;
}

export interface GroupOptions {
  readonly title: string;
  readonly members: readonly { readonly id: number }[];
  /** Supergroup by default, as groups with an administrator's settings are. */
  readonly type?: 'group' | 'supergroup';
  /** The bot's standing; without it, the bot is not in the group. */
  readonly bot?: 'member' | 'administrator';
  readonly id?: number;
}

export interface TelegramOptions {
  /** On 127.0.0.1; 0 (the default) takes any free one. */
  readonly port?: number;
  readonly token: string;
  readonly bot?: { readonly first_name?: string; readonly username?: string };
  /** Keeps users, chats, files and waiting updates there over restarts. */
  readonly dataFile?: string;
  /** The phones of the chat page, in order, with what to say of each ("witness"). */
  readonly users?: readonly (UserProfile & { readonly id: number; readonly role?: string })[];
  readonly groups?: readonly (GroupOptions & { readonly id: number })[];
  /** Refuse with 429 what is above Telegram's limits; true by default. */
  readonly limits?: boolean;
  /** How long a second of back-off lasts, in milliseconds; 1000 by default, less in tests. */
  readonly secondMs?: number;
  /** An update's connection is cut after that long; 60,000 by default. */
  readonly answerTimeoutMs?: number;
}

/** A Telegram of one's own: the Bot API server, the people, and their phones. */
export interface Telegram {
  /** Such as `http://127.0.0.1:8080`: the bot's `TELEGRAM_API_ROOT`, and the address of the chat page. */
  readonly url: string;
  readonly port: number;
  readonly bot: World['bot'];
  /** Finds the person by id, or makes a new one. */
  user(profile: UserProfile): Person;
  /** Makes a group, or finds it by id. */
  group(options: GroupOptions): Promise<Group>;
  readonly faults: Faults;
  readonly limits: Limits;
  /** All calls of the Bot API, the latest last; empty it with `calls.length = 0`. */
  readonly calls: Call[];
  /** How the updates' deliveries ended, the latest last. */
  readonly deliveries: Delivery[];
  /** Resolves when the bot took, or Telegram gave up, every update. */
  idle(): Promise<void>;
  /** Moves Telegram's clock forward: for what expires after 150 s, 24 h, 48 h. */
  advance(ms: number): void;
  stop(): Promise<void>;
}

const maxLogged = 5000;
const saveDelayMs = 50;

/** Starts the stand-in; rejects with node's own error when the port is in use. */
export async function startTelegram(options: TelegramOptions): Promise<Telegram> {
  const state = loadState(options.dataFile);
  const watchers = new Set<(happening: Happening) => void>();
  const toasts: Toast[] = [];
  const deliveries: Delivery[] = [];
  let aheadMs = 0;
  let saving: NodeJS.Timeout | undefined;

  const changed = (): void => {
    const { dataFile } = options;
    if (dataFile !== undefined) saving ??= setTimeout(save, saveDelayMs, dataFile);
  };
  const save = (dataFile: string): void => {
    clearTimeout(saving);
    saving = undefined;
    saveState(dataFile, state);
  };
  const happen = (happening: Happening): void => {
    if (happening.type === 'toast') toasts.push(happening.toast);
    if (happening.type === 'delivery') keep(deliveries, happening.delivery);
    else if (happening.type === 'call') keep(world.calls, happening.call);
    else changed();
    for (const watch of watchers) watch(happening);
  };
  const now = (): number => Date.now() + aheadMs;
  const faults = createFaults(() => happen({ type: 'world' }));
  const queue = createQueue({
    state,
    faults,
    now,
    changed,
    delivered: delivery => happen({ type: 'delivery', delivery }),
    failed: () => happen({ type: 'world' }),
    secondMs: options.secondMs ?? 1000,
    answerTimeoutMs: options.answerTimeoutMs ?? 60_000,
  });
  const world: World = {
    state,
    token: options.token,
    bot: botInfo(options),
    files: createFiles(state, options.dataFile && `${options.dataFile}.files`),
    faults,
    limits: createLimits(options.limits ?? true),
    queue,
    calls: [],
    answers: new Map(),
    now,
    happen,
  };
  const api = createApi(world);
  const control = createControl(world, {
    roles: new Map(options.users?.map(({ id, role = '' }) => [id, role])),
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    person: id => createPerson(world, id, toasts),
    group: id => createGroup(world, id),
    advance: ms => telegram.advance(ms),
  });

  const server = createServer((request, response) => {
    route(request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain' });
      response.end(error instanceof Error ? error.message : String(error));
    });
  });

  async function route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const isBotApi = url.pathname.startsWith('/bot') || url.pathname.startsWith('/file/');
    return (isBotApi ? api : control)(request, response, url);
  }

  const { promise: listening, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(options.port ?? 0, '127.0.0.1', resolve);
  await listening;
  const { port } = server.address() as AddressInfo;

  const telegram: Telegram = {
    url: `http://127.0.0.1:${port}`,
    port,
    bot: world.bot,
    user: profile => createPerson(world, addUser(world, profile).id, toasts),
    group: group => makeGroup(world, group),
    faults,
    limits: world.limits,
    calls: world.calls,
    deliveries,
    idle: () => queue.idle(),
    advance(ms) {
      aheadMs += ms;
      queue.pump();
    },
    async stop() {
      queue.stop();
      if (saving !== undefined && options.dataFile !== undefined) save(options.dataFile);
      const closed = new Promise(done => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
  for (const { role: _role, ...profile } of options.users ?? []) telegram.user(profile);
  for (const group of options.groups ?? []) void telegram.group(group);
  queue.pump();
  return telegram;
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

function keep<Item>(list: Item[], item: Item): void {
  list.push(item);
  if (list.length > maxLogged) list.shift();
}
