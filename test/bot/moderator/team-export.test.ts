import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { fieldName, valueText } from '../../../bot/text/field-value.ts';
import { usualReleases } from '../../../lib/policy.ts';
import { submit } from '../../support/product/desk.ts';
import { startProduct } from '../../support/product/product.ts';
import { rules } from '../../support/samples/samples.ts';
import { approval } from '../../support/samples/submission.ts';
import { views } from '../../support/screens.ts';

test('the team takes away what it knows, embargoed incidents too, in private, and its log says who did', async () => {
  const product = await startProduct({ rules: { ...rules, releases: usualReleases('Europe/Kyiv') } });
  const { moderator, reader, store, deps, telegram } = product;
  const report = await submit(product, product.witness, { munition: 'mortar' });
  const approving = approval(report, { at: deps.now().toISOString() });
  await store.reports.approve(approving);
  expect((await store.incidents.latest({ limit: 1 })).items).toEqual([]);

  await moderator.start();
  await moderator.in(product.group).send('/team_export');
  const answer = await moderator.in(product.group).press('CSV (таблиця, HXL)');
  expect(answer?.text).toContain('надійде повідомленням');
  await product.files();
  const sent = moderator.messages().find(({ document }) => document?.file_name?.endsWith('.csv'))?.document;
  const csv = await (await fetch(`${telegram.url}/media/${sent?.file_id}`)).text();
  const [names = [], , row = []]: string[][] = parse(csv, { bom: true });
  expect(row[names.indexOf('incident')]?.replace('-', '')).toBe(approving.into.incident);
  expect(row[names.indexOf('status')]).toBe('embargoed');
  // What witnesses said privately is in no column.
  expect(csv).not.toContain(report.reporter);
  const [event] = (await store.members.history()).items.slice(-1);
  expect(event).toMatchObject({
    kind: 'exported',
    by: deps.identity.member(moderator.id),
    changes: { format: { new: 'csv' } },
  });
  // Its history names the format as the button does, in each language.
  for (const view of views) {
    expect(fieldName('format', view)).not.toBe('format');
    expect(valueText('format', 'csv', view)).toContain(view.t.taking.formats.csv);
  }
  expect(await product.differences()).toEqual([]);

  await reader.send('/start');
  await reader.forge(reader.last(), 'm:teamExport:c');
  await reader.send('/team_export');
  await product.files();
  expect(reader.messages().some(({ document }) => document)).toBe(false);
  expect((await store.members.history()).items.filter(({ kind }) => kind === 'exported')).toHaveLength(1);
});

test('a moderator who reports an object is not sent the file until they are away from it', async () => {
  const product = await startProduct({});
  const { moderator, store } = product;
  await moderator.start();
  await moderator.press('I understand, continue');
  await moderator.press('A dangerous object was found');
  await moderator.in(product.group).send('/team_export');
  const answer = await moderator.in(product.group).press('CSV (таблиця, HXL)');
  expect(answer?.text).toContain('Спершу відійдіть');
  expect((await store.members.history()).items.filter(({ kind }) => kind === 'exported')).toEqual([]);
});
