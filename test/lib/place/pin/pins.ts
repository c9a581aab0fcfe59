import { readFileSync } from 'node:fs';

/** A pin whose place is known, by its English name. */
type Pin = Readonly<{ name: string; lat: number; lon: number; place: string }>;

/** The pins of a file of JSON lines. */
export const readPins = (file: URL | string): readonly Pin[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line));
