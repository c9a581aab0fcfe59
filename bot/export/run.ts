import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { type Api, InputFile } from 'grammy/web';
import type { Country } from '../../lib/country.ts';
import { licence } from '../../lib/export/licence.ts';
import { publicDate } from '../../lib/incident/publication/time.ts';
import { loadCatalogue } from '../locales/load.ts';
import { loadParsers } from '../parsers.ts';
import { periodOf } from '../reader/period.ts';
import { questionLines } from '../reader/question.ts';
import type { ExportJob } from '../runtime/jobs.ts';
import { inTries } from '../runtime/tries.ts';
import { apiErrorOf, isTransient, isUnreachable } from '../telegram/api-errors.ts';
import { cut } from '../telegram/html.ts';
import { dateText, type View } from '../text/incident.ts';
import { aboutText } from './about.ts';
import { type Asked, type ExportDeps, questionOf } from './asked.ts';
import { type FilePart, filesOf } from './files.ts';

/** Telegram's limit of a caption (core.telegram.org/bots/api#senddocument). */
const captionLength = 1024;

/**
 * Makes the file that was asked for, in as many parts as Telegram's limit takes, and sends each, and what its columns mean after
 * the last. Whoever asked is told when nothing is in it, or when it fails.
 */
export const runExport = async (deps: ExportDeps, job: ExportJob): Promise<void> => {
  const { api, country, now, log } = deps;
  const { chat, locale } = job;
  const view: View = { t: await loadCatalogue(locale), locale, country };
  const folder = await mkdtemp(pathOf(tmpdir(), 'svidok-'));
  try {
    const asked = await askedBy(job, country, now());
    const { t } = view;
    let sent = 0;
    for await (const part of filesOf(deps, { job, asked, view, folder })) {
      const isAlone = part.isLast && sent === 0;
      sent += 1;
      await sendFile(api, chat, part.path, {
        name: nameOf(job, asked.today, isAlone ? undefined : sent),
        caption: captionOf(part, asked, isAlone ? undefined : sent, view),
      });
      await rm(part.path);
      log.info('exported', { format: job.format, rows: part.rows });
    }
    if (sent === 0) await api.sendMessage(chat, t.taking.nothing);
    else
      await sendFile(api, chat, Buffer.from(aboutText(job, asked, view)), {
        name: `svidok-${asked.today}-columns.txt`,
        caption: t.taking.dictionary,
      });
  } catch (error) {
    if (isUnreachable(apiErrorOf(error))) return;
    log.error('export_failed', error);
    log.measure('export_failed', [{ name: 'ExportsFailed', value: 1 }]);
    await api.sendMessage(chat, view.t.taking.failed).catch(() => {});
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

const askedBy = async (job: ExportJob, country: Country, now: Date): Promise<Asked> => {
  const question = questionOf(job, country);
  const { settlement } = question;
  const place = settlement === undefined ? undefined : (await loadParsers(country)).settlement(settlement);
  return {
    question,
    place,
    period: periodOf(question.requested, now, country.zone),
    today: publicDate(now.toISOString(), country.zone),
    now,
    bot: job.bot,
  };
};

const nameOf = ({ format, forTeam }: ExportJob, today: string, part: number | undefined): string => {
  const isTable = format === 'month' || format === 'region' || format === 'munition';
  const incidents = forTeam ? 'team' : 'incidents';
  return `svidok-${isTable ? `by-${format}` : incidents}-${today}${part === undefined ? '' : `-${part}`}.${isTable ? 'csv' : format}`;
};

const captionOf = (
  { rows, isTable, isLast, perhaps, unreadable }: FilePart,
  { question, period, place, today }: Asked,
  part: number | undefined,
  view: View,
): string => {
  const { t, locale, country } = view;
  const lines = [
    part === undefined ? undefined : t.taking.part(part),
    isTable ? undefined : t.taking.incidents(rows),
    ...questionLines(question, period, place, view),
    perhaps > 0 && isLast ? t.taking.perhaps(perhaps) : undefined,
    unreadable > 0 && isLast ? t.taking.unreadable(unreadable) : undefined,
    t.reader.summary.asOf(dateText(today, country.zone, locale)),
    `${licence.name}, ${licence.url}`,
  ];
  return cut(lines.filter(line => line !== undefined).join('\n'), captionLength);
};

/** Sends a file, again where that may help. */
const sendFile = async (
  api: Api,
  chat: number,
  content: string | Buffer,
  { name, caption }: Readonly<{ name: string; caption: string }>,
): Promise<void> => {
  const file = () => new InputFile(typeof content === 'string' ? createReadStream(content) : content, name);
  await inTries(
    async () => {
      await api.sendDocument(chat, file(), { caption });
    },
    error => isTransient(apiErrorOf(error)),
  );
};
