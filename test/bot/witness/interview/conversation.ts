import { witnessCallbacks } from '../../../../bot/callbacks/witness.ts';
import { loadParsers, type Parsers } from '../../../../bot/parsers.ts';
import type { Button, Screen } from '../../../../bot/telegram/screen.ts';
import {
  type Input,
  next,
  readInput,
  screenOf,
  step,
  type Turn,
} from '../../../../bot/witness/interview/interview.ts';
import type { View } from '../../../../bot/witness/interview/question.ts';
import { type Country, findCountry } from '../../../../lib/country.ts';
import type { Locale } from '../../../../lib/locale.ts';
import type { Draft } from '../../../../lib/report/draft.ts';
import { catalogues } from '../../../support/catalogues.ts';

export const ukraine = findCountry('UA') as Country;
export const parsers: Parsers = await loadParsers(ukraine);

/** 15:00 in Kyiv. */
const now = new Date('2026-11-23T13:00:00Z');

export const emptyDraft: Draft = { id: 'K7QF2M9XCA', startedAt: now.toISOString(), at: 'phase', answers: {} };

export const viewOf = (draft: Draft, locale: Locale): View => ({
  draft,
  now,
  country: ukraine,
  locale,
  t: catalogues[locale],
  townBy: parsers.townBy,
});

/**
 * One person's interview without Telegram and without a store: what they do, and what they see. Further questions (those
 * of `witness.details`) are passed over, except those that it `answers`: a new one changes no story but its own.
 */
export const converse = (locale: Locale, from: Draft = emptyDraft, answers: readonly string[] = []) => {
  let turn: Turn = { draft: { ...from, at: from.at || next(from) } };
  const screen = (): Screen => {
    if (!turn.draft) throw new Error('The draft is gone.');
    return screenOf(viewOf(turn.draft, locale), turn);
  };
  const act = (input: Input): Turn => {
    if (!turn.draft) throw new Error('The draft is gone.');
    const view = viewOf(turn.draft, locale);
    turn = step(readInput(input, view, parsers), view);
    return turn;
  };
  const passDetails = (): void => {
    const at = turn.draft?.at ?? '';
    if (!Object.hasOwn(catalogues[locale].witness.details, at) || answers.includes(at)) return;
    act({ kind: 'press', at, value: '_none' });
    passDetails();
  };
  const buttons = (): readonly Button[] => screen().buttons.flat();
  return {
    t: catalogues[locale],
    turn: () => turn,
    draft: (): Draft => {
      if (!turn.draft) throw new Error('The draft is gone.');
      return turn.draft;
    },
    screen,
    text: () => screen().text.source,
    labels: () => buttons().map(button => button.text),
    act,
    passDetails,
    /** Presses the button with this label, or that sends this value. */
    press: (label: string): Turn => {
      if (label !== '_back') passDetails();
      const button = buttons().find(
        one => one.text === label || ('data' in one && one.data.split(':').at(-1) === label),
      );
      if (!button || !('data' in button))
        throw new Error(`No button "${label}" in: ${buttons().map(one => one.text)}`);
      const pressed = witnessCallbacks.parse(button.data);
      if (pressed?.name !== 'answer') throw new Error(`No answer: ${button.data}`);
      const { question: at, value } = pressed.args;
      return act({ kind: 'press', at, value });
    },
    type: (text: string): Turn => {
      passDetails();
      const account = parsers.account(text, { now, locale });
      if (account instanceof Promise) throw new Error('The rules answer at once.');
      return act({ kind: 'text', text, account });
    },
  };
};

/** The words of a text in Telegram's HTML. */
export const plain = (source: string): string =>
  source
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** A conversation up to the preview, with an answer to every question. */
export const finished = (locale: Locale) => {
  const talk = converse(locale);
  talk.press('attack');
  talk.act({ kind: 'point', point: { lat: 48.7389, lon: 37.5848 }, origin: 'map_pin' });
  talk.press('yesterday');
  talk.press('evening');
  talk.press('many_small_explosions');
  talk.press('cluster_munition');
  talk.press('rocket_launcher');
  talk.press('remains');
  talk.press('0');
  talk.type('8, 3 of them medics');
  talk.press('only_residential');
  talk.press('own_eyes');
  talk.type('It began in the evening.');
  talk.press('_none');
  if (talk.draft().at !== 'preview') throw new Error(`At ${talk.draft().at}`);
  return talk;
};
