import { describe, expect, it } from 'vitest';
import { html } from '../../../../../bot/telegram/html.ts';
import { screenOf } from '../../../../../bot/witness/interview/interview.ts';
import { place } from '../../../../../bot/witness/interview/questions/place.ts';
import { settlementPlace } from '../../../../../lib/incident/publication/place.ts';
import { locales } from '../../../../../lib/locale.ts';
import { alikeLabels } from '../../../../support/screens.ts';
import { emptyDraft, parsers, viewOf } from '../conversation.ts';

const view = viewOf(emptyDraft, 'en');
const typed = (text: string) => {
  const reply = { kind: 'text', text } as const;
  return place.answer({ ...reply, reading: place.read?.(reply, { ...view, parsers }) }, view);
};

describe.each(locales)('the regions to choose from, in %s', locale => {
  it('stand two in a row at most, and are told apart by their first ten letters', () => {
    const { buttons } = screenOf(
      viewOf({ ...emptyDraft, answers: { phase: 'attack' }, at: 'place' }, locale),
    );
    for (const row of buttons) expect(row.length).toBeLessThanOrEqual(2);
    expect(alikeLabels({ text: html``, buttons })).toEqual([]);
  });
});

describe('where it happened', () => {
  it.each(['https://maps.app.goo.gl/abc', '///filled.count.soap', 'X6VJ+95'])(
    'is not told by %s, and what to send instead is said',
    text => {
      const outcome = typed(text);
      expect(outcome.kind).toBe('refused');
      expect('note' in outcome && outcome.note?.source).toContain('49.9935, 36.2304');
    },
  );

  it('is read from a grid reference', () => {
    expect(typed('37U CR 01234 45678')).toMatchObject({
      kind: 'answered',
      draft: { answers: { place: { region: 'UA-63', settlement: { names: { en: 'Kharkiv' } } } } },
    });
  });

  it('is asked about when a pin lies outside the country, and is then filed nowhere in it', () => {
    const reply = { kind: 'point', point: { lat: 50.5997, lon: 36.5983 }, origin: 'map_pin' } as const;
    const outcome = place.answer({ ...reply, reading: place.read?.(reply, { ...view, parsers }) }, view);
    expect(outcome).toMatchObject({ kind: 'asking' });
    const pending = outcome.kind === 'asking' ? outcome.draft.pending?.place : undefined;
    expect(JSON.stringify(pending)).not.toMatch(/"region"|"settlement"/);
  });

  it('is kept as typed when no gazetteer knows the name, and never shown as a settlement', () => {
    const outcome = typed('Кривенькобалківське Друге');
    const given = outcome.kind === 'answered' ? outcome.draft.answers.place : undefined;
    expect(given?.words).toBe('Кривенькобалківське Друге');
    expect(given?.settlement).toBeUndefined();
    expect(settlementPlace({ ...given!, region: 'UA-63' })).toEqual({ precision: 'region', region: 'UA-63' });
  });
});
