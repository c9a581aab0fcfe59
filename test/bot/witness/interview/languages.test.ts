import { describe, expect, it } from 'vitest';
import { limits } from '../../../../bot/telegram/screen.ts';
import { completeAnswers, screenOf } from '../../../../bot/witness/interview/interview.ts';
import { type Locale, locales, nameIn } from '../../../../lib/locale.ts';
import { answersSchema } from '../../../../lib/report/report.ts';
import { catalogues } from '../../../support/catalogues.ts';
import { answers } from '../../../support/samples/samples.ts';
import { converse, finished, plain, ukraine, viewOf } from './conversation.ts';

describe.each(locales)('an interview in %s', locale => {
  it('goes from the first question to the review by buttons alone, unknown all the way', () => {
    const talk = converse(locale);
    talk.press('attack');
    for (let i = 0; i < 40 && talk.draft().at !== 'preview'; i += 1)
      talk.press(talk.labels().includes(talk.t.witness.unknown) ? talk.t.witness.unknown : fallback(talk));
    expect(talk.draft().at).toBe('preview');
    expect(completeAnswers(talk.draft())).toMatchObject({
      place: { precision: 'unknown' },
      occurred: { precision: 'unknown' },
      munition: 'unknown',
      killed: 'unknown',
      injured: 'unknown',
      areas: ['unknown'],
      account: null,
      evidence: [],
    });
  });

  it('understands what a button says when it is typed, at every question of one choice', () => {
    for (const id of ['effect', 'munition', 'delivery', 'knownBy', 'source'] as const) {
      const { answers } = finished(locale).draft();
      const { labels, draft } = converse(locale, { ...finished(locale).draft(), answers, at: id });
      const known = labels().filter(label => Object.values<string>(wordsOf(id, locale)).includes(label));
      expect(known.length).toBeGreaterThan(2);
      for (const label of known) {
        const pressed = converse(locale, { ...draft(), at: id });
        const typed = converse(locale, { ...draft(), at: id });
        pressed.press(label);
        typed.type(label);
        expect([label, typed.draft().answers[id]]).toEqual([label, pressed.draft().answers[id]]);
      }
    }
  });

  it('shows each answer in the review and comes back there after changing one', () => {
    const talk = finished(locale);
    expect(plain(talk.text())).toContain(talk.t.terms.munitions.cluster_munition);
    talk.press('review');
    talk.press('change');
    talk.press('killed');
    expect(talk.draft().at).toBe('killed');
    talk.type('5');
    expect(talk.draft().at).toBe('preview');
    expect(talk.draft().answers.killed).toEqual({ min: 5, max: 5 });
  });

  it('shows what the public will see before it can be sent', () => {
    const talk = finished(locale);
    expect(plain(talk.text())).not.toContain('48.73');
    const turn = talk.press('send');
    expect(turn.draft).toBeUndefined();
    expect(answersSchema.safeParse(turn.sent).success).toBe(true);
  });

  it('says of a small place that it is named once somebody else reports the same, and only then', () => {
    const { smallPlace } = catalogues[locale].witness.preview;
    const draft = finished(locale).draft();
    const { place } = answersSchema.parse({ ...answers, ...draft.answers });
    const textOf = (population: number): string => {
      const small = { ...place, settlement: place.settlement && { ...place.settlement, population } };
      const told = { ...draft, answers: { ...draft.answers, place: small } };
      return plain(screenOf(viewOf(told, locale), {}).text.source);
    };
    // With the comma after it: its district may be named after it.
    const name = `${nameIn(place.settlement?.names ?? {}, [locale, ...ukraine.languages])},`;
    expect(textOf(40)).toContain(smallPlace);
    expect(textOf(40)).not.toContain(name);
    expect(textOf(4000)).toContain(name);
    expect(textOf(4000)).not.toContain(smallPlace);
  });

  it('has room for the longest answers in the review', () => {
    const talk = finished(locale);
    talk.press('review');
    talk.press('change');
    talk.press('account');
    talk.type('<b>&'.repeat(1020));
    expect(talk.draft().at).toBe('preview');
    expect(plain(talk.text()).length).toBeLessThanOrEqual(limits.textLength);
  });
});

/** The way on at a question that has no "unknown". */
const fallback = (talk: ReturnType<typeof converse>): string => {
  const ways = ['_none', 'own_eyes', 'saw'];
  const data = talk
    .screen()
    .buttons.flat()
    .flatMap(button => ('data' in button ? [button.data.split(':').at(-1) ?? ''] : []));
  const way = ways.find(value => data.includes(value));
  if (!way) throw new Error(`No way on: ${data}`);
  return way;
};

const wordsOf = (id: 'effect' | 'munition' | 'delivery' | 'knownBy' | 'source', locale: Locale) => {
  const { effects, munitions, deliveries, knownBys, sources } = catalogues[locale].terms;
  return {
    effect: effects,
    munition: munitions,
    delivery: deliveries,
    knownBy: knownBys,
    source: sources,
  }[id];
};
