/**
 * `npm run import -- FILE`, by the mapping beside it or by `--mapping MAPPING`: reads a data set of others and says what is wrong
 * with it, row by row; with `--write` brings it into the queue, with `--write --approve` into incidents, or figures of others,
 * approved by an admin. Exits with 1 when any row was refused.
 */
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { type Country, findCountry } from '../../lib/country.ts';
import { allPseudonyms } from '../../lib/identity/identity.ts';
import type { FigureMapping, Mapping } from '../../lib/import/mapping.ts';
import { parseMapping } from '../../lib/import/mapping-check.ts';
import { runCommand, UsageError } from './command.ts';
import { approvalOf } from './import/approver.ts';
import { type ImportSummary, importRows } from './import/import.ts';
import { createProgress } from './import/progress.ts';
import { openRows } from './import/rows.ts';
import { openTables } from './import/tables.ts';
import type { Target } from './import/target.ts';

const usage =
  'npm run import -- FILE [--mapping MAPPING.json] [--write [--approve]]\nWithout --mapping it is FILE.mapping.json, for FILE.csv.';

const run = async (args: readonly string[]): Promise<boolean> => {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      mapping: { type: 'string', short: 'm' },
      write: { type: 'boolean', default: false },
      approve: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError(usage);
  if (values.approve && !values.write) throw new UsageError('--approve comes with --write.');
  const mapping = await readMapping(values.mapping ?? besideOf(file));
  if (mapping.row === 'figure' && values.write && !values.approve)
    throw new UsageError('Figures of others have no queue: bring them in with --write --approve.');
  const code = process.env.COUNTRY || 'UA';
  const country = findCountry(code);
  if (!country) throw new UsageError(`COUNTRY is wrong: there is no country ${code}.`);
  const { rows, done } = await openRows(file, mapping);
  const opened = values.write ? await openTarget(mapping, country, values.approve) : undefined;
  const progress = createProgress(process.stderr);
  try {
    const summary = await importRows({
      rows,
      mapping,
      country: code,
      target: opened?.target,
      tell: text => {
        progress.end();
        console.log(text);
      },
      onRow: read => progress.show(done(), read),
    });
    progress.end();
    console.log(summaryText(summary, mapping.row, opened?.target));
    return summary.refused === 0;
  } finally {
    await opened?.close();
  }
};

/** The mapping of a file that stands beside it. */
const besideOf = (file: string): string =>
  `${file.slice(0, file.length - extname(file).length)}.mapping.json`;

const readMapping = async (path: string): Promise<Mapping | FigureMapping> => {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UsageError(`${path} is no file that can be read.`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${path} is no JSON: ${error instanceof Error ? error.message : error}`);
  }
  const parsed = parseMapping(value);
  if (parsed.kind === 'wrong') throw new UsageError([`${path} is wrong:`, ...parsed.problems].join('\n  '));
  return parsed.mapping;
};

/** Opens the tables, after whoever approves has said who they are: by APPROVE_AS, or asked at the terminal. */
const openTarget = async (
  { dataset }: Mapping | FigureMapping,
  country: Country,
  isApproved: boolean,
): Promise<Readonly<{ target: Target; close: () => Promise<void> }>> => {
  const typed = isApproved ? process.env.APPROVE_AS || (await askAdmin(dataset)) : '';
  const tables = await openTables(process.env, country);
  try {
    const { store, identity } = tables;
    const [newest, ...earlier] = allPseudonyms(identity).map(one => one.dataset(dataset));
    const reporter = newest ?? identity.dataset(dataset);
    const approval = isApproved ? await approvalOf({ typed, admins: tables.admins }, tables) : undefined;
    return {
      target: {
        store,
        reporters: [reporter, ...earlier],
        voiceWithin: incident => identity.voiceWithin(incident, reporter),
        approval,
      },
      close: tables.close,
    };
  } catch (error) {
    await tables.close();
    throw error;
  }
};

const askAdmin = async (dataset: string): Promise<string> => {
  if (!process.stdin.isTTY)
    throw new UsageError(
      '--approve needs the Telegram id of an admin in APPROVE_AS, or a terminal to ask at.',
    );
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await lines.question(
      `You approve every row of ${dataset}: none shows a military position, identifies a person or is graphic.\n` +
        'Your Telegram id: ',
    );
  } finally {
    lines.close();
  }
};

const summaryText = (
  { read, leftOut, ready, written, there, joined, refused, kinds }: ImportSummary,
  row: (Mapping | FigureMapping)['row'],
  target: Target | undefined,
): string => {
  const into = target?.approval ? `, ${joined} of them into incidents that were there` : ' into the queue';
  const why = [...kinds].map(([kind, rows]) => `${kind} ${rows}`).join(', ');
  return [
    `${read} rows read${leftOut > 0 ? `, ${leftOut} left out by the mapping` : ''}.`,
    `${refused} refused${why === '' ? '' : ` (${why})`}.`,
    target
      ? `${written} written${row === 'figure' ? ' as figures of others' : into}, ${there} there before.`
      : `${ready} could be written: a dry run, nothing was. Add --write.`,
  ].join('\n');
};

await runCommand(run);
