import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { importRows } from '../../../infra/commands/import/import.ts';
import { openRows } from '../../../infra/commands/import/rows.ts';
import { importedReportId } from '../../../lib/identity/receipt.ts';
import { parseMapping } from '../../../lib/import/mapping-check.ts';
import { approveCard, read, startDesk } from '../../support/product/desk.ts';
import type { Product } from '../../support/product/product.ts';
import { release } from '../steps.ts';

const examples = 'infra/commands/import/examples';

/** Brings in the made-up rows of a TimeMap that ship with the product. */
const bringIn = async ({ store, deps: { identity } }: Product, by?: string) => {
  const parsed = parseMapping(JSON.parse(await readFile(`${examples}/timemap.mapping.json`, 'utf8')));
  if (parsed.kind === 'wrong') throw new Error(parsed.problems.join('; '));
  const { mapping } = parsed;
  const reporter = identity.dataset(mapping.dataset);
  const checklist = { militaryPosition: false, identifiesPerson: false, graphic: false };
  const { written } = await importRows({
    rows: (await openRows(`${examples}/timemap.json`, mapping)).rows,
    mapping,
    country: 'UA',
    tell: () => {},
    target: {
      store,
      reporters: [reporter],
      voiceWithin: incident => identity.voiceWithin(incident, reporter),
      approval: by === undefined ? undefined : { by, checklist },
    },
  });
  return { written, id: importedReportId({ dataset: mapping.dataset, row: 'CIV0001' }) };
};

/** What a reader is told of the incident in Kharkiv. */
const shownIn = async ({ reader }: Product): Promise<string> => {
  await reader.send('/latest Kharkiv region');
  return read(reader.last());
};
const told = /When: 14 March 2022[\s\S]*no second independent source\nSource: Bellingcat, NGO, .*example.org/;

it('rows that wait are read by moderators with their source, and nobody is asked about them', async () => {
  const { product, desk, store } = await startDesk();
  const { written, id } = await bringIn(product);
  expect(written).toBe(2);
  await desk.send('/queue');
  expect(read(desk.last())).toContain('Waiting for review: 2 reports');
  await desk.press(desk.last(), '2. Kharkiv');
  const card = desk.last();
  expect(read(card)).toContain('Of the data set “Bellingcat: Civilian Harm in Ukraine”, its row CIV0001');
  expect(read(card)).toContain('Source: Bellingcat, NGO, map of civilian harm, example.org');
  expect(read(card)).not.toContain('The bot writes to them');
  expect(desk.buttons(card).flat()).not.toContain('Ask');
  const { version = 0 } = (await store.reports.read(id)) ?? {};
  const asking = { id, version, by: 'marko', at: new Date().toISOString() };
  expect(await store.reports.ask({ ...asking, wording: { words: 'Where?' } })).toMatchObject({
    kind: 'refused',
    why: 'nobody_to_ask',
  });
  await approveCard(desk, card);
  await release(product);
  expect(await shownIn(product)).toMatch(told);
});

it('rows that an admin approves are incidents of one source, and say so to readers', async () => {
  const { product, desk } = await startDesk();
  expect((await bringIn(product, 'an admin')).written).toBe(2);
  await desk.send('/queue');
  expect(read(desk.last())).not.toContain('Waiting for review: 2');
  await release(product);
  expect(await shownIn(product)).toMatch(told);
  expect(await product.differences()).toEqual([]);
});
