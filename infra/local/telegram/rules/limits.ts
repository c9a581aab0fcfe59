import { tooManyRequests } from './api-error.ts';

/** https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this */
const overallPerSecond = 30;
const groupPerMinute = 20;

export interface Limits {
  enabled: boolean;
  /** Counts messages sent or edited in a chat at `nowMs`; throws 429 when they are too many. */
  count(chatId: number, isGroup: boolean, messages: number, nowMs: number): void;
}

/**
 * Thirty messages a second in all chats, twenty a minute in one group, counting edits. One a second in a single chat
 * is not enforced: the real server lets bursts pass.
 */
export function createLimits(enabled: boolean): Limits {
  let overall: number[] = [];
  const groups = new Map<number, number[]>();
  const limits: Limits = {
    enabled,
    count(chatId, isGroup, messages, nowMs) {
      if (!limits.enabled) return;
      overall = overall.filter(at => at > nowMs - 1000);
      const group = (groups.get(chatId) ?? []).filter(at => at > nowMs - 60_000);
      if (overall.length + messages > overallPerSecond) throw tooManyRequests(1);
      if (isGroup && group.length + messages > groupPerMinute) {
        throw tooManyRequests(((group[0] ?? nowMs) + 60_000 - nowMs) / 1000);
      }
      for (let count = 0; count < messages; count += 1) {
        overall.push(nowMs);
        if (isGroup) group.push(nowMs);
      }
      groups.set(chatId, group);
    },
  };
  return limits;
}
