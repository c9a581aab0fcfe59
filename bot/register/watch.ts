import { type Api, GrammyError } from 'grammy/web';
import type { Log } from '../runtime/log.ts';

/** Telegram tries again at most two minutes after a failure: older than this, it has delivered since or has nothing left. */
const recentMs = 3 * 60_000;

/**
 * Measures how Telegram sees the webhook: whether it still has this address, how many updates wait to be delivered, and
 * whether delivering fails at present. Throws when Telegram cannot be asked; if that is because the token was revoked, the
 * registration counts as lost.
 */
export const watchRegistration = async (
  api: Api,
  webhookUrl: string,
  { log, now }: Readonly<{ log: Log; now: () => Date }>,
): Promise<void> => {
  const info = await api.getWebhookInfo().catch((error: unknown) => {
    if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404))
      log.measure('telegram', [{ name: 'NotRegistered', value: 1 }], { why: 'token' });
    throw error;
  });
  const sinceFailureMs = now().getTime() - (info.last_error_date ?? 0) * 1000;
  log.measure('telegram', [
    { name: 'NotRegistered', value: info.url === webhookUrl ? 0 : 1 },
    { name: 'UpdatesPending', value: info.pending_update_count },
    { name: 'DeliveryFailing', value: sinceFailureMs < recentMs ? 1 : 0 },
  ]);
};
