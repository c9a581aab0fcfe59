import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../lib/report/report.ts';
import { answers } from '../../lib/report/samples.ts';
import { approval } from '../../lib/store/submission.ts';
import { type Product, startProduct } from '../../product.ts';
import { now, read, submit } from '../desk.ts';

const publish = async (product: Product, change: Partial<Answers> = {}): Promise<string> => {
  const report = await submit(product, product.witness, change);
  const at = product.deps.now().toISOString();
  const approving = approval(report, { at });
  await product.store.approve(approving);
  return approving.into.incident;
};

describe('a reader', () => {
  test('sees only what was approved, in pages, by region and munition', async () => {
    const product = await startProduct();
    const { reader } = product;
    await submit(product, product.witness);
    await reader.send('/latest');
    expect(read(reader.last())).toContain('Nothing has been published yet.');
    for (let n = 0; n < 5; n += 1) await publish(product, { killed: { min: n, max: n } });
    await publish(product, { munition: 'mortar', place: { ...answers.place, region: 'UA-63' } });
    await reader.send('/latest');
    const list = reader.last();
    expect(reader.buttons(list)).toEqual([
      ['Details 1', 'Details 2'],
      ['Details 3', 'Details 4'],
      ['Older'],
      ['Region', 'Munition', 'Summary'],
    ]);
    expect(now(reader, list)).toContain('Mortar');
    await reader.press(list, 'Older');
    expect(now(reader, list)).toContain('Killed: 0');
    expect(reader.buttons(list)[1]).toEqual(['Newer']);
    await reader.press(list, 'Newer');
    expect(now(reader, list)).toContain('Mortar');

    await reader.press(list, 'Region');
    await reader.press(list, 'Zaporizhzhia region');
    expect(now(reader, list)).not.toContain('Mortar');
    await reader.press(list, 'Munition');
    await reader.press(list, 'Mortar');
    expect(now(reader, list)).toContain('Nothing has been published for this choice.');
    await reader.press(list, 'Region');
    await reader.press(list, 'All regions');
    expect(now(reader, list)).toContain('1. An attack');
    expect(reader.buttons(list).flat()).not.toContain('Details 2');
  });

  test('opens an incident and comes back to the page it was on', async () => {
    const product = await startProduct();
    const { reader } = product;
    for (let n = 0; n < 5; n += 1)
      await publish(product, {
        killed: { min: n, max: n },
        source: { kind: 'newsroom', name: 'CNN' },
        account: `Text ${n}`,
      });
    await reader.send('/latest');
    const list = reader.last();
    await reader.press(list, 'Older');
    await reader.press(list, 'Details 1');
    expect(now(reader, list)).toContain('In the words of CNN:');
    expect(now(reader, list)).toContain('Text 0');
    await reader.press(list, 'Back to the list');
    expect(now(reader, list)).toContain('Killed: 0');
  });

  test('never sees the witness’s own point, words or pseudonym', async () => {
    const product = await startProduct();
    const { reader, telegram } = product;
    await publish(product, { account: 'The secret words of a witness' });
    const before = telegram.calls.length;
    await reader.send('/latest');
    await reader.press('Details 1');
    const shown = JSON.stringify(telegram.calls.slice(before));
    expect(shown).not.toContain('47.66');
    expect(shown).not.toContain('secret words');
    expect(shown).not.toContain(product.deps.identity.reporter(product.witness.id));
  });

  test('gets a summary of a period and of a region, and none of what is older', async () => {
    const product = await startProduct({ now: () => new Date('2026-11-23T10:00:00Z') });
    const { reader } = product;
    const zone = 'Europe/Kyiv';
    await publish(product, {
      occurred: { precision: 'day', start: '2026-11-20', end: '2026-11-20', zone },
      killed: { min: 3, max: 5 },
      injured: 'unknown',
    });
    await publish(product, {
      occurred: { precision: 'day', start: '2026-11-02', end: '2026-11-02', zone },
      killed: { min: 1, max: 1 },
    });
    await publish(product, { occurred: { precision: 'unknown', zone } });
    await reader.send('/summary');
    const summary = reader.last();
    expect(now(reader, summary)).toContain('2 incidents, 2 approved reports');
    expect(now(reader, summary)).toContain('Killed: 4–6');
    expect(now(reader, summary)).toContain('Injured: 8, not known in 1 incident');
    expect(now(reader, summary)).toContain('Not counted here: 1 incident without a known month.');
    await reader.press(summary, '7 days');
    expect(now(reader, summary)).toContain('Killed: 3–5');
    await reader.press(summary, 'All time');
    expect(now(reader, summary)).toContain('3 incidents');
    await reader.press(summary, 'Region');
    await reader.press(summary, 'Kharkiv region');
    expect(now(reader, summary)).toContain('Nothing has been published');
    await reader.press(summary, 'Latest incidents');
    expect(now(reader, summary)).toContain('Region: Kharkiv region');
  });

  test('is told that a button was never one, or leads to what is gone', async () => {
    const product = await startProduct();
    const { reader } = product;
    const id = await publish(product);
    await reader.send('/latest');
    const list = reader.last();
    for (const data of ['r:', 'r:x', 'r:constructor'])
      expect(await reader.forge(list, data)).toMatchObject({
        alert: true,
        text: 'This button does not work any more.',
      });
    for (const data of [
      'r:l:99:nuclear:zzz',
      'r:l',
      'r:munitions:zz:-5',
      'r:munitions::1e9',
      'r:s:century:zz',
      'r:areas',
      'r:regions',
    ])
      expect(await reader.forge(list, data)).toMatchObject({ text: '' });
    const incident = await product.store.readIncident(id);
    const { items } = await product.store.reportsOf(product.deps.identity.reporter(product.witness.id), {
      limit: 1,
    });
    await product.store.withdraw({
      id: items[0]?.id ?? '',
      reporter: items[0]?.reporter ?? '',
      at: product.deps.now().toISOString(),
    });
    expect(incident?.status).toBe('published');
    await reader.forge(list, `r:i:${id}:::`);
    expect(now(reader, list)).toBe('This incident is not published any more.');
    await reader.forge(list, 'r:i:no-such-incident:::');
    expect(now(reader, list)).toBe('This incident is not published any more.');
  });
});
