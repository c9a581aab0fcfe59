import { setTimeout as pause } from 'node:timers/promises';
import { type Api, GrammyError } from 'grammy/web';
import type { Locale } from '../../lib/locale.ts';
import { allowedUpdates } from './allowed-updates.ts';
import { introduce } from './profile.ts';

/** What Telegram is told: where the bot is, by which secret it is known, and what is shown of it. */
export type Registration = Readonly<{
  url: string;
  secret: string;
  languages: readonly Locale[];
  moderatorsChat: number | undefined;
}>;

/**
 * `refused`: Telegram said no, and will again (`why` in its words, which hold nothing of ours). `unreachable`: it did not
 * answer in time.
 */
export type Told =
  | Readonly<{ kind: 'done' }>
  | Readonly<{ kind: 'refused'; why: string }>
  | Readonly<{ kind: 'unreachable' }>;

/**
 * How many updates Telegram may deliver at once: what an account without raised limits takes (10 functions at a time),
 * and no more than the moderators' group could read.
 */
const maxConnections = 10;
const firstPauseMs = 1000;

/**
 * Registers the webhook, then the names and menus of the bot. Doing it again changes nothing. Tries until the deadline
 * (milliseconds since 1970) whatever may pass by itself, waiting as long as Telegram asks for; never throws. Without names
 * and menus the bot works all the same: `introduction` says whether they were set.
 */
export const register = async (
  api: Api,
  { url, secret, languages, moderatorsChat }: Registration,
  deadline: number,
): Promise<Told & Readonly<{ introduction?: Told['kind'] }>> => {
  const known = await insist(
    signal =>
      api.setWebhook(
        url,
        { secret_token: secret, allowed_updates: allowedUpdates, max_connections: maxConnections },
        signal,
      ),
    deadline,
  );
  if (known.kind !== 'done') return known;
  const said = await insist(() => introduce(api, { languages, moderatorsChat }), deadline);
  return { kind: 'done', introduction: said.kind };
};

/** Tells Telegram to deliver nothing any more. What waits is kept for a day. */
export const unregister = (api: Api, deadline: number): Promise<Told> =>
  insist(signal => api.deleteWebhook({}, signal), deadline);

type Signal = Parameters<Api['getMe']>[0];

const insist = async (act: (signal: Signal) => Promise<unknown>, deadline: number): Promise<Told> => {
  for (let pauseMs = firstPauseMs; ; pauseMs *= 2) {
    const leftMs = deadline - Date.now();
    if (leftMs <= 0) return { kind: 'unreachable' };
    // grammY's web build and Node's types name the same signal.
    const signal = AbortSignal.timeout(leftMs);
    let waitMs = pauseMs;
    try {
      await Promise.race([act(signal as Signal), aborted(signal)]);
      return { kind: 'done' };
    } catch (error) {
      if (error instanceof GrammyError) {
        const { error_code: code, parameters, description } = error;
        if (code !== 429 && code < 500) return { kind: 'refused', why: `${code}: ${description}` };
        waitMs = (parameters.retry_after ?? 0) * 1000 || pauseMs;
      }
    }
    if (Date.now() + waitMs >= deadline) return { kind: 'unreachable' };
    await pause(waitMs);
  }
};

const aborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
