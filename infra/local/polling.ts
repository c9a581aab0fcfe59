import { setTimeout as pause } from 'node:timers/promises';
import { type Api, GrammyError } from 'grammy/web';
import type { HandleUpdate } from '../../bot/bot.ts';
import { allowedUpdates } from '../../bot/telegram/allowed-updates.ts';

const pollSeconds = 25;
const pauseMs = 3000;
/** After that many attempts an update is given up, as Telegram's webhook delivery does after a day. */
const attempts = 8;

/**
 * Long polling instead of a webhook: handles updates one by one until `signal` aborts. Confirms an update only after it
 * was handled, so a crash repeats it. Retries network errors; throws when Telegram refuses the token.
 */
export const poll = async (
  api: Api,
  takeUpdate: HandleUpdate,
  { signal, onTrouble }: Readonly<{ signal: AbortSignal; onTrouble: (what: string) => void }>,
): Promise<void> => {
  let offset = 0;
  while (!signal.aborted) {
    try {
      const updates = await api.getUpdates(
        { offset, timeout: pollSeconds, allowed_updates: allowedUpdates },
        // grammY's web build and Node's types name the same signal.
        signal as Parameters<Api['getUpdates']>[1],
      );
      for (const update of updates) {
        for (let attempt = 1; attempt <= attempts; attempt += 1) {
          const taken = await takeUpdate(update);
          if (taken.kind !== 'later') break;
          await pause(taken.seconds * 1000, undefined, { signal });
        }
        offset = update.update_id + 1;
      }
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)) throw error;
      onTrouble(error instanceof Error ? error.name : 'unknown');
      await pause(pauseMs, undefined, { signal }).catch(() => {});
    }
  }
};
