import type { Update, WebhookInfo } from 'grammy/types';
import { ApiError, badRequest } from '../rules/api-error.ts';
import { type Arguments, integer, json, text } from '../rules/arguments.ts';
import type { World } from '../world/world.ts';

const maxPollSeconds = 50;

/** Long polling; refused while a webhook is set. */
export async function getUpdates(world: World, from: Arguments): Promise<readonly Update[]> {
  refuseWithWebhook(world);
  const offset = integer(from, 'offset', 0);
  const untilMs = Date.now() + integer(from, 'timeout', 0, 0, maxPollSeconds) * 1000;
  setAllowedUpdates(world, from);
  for (;;) {
    const updates = world.queue.poll(offset);
    const leftMs = untilMs - Date.now();
    if (updates.length > 0 || leftMs <= 0) return updates;
    await world.queue.arrival(leftMs);
    refuseWithWebhook(world);
  }
}

function refuseWithWebhook(world: World): void {
  if (!world.state.webhook) return;
  throw new ApiError(
    409,
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  );
}

/**
 * Like a self-hosted Bot API server in local mode, accepts http URLs on any port: the real one insists on https and
 * the ports 443, 80, 88 and 8443.
 */
export function setWebhook(world: World, from: Arguments): true {
  const url = text(from, 'url');
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw badRequest('invalid webhook URL specified');
  }
  const secretToken = text(from, 'secret_token');
  if (secretToken.length > 256) throw badRequest('secret token is too long');
  if (!/^[\w-]*$/.test(secretToken)) throw badRequest('secret token contains unallowed characters');
  setAllowedUpdates(world, from);
  world.state.webhook = { url, secretToken, maxConnections: integer(from, 'max_connections', 40, 1, 100) };
  world.emit({ type: 'world' });
  world.queue.restart();
  return true;
}

export function deleteWebhook(world: World): true {
  world.state.webhook = undefined;
  world.emit({ type: 'world' });
  return true;
}

export function getWebhookInfo(world: World): WebhookInfo {
  const { webhook, pending, allowedUpdates } = world.state;
  const kinds = allowedUpdates as NonNullable<WebhookInfo['allowed_updates']>;
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: pending.length,
    max_connections: webhook?.maxConnections,
    last_error_date: webhook?.lastError?.date,
    last_error_message: webhook?.lastError?.message,
    allowed_updates: kinds.length > 0 ? kinds : undefined,
  } as WebhookInfo;
}

/** Without the argument the kinds stay as they were; an empty list stands for all. */
function setAllowedUpdates(world: World, from: Arguments): void {
  const kinds = json(from, 'allowed_updates', 'allowed_updates');
  if (kinds === undefined) return;
  if (!Array.isArray(kinds)) throw badRequest('Expected an Array of String');
  world.state.allowedUpdates = kinds.map(kind => String(kind));
}
