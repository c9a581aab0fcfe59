/**
 * `npm run import -- FILE --mapping MAPPING`: reads a data set of others and says what is wrong with it, row by row; with `--write`
 * brings it into the queue, with `--write --approve` into incidents, approved by an admin. Exits with 1 when any row was refused.
 */
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { type Country, findCountry } from '../../lib/country.ts';
import { allPseudonyms } from '../../lib/identity/identity.ts';
import { type Mapping, parseMapping } from '../../lib/import/mapping.ts';
import { runCommand, UsageError } from './command.ts';
import { approvalOf } from './import/approver.ts';
import { type ImportSummary, importRows, type Target } from './import/import.ts';
import { createProgress } from './import/progress.ts';
import { openRows } from './import/rows.ts';
import { openTables } from './import/tables.ts';

const usage = 'npm run import -- FILE --mapping MAPPING.json [--write [--approve]]';

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
  if (file === undefined || positionals.length > 1 || values.mapping === undefined)
    throw new UsageError(usage);
  if (values.approve && !values.write) throw new UsageError('--approve comes with --write.');
  const mapping = await readMapping(values.mapping);
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
    console.log(summaryText(summary, opened?.target));
    return summary.refused === 0;
  } finally {
    await opened?.close();
  }
};

const readMapping = async (path: string): Promise<Mapping> => {
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
  { dataset }: Mapping,
  country: Country,
  isApproved: boolean,
): Promise<Readonly<{ target: Target; close: () => Promise<void> }>> => {
  const typed = isApproved ? process.env.APPROVE_AS || (await askAdmin(dataset)) : '';
  const tables = await openTables(process.env, country);
  try {
    const { store, identity } = tables;
    const [newest, ...earlier] = allPseudonyms(identity).map(one => one.dataset(dataset));
    const reporter = newest ?? identity.dataset(dataset);
    const approval = isApproved
      ? await approvalOf({ typed, admins: process.env.ADMINS ?? '' }, tables)
      : undefined;
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
  target: Target | undefined,
): string => {
  const why = [...kinds].map(([kind, rows]) => `${kind} ${rows}`).join(', ');
  return [
    `${read} rows read${leftOut > 0 ? `, ${leftOut} left out by the mapping` : ''}.`,
    `${refused} refused${why === '' ? '' : ` (${why})`}.`,
    target
      ? `${written} written${target.approval ? `, ${joined} of them into incidents that were there` : ' into the queue'}, ${there} there before.`
      : `${ready} could be written: a dry run, nothing was. Add --write.`,
  ].join('\n');
};

await runCommand(run);
