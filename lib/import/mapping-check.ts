import type * as z from 'zod/mini';
import { placePrecisions } from '../place/place.ts';
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
import {
  columnsIn,
  type FigureMapping,
  type FileMapping,
  figureMappingSchema,
  type Mapping,
  mappingSchema,
  type PeopleMapping,
  type Read,
  timePrecisions,
} from './mapping.ts';

/** A mapping of reports or of figures, or what is wrong with it, in words. */
export const parseMapping = (
  value: unknown,
):
  | Readonly<{ kind: 'mapping'; mapping: Mapping }>
  | Readonly<{ kind: 'figures'; mapping: FigureMapping }>
  | Readonly<{ kind: 'wrong'; problems: readonly string[] }> => {
  const isOfFigures = valueAt(value, ['row']) === 'figure';
  const result = isOfFigures ? figureMappingSchema.safeParse(value) : mappingSchema.safeParse(value);
  if (!result.success)
    return {
      kind: 'wrong',
      problems: result.error.issues.map(issue => {
        const at = issue.path.join('.') || 'the mapping';
        return `${at}: ${valueAt(value, issue.path) === undefined ? 'is missing' : wrongness(issue)}`;
      }),
    };
  const mapping = result.data;
  const ofFile = [...zoneProblem(mapping), ...encodingProblem(mapping)];
  const problems =
    mapping.row === 'figure'
      ? [
          ...ofFile,
          ...wordProblems('source.kind', mapping.source.kind, namedSources),
          ...wordProblems('munition', mapping.munition, munitions),
        ]
      : [...ofFile, ...mergedNumber(mapping), ...pointProblem(mapping), ...codeProblems(mapping)];
  if (problems.length > 0) return { kind: 'wrong', problems };
  return mapping.row === 'figure' ? { kind: 'figures', mapping } : { kind: 'mapping', mapping };
};

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (found, key) =>
      typeof found === 'object' && found !== null ? (found as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );

/** What is wrong with a value that is there, in words. */
const wrongness = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `has no field ${issue.keys.join(', ')}`;
    case 'invalid_value':
      return `is none of ${issue.values.join(', ')}`;
    case 'invalid_type':
      return `is no ${issue.expected}`;
    case 'invalid_union': {
      const unknown = issue.errors.flat().find(({ code }) => code === 'unrecognized_keys');
      if (unknown) return wrongness(unknown);
      return 'is a column, a list of columns, {"is": "always this"} or {"of": "column", "codes": {"a word": "its code"}}';
    }
    default:
      return 'is empty, or not written as it must be';
  }
};

/** What a mapping puts in place of the file's words must be codes of ours: else every row that has the word is refused. */
const codeProblems = ({ occurred, place, source, attribution, ...mapping }: Mapping): readonly string[] => {
  const coded = [
    ['phase', mapping.phase, phases],
    ['effect', mapping.effect, effects],
    ['munition', mapping.munition, munitions],
    ['delivery', mapping.delivery, deliveries],
    ['knownBy', mapping.knownBy, knownBys],
    ['areas', mapping.areas, areas],
    ['source.kind', source.kind, namedSources],
    ['occurred.precision', occurred.precision, timePrecisions],
    ['place.precision', place.precision, placePrecisions],
    ['attribution.status', attribution?.status, attributionStatuses],
  ] as const;
  return coded.flatMap(([field, one, codes]) => wordProblems(field, one, codes));
};

const wordProblems = (field: string, one: Read | undefined, codes: readonly string[]): readonly string[] =>
  wordsIn(one)
    .filter(([, code]) => !codes.includes(code))
    .map(([where, code]) => `${field}${where}: "${code}" is none of ${codes.join(', ')}`);

/** What a mapping itself writes for a value, and where. */
const wordsIn = (one: Read | undefined): readonly (readonly [string, string])[] => {
  if (typeof one !== 'object' || Array.isArray(one)) return [];
  if ('is' in one) return [['.is', one.is]];
  const { codes = {}, otherwise } = one as Extract<Read, { of: unknown }>;
  return [
    ...Object.entries(codes).map(([word, code]) => [`.codes.${word}`, code] as const),
    ...(otherwise === undefined ? [] : [['.otherwise', otherwise] as const]),
  ];
};

/** Killed and injured are two numbers: a sum of both says neither. */
const mergedNumber = ({ killed = {}, injured = {} }: Mapping): readonly string[] => {
  const columns = ({ of: _, ...bounds }: PeopleMapping) =>
    Object.values(bounds).flatMap(one => (one ? columnsIn(one) : []));
  const both = columns(killed).filter(one => columns(injured).includes(one));
  return both.map(
    one => `"${one}" is both the killed and the injured: a merged number cannot be brought in as either`,
  );
};

const zoneProblem = ({ zone }: FileMapping): readonly string[] => {
  if (zone === undefined || isZone(zone)) return [];
  return [`zone: "${zone}" is no time zone; it is written as in "Europe/Kyiv" or "UTC"`];
};

const encodingProblem = ({ encoding }: FileMapping): readonly string[] => {
  if (encoding === undefined || isEncoding(encoding)) return [];
  return [`encoding: "${encoding}" is none that is known; it is written as in "windows-1251" or "utf-16le"`];
};

const isEncoding = (encoding: string): boolean => {
  try {
    new TextDecoder(encoding);
    return true;
  } catch {
    return false;
  }
};

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const pointProblem = ({ place: { lat, lon } }: Mapping): readonly string[] =>
  (lat === undefined) === (lon === undefined) ? [] : ['place: lat and lon belong together'];
