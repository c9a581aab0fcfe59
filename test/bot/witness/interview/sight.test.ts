import { describe, expect, it } from 'vitest';
import { witnessCallbacks } from '../../../../bot/callbacks/witness.ts';
import type { Screen } from '../../../../bot/telegram/screen.ts';
import { screenOf, step } from '../../../../bot/witness/interview/interview.ts';
import { questions } from '../../../../bot/witness/interview/questions/index.ts';
import { locales } from '../../../../lib/locale.ts';
import type { Draft } from '../../../../lib/report/draft.ts';
import { answers } from '../../../support/samples/samples.ts';
import { textOf } from '../../../support/screens.ts';
import { converse, emptyDraft, viewOf } from './conversation.ts';

/**
 * Telegram on a phone of 360 × 740: what a chat shows below its header and above the field for writing, the height of a row
 * of buttons and of a line, how many letters a line has, and how many letters of a button are seen by how many share its row.
 */
const phone = { height: 612, row: 48, line: 20, bubble: 24, letters: 33, seen: [34, 15, 8, 6] } as const;

const linesOf = (text: string): number =>
  text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(Array.from(line).length / phone.letters)), 0);

/** Of what a phone shows, the height of a screen from its question on: whatever stands above that may be scrolled to. */
const heightOf = (screen: Screen, title: string): number => {
  const text = textOf(screen);
  const from = text.indexOf(title);
  if (from === -1) throw new Error(`No "${title}" in: ${text}`);
  return phone.bubble + linesOf(text.slice(from)) * phone.line + screen.buttons.length * phone.row;
};

/** The buttons of a screen of which a phone shows as much as of another one. */
const alikeLabels = ({ buttons }: Screen): readonly string[] => {
  const seen = buttons.flatMap(row => {
    const letters = phone.seen[row.length - 1] ?? 5;
    return row
      .filter(({ text }) => text !== '·')
      .map(({ text }) => ({ text, beginning: Array.from(text).slice(0, letters).join('') }));
  });
  return seen
    .filter(one => seen.some(other => other !== one && other.beginning === one.beginning))
    .map(({ text }) => text);
};

/** A draft at a question that is not answered, all else being answered. */
const draftAt = (at: string): Draft => {
  const draft = { ...emptyDraft, at, safe: true, answers } as const;
  const named = { ...answers, source: { kind: 'prosecutor' as const } };
  switch (at) {
    case 'place':
      return { ...draft, answers: { ...answers, place: undefined } };
    case 'time':
      return { ...draft, answers: { ...answers, occurred: undefined } };
    case 'region':
      return {
        ...draft,
        answers: { ...answers, place: { precision: 'settlement', origin: 'typed', words: 'Робоче' } },
      };
    case 'safety':
      return { ...draft, safe: undefined, answers: { phase: 'remnant' } };
    case 'sideStatus':
    case 'sourceVerified':
    case 'side':
      return { ...draft, answers: { ...named, attribution: { side: 'A side', status: 'alleged' } } };
    default:
      return { ...draft, answers: { ...answers, [at]: undefined } };
  }
};

const pressesOf = ({ buttons }: Screen): readonly string[] =>
  buttons.flat().flatMap(button => {
    const pressed = 'data' in button ? witnessCallbacks.parse(button.data) : undefined;
    return pressed?.name === 'answer' ? [pressed.args.value] : [];
  });

/** A draft, and all that presses make of it that stay at its question. */
const pagesOf = (draft: Draft, locale: (typeof locales)[number]): readonly Draft[] => {
  const found = new Map([[JSON.stringify(draft), draft]]);
  let left: readonly Draft[] = [draft];
  for (let turns = 0; turns < 2; turns += 1) {
    const next = left.flatMap(one => {
      const view = viewOf(one, locale);
      return pressesOf(screenOf(view)).flatMap(value => {
        const { draft: after } = step({ kind: 'press', at: one.at, value }, view);
        return after?.at === one.at ? [after] : [];
      });
    });
    left = next.filter(one => !found.has(JSON.stringify(one)));
    for (const one of left) found.set(JSON.stringify(one), one);
  }
  return [...found.values()];
};

describe.each(locales)('on a phone of 360 × 740, in %s', locale => {
  it('each question and each page of its answers stands above the buttons, whatever was noted before', () => {
    const wrong: string[] = [];
    for (const { id, ask } of questions)
      for (const draft of pagesOf(draftAt(id), locale)) {
        const view = viewOf(draft, locale);
        const screen = screenOf(view, { note: view.t.witness.understood(view.t.witness.home) });
        const title = textOf({ text: ask(view).title }).split('\n')[0] ?? '';
        const height = heightOf(screen, title);
        if (height > phone.height) wrong.push(`${id} ${JSON.stringify(draft.pending?.[id])}: ${height}`);
      }
    expect(wrong).toEqual([]);
  });

  it('no two buttons of a screen are cut to the same beginning', () => {
    const wrong: string[] = [];
    for (const { id } of questions)
      for (const draft of pagesOf(draftAt(id), locale)) {
        const screen = screenOf(viewOf(draft, locale));
        wrong.push(...alikeLabels(screen).map(label => `${id}: ${label}`));
      }
    expect(wrong).toEqual([]);
  });

  it('namesakes to choose from, and what was understood of an account, stand with their question in sight', () => {
    const talk = converse(locale, { ...emptyDraft, at: 'place', answers: { phase: 'attack' } });
    talk.type('Іванівка');
    expect(heightOf(talk.screen(), talk.t.witness.place.which)).toBeLessThanOrEqual(phone.height);
    const card = converse(locale);
    card.type('Вчора о третій ночі касетними з «Градів» обстріляли Малокатеринівку, 8 поранених');
    expect(card.draft().at).toBe('card');
    expect(heightOf(card.screen(), card.t.witness.card.title)).toBeLessThanOrEqual(phone.height);
    expect(alikeLabels(card.screen())).toEqual([]);
  });
});
