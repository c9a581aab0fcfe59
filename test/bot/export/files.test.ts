import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, onTestFinished, test } from 'vitest';
import { type FilePart, filesOf } from '../../../bot/export/files.ts';
import type { PageRequest } from '../../../lib/store/dynamodb/page.ts';
import { incident } from '../../support/samples/samples.ts';
import { viewIn } from '../../support/screens.ts';

const all = Array.from({ length: 1203 }, (_, n) => ({
  ...incident,
  id: String(n).padStart(10, '0'),
  // Of every tenth it is not known whether it was in that month.
  occurred:
    n % 10 === 0
      ? { precision: 'unknown' as const, start: '2022-01-01', end: '2022-12-31', zone: 'Europe/Kyiv' }
      : { precision: 'day' as const, start: '2022-03-05', end: '2022-03-05', zone: 'Europe/Kyiv' },
}));
const latest = async ({ limit, after = '0' }: PageRequest) => {
  const from = Number(after);
  return {
    items: all.slice(from, from + limit),
    unreadable: 1,
    next: from + limit < all.length ? String(from + limit) : undefined,
  };
};

const filesFrom = async (format: 'csv' | 'geojson' | 'xlsx', maxBytes: number) => {
  const folder = await mkdtemp(join(tmpdir(), 'svidok-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const deps = { incidents: { latest } } as unknown as Parameters<typeof filesOf>[0];
  const period = { from: '2022-03-01', to: '2022-03-31' };
  const making = {
    job: { chat: 1, locale: 'en', bot: 'svidok_bot', question: 'r:summary:2022-03', format },
    asked: {
      question: { requested: period },
      place: undefined,
      period,
      today: '2026-11-28',
      now: new Date(),
      bot: 'svidok_bot',
    },
    view: await viewIn('en'),
    folder,
    maxBytes,
  } as const;
  const parts: (FilePart & { content: Buffer })[] = [];
  for await (const part of filesOf(deps, making)) parts.push({ ...part, content: await readFile(part.path) });
  return parts;
};

test('what is too large for one file comes in several, each whole, with nothing lost and nothing twice', async () => {
  const wanted = all.filter((_, n) => n % 10 !== 0).map(({ id }) => id);
  const csv = await filesFrom('csv', 100_000);
  expect(csv.length).toBeGreaterThan(2);
  const codes = csv.flatMap(({ content }) => {
    expect(content.length).toBeLessThan(102_000);
    const [, , ...rows]: string[][] = parse(content.toString('utf8'), { bom: true });
    return rows.map(([code = '']) => code.replace('-', ''));
  });
  expect(codes).toEqual(wanted);
  const maps = await filesFrom('geojson', 500_000);
  const ids = maps.flatMap(({ content }) =>
    (JSON.parse(content.toString('utf8')) as { features: { id: string }[] }).features.map(({ id }) => id),
  );
  expect(maps.length).toBeGreaterThan(1);
  expect(ids).toEqual(wanted);
});

test('the last file says how many incidents may belong to what was asked, and how many could not be read', async () => {
  const parts = await filesFrom('csv', 100_000);
  expect(parts.map(({ isLast }) => isLast)).toEqual(parts.map((_, at) => at === parts.length - 1));
  expect(parts.at(-1)).toMatchObject({ perhaps: 121, unreadable: 3 });
});
