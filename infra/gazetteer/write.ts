import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { handWritten } from '../../lib/country.ts';
import type { Built } from './build.ts';

/** One settlement, region or district per line, so that a new build shows as a readable difference. */
const inLines = (list: readonly unknown[]): string =>
  `[\n${list.map(one => JSON.stringify(one)).join(',\n')}\n]`;

/** Writes `<country>.json` into a folder, and the country's entry into `countries.json` beside it. */
export const writeGazetteer = ({ file, country }: Built, folder: URL): void => {
  const { regions, districts, settlements, ...head } = file;
  const lists = Object.entries({ regions, districts, settlements }).map(
    ([key, list]) => `"${key}": ${inLines(list)}`,
  );
  const text = `${JSON.stringify(head, null, 2).slice(0, -2)},\n${lists.join(',\n')}\n}\n`;
  writeFileSync(new URL(`${file.country}.json`, folder), text);
  if (handWritten.includes(country.code)) return;
  const list = new URL('countries.json', folder);
  const others: object = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {};
  writeFileSync(list, `${JSON.stringify({ ...others, [country.code]: country }, null, 2)}\n`);
};
