import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { importRows } from '../../../../infra/commands/import/import.ts';
import { openRows } from '../../../../infra/commands/import/rows.ts';
import type { Mapping } from '../../../../lib/import/mapping.ts';

const folder = await mkdtemp(join(tmpdir(), 'svidok-rows-'));
afterAll(() => rm(folder, { recursive: true }));

const mapping: Mapping = {
  dataset: 'Made up',
  row: 'incident',
  id: 'id',
  dates: 'DMY',
  occurred: { date: 'date' },
  place: { settlement: 'place', lat: 'lat', lon: 'lon' },
  munition: { of: 'weapon', codes: { Град: 'rocket_artillery' } },
  killed: { count: 'killed' },
  source: { kind: { is: 'monitor' }, link: 'link' },
  account: ['notes'],
};
const header = ['id', 'date', 'place', 'lat', 'lon', 'weapon', 'killed', 'link', 'notes'];
const good = ['1', '2022-05-11', 'Харків', '', '', 'Град', '3', '', 'Слова'];

const table = (...rows: (readonly string[])[]): string =>
  [header, ...rows].map(cells => cells.join(',')).join('\n');

/** What a dry run of a file tells, and how many rows of it could be written. */
const dryRun = async (content: string | Uint8Array, change: Partial<Mapping> = {}) => {
  const path = join(folder, `${Math.random()}.csv`);
  await writeFile(path, content);
  const read = { ...mapping, ...change };
  const told: string[] = [];
  const { rows } = await openRows(path, read);
  const summary = await importRows({
    rows,
    mapping: read,
    country: 'UA',
    now: () => new Date('2026-03-14T13:00:00.000Z'),
    tell: text => told.push(text),
  });
  return { ready: summary.ready, refused: summary.refused, told };
};

const utf16 = (text: string, isBig = false): Buffer => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};
/** Of the letters that these tests use, as Windows-1251 has them. */
const windows1251 = (text: string): Buffer =>
  Buffer.from(
    [...text].map(letter => {
      const code = letter.charCodeAt(0);
      if (code < 0x80) return code;
      return letter === 'і' ? 0xb3 : code - 0x410 + 0xc0;
    }),
  );

describe('a file is read as it was written', () => {
  const text = table(good);
  it.each<[string, string | Uint8Array, Partial<Mapping>]>([
    ['in UTF-8', text, {}],
    ['in UTF-8 with a mark', `\ufeff${text}`, {}],
    ['in UTF-16', utf16(text), {}],
    ['in UTF-16, the other way round', utf16(text, true), {}],
    ['in UTF-16 without a mark, which the mapping says', utf16(text).subarray(2), { encoding: 'utf-16le' }],
    ['in Windows-1251, which the mapping says', windows1251(text), { encoding: 'windows-1251' }],
    ['with semicolons', text.replaceAll(',', ';'), {}],
    ['with tabs', text.replaceAll(',', '\t'), {}],
    ['with the line ends of Windows', text.replaceAll('\n', '\r\n'), {}],
    ['with an empty line at the end', `${text}\n\n`, {}],
    [
      'with commas in quoted column names',
      text.replace('notes', 'notes,"a, b, c; d"').replace('Слова', 'Слова,'),
      {},
    ],
    ['with a quotation mark inside a cell', text.replace('Слова', '5" and more'), {}],
    [
      'with decimal commas',
      table(['1', '2022-05-11', 'Харків', '"49,99"', '"36,23"', 'Град', '', '', '']),
      {},
    ],
  ])('%s', async (_, content, change) => {
    const { told, ...counts } = await dryRun(content, change);
    expect(counts).toEqual({ ready: 1, refused: 0 });
    expect(told.filter(line => line.startsWith('line'))).toEqual([]);
  });

  it('and never as something else: what it cannot be is said', async () => {
    await expect(dryRun(windows1251(text))).rejects.toThrow(/not written in utf-8.*"windows-1251"/);
    await expect(dryRun(utf16(text).subarray(2))).rejects.toThrow(/UTF-16.*"utf-16le"/);
    await expect(dryRun('')).rejects.toThrow(/is empty/);
    await expect(dryRun(text.replace('weapon', 'wepon'))).rejects.toThrow(
      /no column weapon. It has: id, date/,
    );
    await expect(dryRun(text.replace('notes', 'place'))).rejects.toThrow(/no column notes/);
    await expect(dryRun(table(good).replace('link', 'place'), { source: mapping.source })).rejects.toThrow(
      /no column link/,
    );
    await expect(dryRun(`${text.replace('notes', 'notes,place')},x`)).rejects.toThrow(
      /more than one column place/,
    );
    await expect(dryRun(text.replace('Слова', '"Слова'))).rejects.toThrow(/any further: .*[Qq]uote/);
  });
});

describe('a row that is wrong is refused, with its line and what is wrong', () => {
  const at = (name: string, value: string): readonly string[] =>
    good.map((cell, n) => (header[n] === name ? value : cell));
  const point = (lat: string, lon: string) => good.map((cell, n) => ({ lat, lon })[header[n] ?? ''] ?? cell);
  it.each<[string, readonly string[], RegExp]>([
    ['fewer cells', good.slice(0, 7), /row: has not as many cells as the 9 columns/],
    ['more cells', [...good, 'x'], /row: has not as many cells as the 9 columns/],
    ['no id', at('id', ''), /id: the row has no id/],
    ['a day that there is not', at('date', '31.04.2022'), /"31.04.2022" is no day that the calendar has/],
    ['a month that there is not', at('date', '2022-13-01'), /is no day that the calendar has/],
    ['a day to come', at('date', '2031-01-01'), /is after today/],
    ['a day long ago', at('date', '11.05.1022'), /is before 1900/],
    ['a date in words', at('date', 'in spring'), /"in spring" is no date/],
    ['a number of a spreadsheet for a date', at('date', '44692'), /"44692" is no date/],
    ['exchanged coordinates', point('36.23', '49.99'), /latitude and longitude exchanged/],
    ['coordinates of another country', point('52.23', '21.01'), /lie outside the country/],
    ['no coordinates', point('0', '0'), /broken devices/],
    ['one coordinate', point('49.99', ''), /are no coordinates/],
    ['coordinates with signs', point('49.99° N', '36.23'), /are no coordinates/],
    ['coordinates elsewhere', point('46.48', '30.72'), /km from 46.48, 30.72/],
    ['a town that there is not', at('place', 'Нетакогоміста'), /is not known/],
    ['a munition without a code', at('weapon', 'Смерч'), /munition: "Смерч" is unknown: give it a code/],
    ['fewer than nobody', at('killed', '-3'), /-3 is below zero/],
    ['half a person', at('killed', '1.5'), /is no number of people/],
    ['too many', at('killed', '9999999'), /more people than an incident can hold/],
    ['a formula for a number', at('killed', '=1+1'), /"=1\+1" is a formula/],
    ['a formula for a link', at('link', '=HYPERLINK("x")'), /is no link to a page/],
    ['a link that runs', at('link', 'javascript:alert(1)'), /is no link to a page/],
  ])('%s', async (_, row, says) => {
    const { told, ...counts } = await dryRun(table(good.with(0, 'other'), row));
    expect(counts).toEqual({ ready: 1, refused: 1 });
    const lines = told.filter(line => line.startsWith('line'));
    expect(lines).toEqual([expect.stringMatching(says)]);
    expect(lines[0]).toMatch(/^line 3: /);
  });

  it('a row that another has the id of, also behind a text of several lines', async () => {
    const { told } = await dryRun(table(at('notes', '"Two\nlines"'), good));
    expect(told).toContain('line 4: id: the same row as line 2');
  });

  it('and each word without a code is said once more, with how many rows have it', async () => {
    const { told } = await dryRun(
      table(...['Смерч', 'Ураган', 'Ураган'].map((word, n) => at('weapon', word).with(0, String(n)))),
    );
    expect(told.slice(3)).toEqual([
      'in 2 rows, first in line 3: munition: "Ураган" is unknown: give it a code in the mapping',
      'in 1 row, first in line 2: munition: "Смерч" is unknown: give it a code in the mapping',
      'note: no row says anything in "lat"',
      'note: no row says anything in "lon"',
      'note: no row says anything in "link"',
    ]);
  });
});
