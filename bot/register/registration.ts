import { setTimeout as pause } from 'node:timers/promises';
import { type Api, GrammyError } from 'grammy/web';
import type { Locale } from '../../lib/locale.ts';
import { allowedUpdates } from '../telegram/allowed-updates.ts';
import { introduce } from './profile.ts';

/** What is registered with Telegram: the webhook's address and secret, and the languages and group that get menus. */
type Registration = Readonly<{
  url: string;
  secret: string;
  languages: readonly Locale[];
  moderatorsChat: number | undefined;
}>;

/**
 * `refused`: Telegram rejects the call and will again; `why` is its own description, which holds none of our values.
 * `unreachable`: it did not answer in time. `failed`: an error of ours kept it from running; the log says which.
 */
export type RegistrationOutcome =
  /** `profile`: whether the names and menus were set too. */
  | Readonly<{ kind: 'done'; profile?: RegistrationOutcome['kind'] }>
  | Readonly<{ kind: 'refused'; why: string }>
  | Readonly<{ kind: 'unreachable' }>
  | Readonly<{ kind: 'failed' }>;

/**
 * How many updates Telegram may deliver at once. A new AWS account runs 10 functions at a time, and the moderators' group
 * could not read more anyway.
 */
const maxConnections = 10;
const firstPauseMs = 1000;

/**
 * Registers the webhook, then the names and menus of the bot. Idempotent. Retries transient errors until the deadline
 * (milliseconds since 1970), pausing as long as Telegram asks; never throws. `profile` is the outcome of setting the names
 * and menus, without which the bot works all the same.
 */
export const register = async (
  api: Api,
  { url, secret, languages, moderatorsChat }: Registration,
  deadline: number,
): Promise<RegistrationOutcome> => {
  const webhook = await runWithRetry(
    signal =>
      api.setWebhook(
        url,
        { secret_token: secret, allowed_updates: allowedUpdates, max_connections: maxConnections },
        signal,
      ),
    deadline,
  );
  if (webhook.kind !== 'done') return webhook;
  const profile = await runWithRetry(() => introduce(api, { languages, moderatorsChat }), deadline);
  return { kind: 'done', profile: profile.kind };
};

/** Removes the webhook. Telegram keeps undelivered updates for a day. Retries and fails as `register` does. */
export const unregister = (api: Api, deadline: number): Promise<RegistrationOutcome> =>
  runWithRetry(signal => api.deleteWebhook({}, signal), deadline);

/** An outcome as one line, in which a deployment reports it: `registered`, `refused: <why>`, `unreachable`, `failed`. */
export const formatOutcome = (outcome: RegistrationOutcome): string => {
  if (outcome.kind === 'done') return 'registered';
  return outcome.kind === 'refused' ? `refused: ${outcome.why}` : outcome.kind;
};

/** Reads a line of `formatOutcome`; anything else means that the registration failed. */
export const parseOutcome = (line: string | undefined): RegistrationOutcome => {
  if (line === 'registered') return { kind: 'done' };
  if (line?.startsWith('refused: ')) return { kind: 'refused', why: line.slice('refused: '.length) };
  return { kind: line === 'unreachable' ? 'unreachable' : 'failed' };
};

type Signal = Parameters<Api['getMe']>[0];

const runWithRetry = async (
  act: (signal: Signal) => Promise<unknown>,
  deadline: number,
): Promise<RegistrationOutcome> => {
  for (let pauseMs = firstPauseMs; ; pauseMs *= 2) {
    const leftMs = deadline - Date.now();
    if (leftMs <= 0) return { kind: 'unreachable' };
    // The types of grammY's web build and of Node differ, the signal does not.
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
