import type { IncomingMessage, ServerResponse } from 'node:http';
import type { User } from 'grammy/types';
import { commandsFor, descriptionFor } from '../bot-api/settings.ts';
import { keyboardFor } from '../world/messages.ts';
import type { ChatRecord } from '../world/state.ts';
import { isGroup } from '../world/world.ts';
import type { PageContext } from './page-context.ts';

const maxCalls = 200;

/** Sends everything first (`all`), then each event, and an overview (`world`) after whatever changed one. */
export function serveEvents(context: PageContext, request: IncomingMessage, response: ServerResponse): void {
  const { world } = context;
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  const write = (event: unknown): boolean => response.write(`data: ${JSON.stringify(event)}\n\n`);
  const chats = Object.values(world.state.chats).map(({ chat, entries }) => [chat.id, entries]);
  const calls = world.calls.slice(-maxCalls);
  write({ ...overview(context), type: 'all', chats: Object.fromEntries(chats), calls });
  let isPending = false;
  const stop = context.watch(event => {
    if (event.type !== 'world' && event.type !== 'delivery') write(event);
    if (isPending || event.type === 'call') return;
    isPending = true;
    setImmediate(() => {
      isPending = false;
      write({ ...overview(context), type: 'world' });
    });
  });
  request.on('close', stop);
}

/** Phones with their chats, menus and keyboards, and the faults that are set. */
function overview(context: PageContext) {
  const { world, roles, languages, places, note } = context;
  const { state, faults, limits } = world;
  // In the order of the options; people added later follow.
  const order = [...roles.keys()];
  const rank = (id: number): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return {
    bot: world.bot,
    languages,
    places,
    note,
    phones: Object.values(state.users)
      .toSorted((a, b) => rank(a.id) - rank(b.id))
      .map(user => phone(context, user)),
    webhook: state.webhook?.url ?? '',
    webhookError: state.webhook?.lastError?.message ?? '',
    waiting: state.pending.length,
    faults: faults.list(),
    limits: limits.enabled,
  };
}

function phone({ world, roles }: PageContext, user: User) {
  const chats = Object.values(world.state.chats).filter(
    record => record.chat.id === user.id || (record.members[user.id] && record.migratedTo === undefined),
  );
  return {
    user,
    role: roles.get(user.id) ?? '',
    description: descriptionFor(world, user.id),
    chats: chats.map((record: ChatRecord) => ({
      id: record.chat.id,
      title: isGroup(record) ? record.chat.title : world.bot.first_name,
      isGroup: isGroup(record),
      bot: record.bot,
      commands: commandsFor(world, record, user.id),
      keyboard: keyboardFor(record, user.id),
    })),
  };
}
