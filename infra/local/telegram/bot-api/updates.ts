import type { Update, WebhookInfo } from 'grammy/types';
import { type Arguments, flag, integer, json, text } from '../rules/arguments.ts';
import { badRequest, Refusal } from '../rules/refusal.ts';
import type { World } from '../world.ts';

const maxPollSeconds = 50;

/** Long polling; refused while a webhook is set. */
export async function getUpdates(world: World, from: Arguments): Promise<readonly Update[]> {
  refuseWithWebhook(world);
  const offset = integer(from, 'offset', 0);
  const limit = integer(from, 'limit', 100, 1, 100);
  const untilMs = Date.now() + integer(from, 'timeout', 0, 0, maxPollSeconds) * 1000;
  setAllowedUpdates(world, from);
  for (;;) {
    const updates = world.queue.poll(offset, limit);
    const leftMs = untilMs - Date.now();
    if (updates.length > 0 || leftMs <= 0) return updates;
    await world.queue.arrival(leftMs);
    refuseWithWebhook(world);
  }
}

function refuseWithWebhook(world: World): void {
  if (!world.state.webhook) return;
  throw new Refusal(
    409,
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
  );
}

/**
 * Like a self-hosted Bot API server in local mode, it takes http addresses on any port: the real one insists on
 * https and the ports 443, 80, 88 and 8443.
 */
export function setWebhook(world: World, from: Arguments): true {
  const url = text(from, 'url');
  if (url === '') return deleteWebhook(world, from);
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw badRequest('invalid webhook URL specified');
  }
  const secretToken = text(from, 'secret_token');
  if (secretToken.length > 256) throw badRequest('secret token is too long');
  if (!/^[\w-]*$/.test(secretToken)) throw badRequest('secret token contains unallowed characters');
  if (flag(from, 'drop_pending_updates')) world.queue.drop();
  setAllowedUpdates(world, from);
  const ipAddress = text(from, 'ip_address');
  world.state.webhook = {
    url,
    secretToken,
    maxConnections: integer(from, 'max_connections', 40, 1, 100),
    ...(ipAddress && { ipAddress }),
  };
  world.happen({ type: 'world' });
  world.queue.restart();
  return true;
}

export function deleteWebhook(world: World, from: Arguments): true {
  if (flag(from, 'drop_pending_updates')) world.queue.drop();
  world.state.webhook = undefined;
  world.happen({ type: 'world' });
  return true;
}

export function getWebhookInfo(world: World): WebhookInfo {
  const { webhook, pending, allowedUpdates } = world.state;
  return {
    url: webhook?.url ?? '',
    has_custom_certificate: false,
    pending_update_count: pending.length,
    ...(webhook && { max_connections: webhook.maxConnections }),
    ...(webhook?.ipAddress && { ip_address: webhook.ipAddress }),
    ...(webhook?.lastError && {
      last_error_date: webhook.lastError.date,
      last_error_message: webhook.lastError.message,
    }),
    ...(allowedUpdates.length > 0 && {
      allowed_updates: allowedUpdates as NonNullable<WebhookInfo['allowed_updates']>,
    }),
  };
}

/** Not given: as before. An empty list: all kinds. */
function setAllowedUpdates(world: World, from: Arguments): void {
  const kinds = json(from, 'allowed_updates', 'allowed_updates');
  if (kinds === undefined) return;
  if (!Array.isArray(kinds)) throw badRequest('Expected an Array of String');
  world.state.allowedUpdates = kinds.map(kind => String(kind));
}
