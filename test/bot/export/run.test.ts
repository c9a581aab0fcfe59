import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../lib/report/report.ts';
import { submit } from '../../support/product/desk.ts';
import { type Product, startProduct } from '../../support/product/product.ts';
import { approval } from '../../support/samples/submission.ts';
import { release } from '../../whole/steps.ts';

const publish = async (product: Product, change: Partial<Answers> = {}): Promise<string> => {
  const report = await submit(product, product.witness, change);
  const approving = approval(report, { at: product.deps.now().toISOString() });
  await product.store.reports.approve(approving);
  await release(product);
  return approving.into.incident;
};

/** The documents that a person was sent, the last last: name, caption, content. */
const documents = async (product: Product) => {
  const { reader, telegram } = product;
  const bytes = async (id: string) =>
    Buffer.from(await (await fetch(`${telegram.url}/media/${id}`)).arrayBuffer());
  return Promise.all(
    reader
      .messages()
      .flatMap(({ document, caption }) =>
        document ? [{ name: document.file_name ?? '', caption: caption ?? '', id: document.file_id }] : [],
      )
      .map(async ({ id, ...one }) => ({ ...one, bytes: await bytes(id) })),
  );
};

describe('an export', () => {
  test('comes as a file of what was asked for, with what its columns mean, and as readers see it', async () => {
    const product = await startProduct();
    const { reader } = product;
    const mortar = await publish(product, { munition: 'mortar' });
    await publish(product, { munition: 'grenade' });
    await reader.send('/export mortar');
    const answer = await reader.press(reader.last(), 'CSV (spreadsheet, HXL)');
    expect(answer?.text).toContain('it comes as a message');
    await product.files();
    const [csv, columns] = await documents(product);
    const [names, tags, ...rows]: string[][] = parse(csv?.bytes.toString('utf8') ?? '', { bom: true });
    expect(csv?.name).toMatch(/^svidok-incidents-\d{4}-\d{2}-\d{2}\.csv$/);
    expect(csv?.caption).toMatch(
      /^1 incident\nPeriod: All time\nArea: Ukraine\nMunition: Mortar round\nAs of .*\nCreative Commons Attribution 4\.0/,
    );
    expect(names?.[0]).toBe('incident');
    expect(tags?.[0]).toBe('#event+code');
    expect(rows.map(([code]) => code?.replace('-', ''))).toEqual([mortar]);
    expect(columns?.name).toMatch(/columns\.txt$/);
    for (const name of names ?? []) expect(columns?.bytes.toString('utf8')).toContain(`\n${name}\t`);
  });

  test('comes as a workbook, as a map and as a table of a summary, too', async () => {
    const product = await startProduct();
    const { reader } = product;
    await publish(product);
    await reader.send('/export');
    await reader.press(reader.last(), 'XLSX (Excel)');
    await reader.press(reader.last(), 'GeoJSON (map)');
    await product.files();
    await reader.send('/summary all time');
    await reader.press(reader.last(), 'By munition');
    await reader.press(reader.last(), 'As a file (CSV)');
    await product.files();
    const files = await documents(product);
    const named = (end: string) => files.find(({ name }) => name.endsWith(end))?.bytes ?? Buffer.from('');
    const [sheet] = (await readXlsx(named('.xlsx'))).sheets;
    expect(sheet?.rows).toHaveLength(3);
    const map = JSON.parse(named('.geojson').toString('utf8'));
    expect(map).toMatchObject({ type: 'FeatureCollection', about: { licence: { id: 'CC-BY-4.0' } } });
    expect(map.features).toHaveLength(1);
    expect(named('.csv').toString('utf8')).toContain('#event+num');
  });

  test('of nothing says so, and sends no file; a failure is told', async () => {
    const product = await startProduct();
    const { reader, telegram } = product;
    await reader.send('/export cluster');
    await reader.press(reader.last(), 'XLSX (Excel)');
    await product.files();
    expect(reader.last().text).toContain('There is nothing to put into a file');
    await publish(product, { munition: 'cluster_munition' });
    telegram.faults.next('sendDocument', { kind: 'error', code: 400 });
    await reader.send('/export cluster');
    await reader.press(reader.last(), 'XLSX (Excel)');
    await product.files();
    expect(reader.last().text).toContain('The file could not be made');
  });

  test('that nobody makes is said to have failed, at once', async () => {
    const refusing = async () => {
      throw new Error('No such function');
    };
    const { reader, log } = await startProduct({
      change: deps => ({ ...deps, jobs: { ...deps.jobs, export: refusing } }),
    });
    await reader.send('/export');
    const answer = await reader.press(reader.last(), 'CSV (spreadsheet, HXL)');
    expect(answer?.text).toContain('could not be made');
    expect(log.join('\n')).toContain('export_failed');
  });
});
