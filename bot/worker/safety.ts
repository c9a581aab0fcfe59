import type { Locale } from '../../lib/locale.ts';
import type { WorkerDeps } from '../runtime/dependencies.ts';
import { repeatSafety } from '../witness/repeat-safety.ts';
import { attempt } from './attempt.ts';

/**
 * Shows the safety text below what was just told to somebody who may be beside an object. If that fails it is logged, and
 * what was told is not told again for it.
 */
export const keepSafetyInSight = (
  deps: Pick<WorkerDeps, 'api' | 'store' | 'identity' | 'country' | 'now' | 'log'>,
  chat: number,
  locale: Locale,
): Promise<void> => attempt(deps.log, 'not_done', 'safety', () => repeatSafety(deps, chat, locale));
