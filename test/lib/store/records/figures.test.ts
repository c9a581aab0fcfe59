import { expect, test } from 'vitest';
import { verifyChain } from '../../../../lib/history/event.ts';
import { newReportId } from '../../../../lib/identity/receipt.ts';
import type { Figure } from '../../../../lib/summary/figure.ts';
import claims from '../../../claims.json' with { type: 'json' };
import { openTestStore } from '../../../support/database/dynamo.ts';
import { totalOf } from '../../../support/total.ts';

const at = '2026-03-14T13:00:00.000Z';

/** A figure of the public claims as a moderator records it: every number as exact as it was published. */
const recorded = (claim: (typeof claims.figures)[number]): Figure => {
  const { source, published, munition, user, area, attacks, period, civilians } = claim as typeof claim & {
    area?: string;
    user?: string;
    attacks?: Figure['attacks'];
    period?: { from?: string; to?: string };
    civilians?: { killed: Figure['killed']; injured: Figure['injured'] };
  };
  return {
    id: newReportId(),
    version: 1,
    status: 'recorded',
    source: source as Figure['source'],
    published,
    munition: munition as Figure['munition'],
    user,
    area,
    attacks,
    period,
    ...civilians,
    recordedAt: at,
    by: 'marko',
  };
};

test('figures of others are kept as they were published, newest first, and never counted', async () => {
  const { store } = await openTestStore();
  const figures = claims.figures.map(recorded);
  for (const figure of figures) expect(await store.figures.record(figure)).toBe('saved');
  const [first] = figures as [Figure];
  expect(await store.figures.record(first)).toBe('exists');
  const { items: listed } = await store.figures.list();
  expect(listed).toHaveLength(4);
  expect(listed.at(-1)).toEqual(first);
  expect(listed.find(({ killed }) => killed)).toMatchObject({
    killed: { atLeast: 215 },
    injured: { exactly: 474 },
  });
  expect((await totalOf(store)).incidents).toBe(0);
});

test('a figure that is taken back is shown no more, and stays in its history', async () => {
  const { store } = await openTestStore();
  const figure = recorded(claims.figures[0] as (typeof claims.figures)[number]);
  await store.figures.record(figure);
  const retracting = { id: figure.id, published: figure.published, by: 'iryna', at };
  expect([await store.figures.retract(retracting), await store.figures.retract(retracting)]).toEqual([
    'retracted',
    'missing',
  ]);
  expect((await store.figures.list()).items).toEqual([]);
  const history = await store.figures.history(figure.id);
  expect(history.map(({ kind, by }) => [kind, by])).toEqual([
    ['recorded', 'marko'],
    ['retracted', 'iryna'],
  ]);
  expect(verifyChain(history, { ...figure, version: 2, status: 'retracted' })).toEqual({ kind: 'whole' });
});
