import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { findCountry } from '../../../lib/country.ts';
import { type Column, publicColumns, teamColumns } from '../../../lib/export/columns.ts';
import { csvOf } from '../../../lib/export/csv.ts';
import { geojsonOf } from '../../../lib/export/geojson.ts';
import { summaryColumns } from '../../../lib/export/summary-columns.ts';
import { xlsxOf } from '../../../lib/export/xlsx.ts';
import type { Incident } from '../../../lib/incident/incident.ts';
import { incident, incidentFrom } from '../../support/samples/samples.ts';
import { anyNastyReport } from '../../support/screens.ts';

const country = findCountry('UA');
if (!country) throw new Error('No country');
const columns = publicColumns(country, id => `https://t.me/svidok_bot?start=i${id}`);

async function* each<Thing>(things: readonly Thing[]): AsyncGenerator<Thing> {
  yield* things;
}

const textOf = async (pieces: AsyncIterable<string>): Promise<string> => {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
};

const words: readonly Column<string>[] = [{ name: 'words', hxl: '#meta', about: '', of: text => text }];

describe('a table as CSV', () => {
  test('comes back as it went in, whatever the texts hold, and no text is a formula', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(fc.string({ unit: 'binary' }), anyFormula)), async texts => {
        const csv = await textOf(csvOf(words, texts));
        const rows: string[][] = parse(csv, { bom: true, skip_empty_lines: false });
        expect(rows.slice(0, 2)).toEqual([['words'], ['#meta']]);
        expect(rows.slice(2).map(([cell = '']) => cell.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/, ''))).toEqual(
          texts,
        );
        for (const [cell = ''] of rows.slice(2)) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
      }),
    );
  });

  test('is UTF-8 with a mark by which spreadsheets know it, and ends its lines as RFC 4180 does', async () => {
    const csv = await textOf(csvOf(words, ['Ізюм, "центр"']));
    expect(csv).toBe('\uFEFFwords\r\n#meta\r\n"Ізюм, ""центр"""\r\n');
  });

  test('keeps a number below nothing a number', async () => {
    const lon: readonly Column<number>[] = [{ name: 'lon', hxl: '#geo+lon', about: '', of: n => n }];
    expect(await textOf(csvOf(lon, [-12.5]))).toContain('\r\n-12.5\r\n');
  });
});

const anyFormula = fc
  .tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝'), fc.string())
  .map(parts => parts.join(''));

describe('incidents taken away', () => {
  test('are the same in CSV, XLSX and GeoJSON, cell by cell, whatever the texts hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyNastyReport, { minLength: 1, maxLength: 5 }), async reports => {
        const incidents = reports.map(report => incidentFrom([report], { id: report.id }));
        const cells = incidents.map(one => columns.map(({ of }) => of(one)));
        const collection = JSON.parse(await textOf(geojsonOf(columns, each(incidents), { licence: 'CC' })));
        expect(
          collection.features.map(({ properties }: { properties: object }) => Object.values(properties)),
        ).toEqual(JSON.parse(JSON.stringify(cells.map(row => row.map(cell => cell ?? null)))));
        const pieces: Uint8Array[] = [];
        for await (const piece of xlsxOf(columns, each(incidents), 'Svidok')) pieces.push(piece);
        const [sheet] = (await readXlsx(Buffer.concat(pieces))).sheets;
        expect(sheet?.rows.slice(0, 2)).toEqual([
          columns.map(({ name }) => name),
          columns.map(({ hxl }) => hxl),
        ]);
        expect(sheet?.rows).toHaveLength(2 + incidents.length);
      }),
      { numRuns: 20 },
    );
  });

  test('hold nothing that readers are not shown', async () => {
    const shown: Incident = { ...incident, reportCount: 4, approvedAt: '2026-03-14T11:22:33.000Z' };
    const csv = await textOf(csvOf(columns, [shown]));
    expect(csv).not.toContain('11:22');
    expect(columns.find(({ name }) => name === 'reports')?.of(shown)).toBeUndefined();
    expect(columns.find(({ name }) => name === 'published')?.of(shown)).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });
});

test('every column has a name of its own, an HXL tag of its own and a meaning', () => {
  const all = [...columns, ...teamColumns];
  for (const table of [all, summaryColumns]) {
    expect(new Set(table.map(({ name }) => name)).size).toBe(table.length);
    expect(new Set(table.map(({ hxl }) => hxl)).size).toBe(table.length);
    for (const { hxl, about } of table) {
      expect(hxl).toMatch(/^#[a-z0-9]+(\+[a-z0-9_]+)*$/);
      expect(about.length).toBeGreaterThan(5);
    }
  }
});
