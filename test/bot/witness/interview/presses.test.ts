import { describe, expect, test } from 'vitest';
import { beginnings, witnessCallbacks } from '../../../../bot/callbacks/witness.ts';
import { answersOfBeginning } from '../../../../bot/witness/beginnings.ts';
import { next, readInput, screenOf, step } from '../../../../bot/witness/interview/interview.ts';
import { questions } from '../../../../bot/witness/interview/questions/index.ts';
import { isNamed } from '../../../../bot/witness/interview/questions/source.ts';
import { welcomePage } from '../../../../bot/witness/pages.ts';
import type { Draft } from '../../../../lib/report/draft.ts';
import { catalogues } from '../../../support/catalogues.ts';
import { emptyDraft, parsers, ukraine, viewOf } from './conversation.ts';

/**
 * Every way by buttons alone from /start to the receipt, of somebody who has not consented yet: the consent is one of the
 * presses, and who has consented presses one button less or as many.
 *
 * A way has no press that turns back or about: "back", "keep", another month, "other choices". Left out is what takes a press for
 * each thing said, as many as there are: days before last week and further months of the calendar, regions that are not offered
 * first (a press more), and several kinds of what was hit (`several`). A
 * source that is an institution has a name, which is written: who knows none passes it over with two presses more.
 */
const turning =
  /^(_back|_keep|_cancel|_discard|_go|first|quick|parts|nothing|not_yet|several|locate|erase|review|change|(other|first)_regions|\d{4}-\d{2})$/;
/** Nothing is known of a source but its kind: the one press that means something among those that say nothing. */
const isTurning = (at: string, value: string): boolean =>
  turning.test(value) && !(at === 'sourceName' && value === 'nothing');

/** A further question (`witness.details`) is a press more. */
const most = 14 + Object.keys(catalogues.en.witness.details).length;

type Way = Readonly<{ presses: readonly string[]; files: number }>;

/** All that what follows depends on. */
const stateOf = (draft: Draft): string => {
  const { answers, pending, at } = draft;
  const open = questions.filter(question => question.applies(draft) && !question.answered(draft));
  const isAsked = (id: string) => open.some(question => question.id === id);
  return JSON.stringify([
    at,
    pending?.[at],
    open.map(({ id }) => id),
    answers.phase,
    isAsked('munition') && answers.effect,
    // What marks a time as known only to the day.
    isAsked('hour') && answers.occurred?.start,
  ]);
};

const valuesAt = (draft: Draft): readonly string[] =>
  screenOf(viewOf(draft, 'en'))
    .buttons.flat()
    .flatMap(button => {
      const pressed = 'data' in button ? witnessCallbacks.parse(button.data) : undefined;
      return pressed?.name === 'answer' ? [pressed.args.value] : [];
    })
    .filter(value => !isTurning(draft.at, value));

/** Where a press leads; `sent` at the end. */
const press = (draft: Draft, value: string): Draft | 'sent' => {
  const view = viewOf(draft, 'en');
  const turn = step(readInput({ kind: 'press', at: draft.at, value }, view, parsers), view);
  if (turn.sent) return 'sent';
  if (!turn.draft || turn.alert) throw new Error(`No way on: ${draft.at} ${value}`);
  return turn.draft;
};

const withFile = (draft: Draft): Draft => {
  const view = viewOf(draft, 'en');
  const turn = step({ kind: 'evidence', evidence: { kind: 'photo', file: 'sealed' } }, view);
  if (!turn.draft) throw new Error('The draft is gone.');
  return turn.draft;
};

/** The longest way from a draft to its receipt, without the presses that `isLeftOut` leaves out. */
const longestFrom = (
  start: Draft,
  isLeftOut: (draft: Draft, value: string) => boolean,
  known = new Map<string, Way>(),
): Way => {
  const state = stateOf(start);
  const found = known.get(state);
  if (found) return found;
  // Files are sent where they are asked for: before any press there.
  if (start.at === 'evidence' && !start.answers.evidence?.length) {
    const { presses, files } = longestFrom(withFile(start), isLeftOut, known);
    return { presses, files: files + 1 };
  }
  let longest: Way = { presses: [], files: 0 };
  for (const value of valuesAt(start)) {
    if (isLeftOut(start, value)) continue;
    const after = press(start, value);
    const rest = after === 'sent' ? { presses: [], files: 0 } : longestFrom(after, isLeftOut, known);
    const way = { presses: [`${start.at}:${value}`, ...rest.presses], files: rest.files };
    if (way.presses.length > longest.presses.length) longest = way;
  }
  known.set(state, longest);
  return longest;
};

const draftOf = (what: (typeof beginnings)[number]): Draft => {
  const draft = { ...emptyDraft, answers: answersOfBeginning(what) };
  return { ...draft, at: next(draft) };
};

const isNamedSource = (draft: Draft, value: string): boolean =>
  draft.at === 'source' && (value === 'more' || isNamed(value));

describe.each(beginnings)('by buttons alone, from /start to the receipt, beginning with "%s"', what => {
  test('the consent and the beginning are one press', () => {
    const { buttons } = welcomePage({
      t: catalogues.en,
      country: ukraine,
      operator: 'the tests',
      kept: { rejectedDays: 90, keyRecoveryDays: 7 },
    });
    expect(buttons.flat().map(button => 'data' in button && button.data)).toContain(
      witnessCallbacks.data('agree_report', { what }),
    );
  });

  test('no way of somebody who tells what they know takes more than fourteen presses', () => {
    const { presses } = longestFrom(draftOf(what), isNamedSource);
    const way = [`welcome:${what}`, ...presses];
    expect({ way, isShort: way.length <= most }).toEqual({ way, isShort: true });
    // It is the way of a whole report, not one that ended early.
    expect(way.map(one => one.split(':')[0])).toEqual(
      expect.arrayContaining([
        'place',
        'time',
        'hour',
        'munition',
        'knownBy',
        'killed',
        'injured',
        'preview',
      ]),
    );
  });

  test('no way of somebody who read of it takes more than two presses more', () => {
    const named = (draft: Draft, value: string) =>
      (draft.at === 'source' && !isNamed(value) && value !== 'more') ||
      (draft.at === 'sourceName' && value !== 'nothing');
    expect(1 + longestFrom(draftOf(what), named).presses.length).toBeLessThanOrEqual(most + 2);
  });

  // One whose carrier is asked, one that brings the safety text, one that stands further, and none.
  const ways = ['cluster_munition', 'scatterable_mine', 'mortar', '_none'].flatMap(munition =>
    [
      ['date', 'hurt', 'files'],
      ['now', 'nobody', 'no files'],
    ].map(kinds => [munition, ...kinds] as const),
  );
  test.each(ways)('with %s, %s, %s and %s', (munition, time, harm, files) => {
    const isOther = ({ at, pending }: Draft, value: string): boolean => {
      switch (at) {
        case 'munition':
          return value !== munition && !(value === 'more' && pending?.munition !== 'more');
        case 'time':
          return time === 'date' ? !/^\d{4}-\d{2}-\d{2}$/.test(value) : value !== 'now';
        case 'killed':
          return harm === 'hurt' ? value !== '2' : value !== 'nobody_hurt';
        case 'account':
          return files === 'files' ? value !== 'files' : value !== '_none';
        default:
          return false;
      }
    };
    const { presses } = longestFrom(
      draftOf(what),
      (draft, value) => isNamedSource(draft, value) || isOther(draft, value),
    );
    expect([presses.at(-1), 1 + presses.length <= most]).toEqual(['preview:send', true]);
  });
});
