import type { Update } from 'grammy/types';
import type { Delivery } from './job.ts';
import type { World } from './world.ts';

const lifetimeMs: Readonly<Record<string, number>> = {
  callback_query: 150_000,
  inline_query: 30_000,
};
const messageLifetimeMs = 86_400_000;

/** Queues an update, unless the bot asked not to receive its kind. Resolves when the bot accepted it, or it expired. */
export function pushUpdate(world: World, key: string, content: Omit<Update, 'update_id'>): Promise<Delivery> {
  const kind = Object.keys(content)[0] ?? '';
  const update: Update = { update_id: world.state.nextUpdateId, ...content };
  const { allowedUpdates } = world.state;
  if (allowedUpdates.length > 0 && !allowedUpdates.includes(kind)) {
    return Promise.resolve({ update, outcome: 'dropped', attempts: [] });
  }
  world.state.nextUpdateId += 1;
  return world.queue.push({
    update,
    key,
    expiresAtMs: world.now() + (lifetimeMs[kind] ?? messageLifetimeMs),
  });
}
