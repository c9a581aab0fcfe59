import { createHash } from 'node:crypto';
import { canonical } from '../history/event.ts';
import type { Gazetteer } from '../place/gazetteer/gazetteer.ts';
import {
  type Answers,
  type Attribution,
  answersSchema,
  type Imported,
  maxAccountLength,
  type Source,
} from '../report/report.ts';
import {
  areas,
  attributionStatuses,
  deliveries,
  effects,
  knownBys,
  munitions,
  namedSources,
  phases,
} from '../report/vocabulary.ts';
import type { FigureMapping, FileMapping, Mapping, Read } from './mapping.ts';
import { type Dating, readDate, readOccurred } from './occurred.ts';
import { readPeople } from './people.ts';
import { readPlace } from './place.ts';
import { type Findings, type Problem, type ProblemKind, quoted } from './problem.ts';
import { isWanted, type Row, readList, readText } from './row.ts';

/** What a row comes to. `left_out`: the mapping does not want it. */
type RowReading =
  | Readonly<{ kind: 'left_out' }>
  | Readonly<{ kind: 'refused'; problems: readonly Problem[] }>
  | Readonly<{ kind: 'read'; imported: Imported; answers: Answers; notes: readonly Note[] }>;

/** What could not be kept as the row says it, though the row is taken. */
export type Note = Readonly<{ field: string; says: string }>;

/** What rows are read by. */
export type RowContext<Kind extends FileMapping = Mapping> = Readonly<{
  mapping: Kind;
  gazetteer: Gazetteer;
}> &
  Dating;

/** What a row says, as the answers of a report; or everything that is wrong with it. */
export const readRow = (row: Row, context: RowContext): RowReading => {
  const { mapping, gazetteer } = context;
  if (row.fault !== undefined)
    return { kind: 'refused', problems: [{ kind: 'unreadable', field: 'row', says: row.fault }] };
  if (!isWanted(row, mapping.only)) return { kind: 'left_out' };
  const { problems, notes, ...findings } = createFindings();
  const id = idOf(row, mapping, findings);
  const answers = {
    phase: readCode(row, 'phase', phases, context, findings) ?? 'unknown',
    place: readPlace(row, mapping, gazetteer, findings),
    occurred: readOccurred(row, mapping, context, findings),
    effect: readCode(row, 'effect', effects, context, findings) ?? 'unknown',
    munition: readCode(row, 'munition', munitions, context, findings) ?? 'unknown',
    delivery: readCode(row, 'delivery', deliveries, context, findings),
    knownBy: readCode(row, 'knownBy', knownBys, context, findings),
    killed: readPeople(row, mapping, 'killed', findings),
    injured: readPeople(row, mapping, 'injured', findings),
    areas: readAreas(row, mapping, findings),
    source: readSource(row, context, findings),
    attribution: readAttribution(row, mapping, findings),
    account: readAccount(row, mapping, findings),
    evidence: [],
  };
  checkPublished(answers.source, answers.occurred, findings);
  if (problems.length > 0) return { kind: 'refused', problems };
  const result = answersSchema.safeParse(answers);
  if (!result.success || id === undefined) {
    const fields = result.success ? 'id' : result.error.issues.map(({ path }) => path.join('.')).join(', ');
    return {
      kind: 'refused',
      problems: [{ kind: 'unreadable', field: fields, says: 'does not make a report' }],
    };
  }
  return { kind: 'read', imported: { dataset: mapping.dataset, row: id }, answers: result.data, notes };
};

/** Findings of a row, and where they are collected. */
export const createFindings = (): Findings &
  Readonly<{ problems: readonly Problem[]; notes: readonly Note[] }> => {
  const problems: Problem[] = [];
  const notes: Note[] = [];
  return {
    problems,
    notes,
    refuse: (kind, field, says) => {
      problems.push({ kind, field, says });
      return undefined;
    },
    note: (field, says) => {
      notes.push({ field, says });
    },
  };
};

/** The row's own id, or the digest of all that it says. */
export const idOf = (row: Row, { id }: FileMapping, { refuse }: Findings): string | undefined => {
  if (id === undefined)
    return createHash('sha256')
      .update(canonical(row.values) ?? '')
      .digest('hex');
  return readText(row, id) ?? refuse('id', 'id', 'the row has no id');
};

const codeOf = <Code extends string>(codes: readonly Code[], text: string): Code | undefined => {
  const code = text.toLowerCase().replaceAll(/[\s-]+/g, '_');
  return codes.find(one => one === code);
};

type Coded = 'phase' | 'effect' | 'munition' | 'delivery' | 'knownBy';

/** A code of a vocabulary, by itself or by the mapping's; undefined where the row says nothing, or with a problem. */
const readCode = <Code extends string>(
  row: Row,
  field: Coded,
  codes: readonly Code[],
  { mapping }: RowContext,
  findings: Findings,
): Code | undefined => readCoded(row, mapping[field], codes, findings, field);

export const readCoded = <Code extends string>(
  row: Row,
  one: Read | undefined,
  codes: readonly Code[],
  { refuse }: Findings,
  field: string,
): Code | undefined => {
  const text = readText(row, one);
  if (text === undefined) return undefined;
  const kind: ProblemKind = field === 'munition' ? 'munition' : 'code';
  return (
    codeOf(codes, text) ?? refuse(kind, field, `${quoted(text)} is unknown: give it a code in the mapping`)
  );
};

const readAreas = (row: Row, mapping: Mapping, { refuse }: Findings): Answers['areas'] => {
  const list = readList(row, mapping.areas);
  return list.flatMap(text => {
    const area = codeOf(areas, text);
    if (area === undefined)
      refuse('code', 'areas', `${quoted(text)} is unknown: give it a code in the mapping`);
    return area ?? [];
  });
};

/** Who says it: an institution, newsroom or page by its name. What a file says on its own account nobody saw with own eyes. */
export const readSource = (
  row: Row,
  { mapping, zone, today }: RowContext<Mapping | FigureMapping>,
  findings: Findings,
): Source | undefined => {
  const { source } = mapping;
  const kind = readCoded(row, source.kind, namedSources, findings, 'source.kind');
  if (kind === undefined)
    return readText(row, source.kind) === undefined
      ? findings.refuse('source', 'source', 'the row names no kind of source')
      : undefined;
  const [name, channel, link, date] = [source.name, source.channel, source.link, source.published].map(one =>
    readText(row, one),
  );
  if (link !== undefined && !/^https?:\/\/\S+$/.test(link))
    return findings.refuse('source', 'source.link', `${quoted(link)} is no link to a page`);
  const told = date === undefined ? undefined : readDate(date, mapping, zone);
  if (typeof told === 'string')
    return findings.refuse('date', 'source.published', `${quoted(date ?? '')} ${told}`);
  if (told && told.start > today)
    return findings.refuse('date', 'source.published', `${quoted(date ?? '')} is after today`);
  const isDay = told?.start === told?.end;
  if (told && !isDay)
    findings.note('source.published', `${quoted(date ?? '')} is no day: kept beside the channel`);
  const verified = readText(row, source.verified)?.toLowerCase();
  return {
    kind,
    name: name ?? mapping.dataset,
    channel: told && !isDay ? [channel, date].filter(Boolean).join(', ') : channel,
    link,
    published: told && isDay ? told.start : undefined,
    verified: verified === undefined ? undefined : ['true', 'yes', '1'].includes(verified),
  };
};

/** A claim, which the source makes; `null` where the row makes none. */
const readAttribution = (row: Row, { attribution }: Mapping, findings: Findings): Attribution | null => {
  const side = attribution && readText(row, attribution.side);
  if (!attribution || side === undefined) return null;
  const status = readCoded(row, attribution.status, attributionStatuses, findings, 'attribution.status');
  return { side, status: status ?? 'alleged' };
};

const readAccount = (row: Row, { account = [] }: Mapping, { note }: Findings): string | null => {
  const text = account.flatMap(one => readText(row, one) ?? []).join('\n');
  if (text.length > maxAccountLength) {
    note('account', `is longer than ${maxAccountLength} characters, and is cut`);
    return `${text.slice(0, maxAccountLength - 1)}…`;
  }
  return text === '' ? null : text;
};

/** Nobody tells of what is yet to happen. */
const checkPublished = (
  source: Source | undefined,
  occurred: Answers['occurred'] | undefined,
  { refuse }: Findings,
): void => {
  const start = occurred?.start?.slice(0, 10);
  if (source?.published !== undefined && start !== undefined && source.published < start)
    refuse('date', 'source.published', `published on ${source.published}, before it happened on ${start}`);
};
