import { asksForUnexploded } from '../incident/asked.ts';
import { type Munition, munitions, type Phase, phases } from '../report/vocabulary.ts';
import { type Counters, nothing, sum } from './counters.ts';
import type { CountedGrade } from './grades.ts';
import type { Tallied } from './tally.ts';

/**
 * The cells that bear on a question about a period and an area: those that surely belong to both, and those that may. Of these,
 * `when`: the area holds them, and it is not known whether the period does; `where`: the place is known too roughly, and the
 * period holds them, or may. `unreadable`: how many cells are missing because they cannot be read.
 */
export type Found = Readonly<{
  surely: readonly Tallied[];
  perhaps: Readonly<{ when: readonly Tallied[]; where: readonly Tallied[] }>;
  unreadable?: number;
}>;

/** What a question asks for, of all that is counted. What is missing asks for all. */
export type Filter = Readonly<{
  munitions?: readonly Munition[] | undefined;
  phase?: Phase | undefined;
  grades?: readonly CountedGrade[] | undefined;
}>;

/** The grades of which the headline speaks, unless others are asked for. The rest stands beside it, each apart. */
export const supportedGrades = ['confirmed', 'corroborated'] as const satisfies readonly CountedGrade[];
const besideGrades = ['single_source', 'contested'] as const satisfies readonly CountedGrade[];

/** The counters of the incidents of one kind, those with most incidents first. */
type Parts<Code> = readonly Readonly<{ code: Code; counters: Counters }>[];

/** A grade beside the headline, with its incidents that are asked for only because of what they left behind. */
type Beside = Readonly<{ code: (typeof besideGrades)[number]; counters: Counters; suspected: number }>;

/** The answer to a question. `total` is of the grades that were asked for, and so are its parts. */
export type Summary = Readonly<{
  total: Counters;
  phases: Parts<Phase>;
  munitions: Parts<Munition>;
  /** Beside the headline, where no grade was asked for: what rests on one source, and what is contested. */
  beside: readonly Beside[];
  /**
   * Where unexploded items are asked for: how many incidents of another munition left some behind that are suspected or marked.
   * They are asked for, too, and are not in `total`: of these only their number is known.
   */
  suspected: number;
  /** Incidents of any counted grade that may belong to the period, or to the area, and are in no number here. */
  perhaps: Readonly<{ when: number; where: number }>;
  /** When anything of it was last changed; undefined when nothing was ever counted. */
  changedAt: string | undefined;
}>;

/** What some cells come to, by what was asked. */
export const summaryOf = ({ surely, perhaps }: Found, filter: Filter = {}): Summary => {
  const { grades } = filter;
  const asked = (cells: readonly Tallied[]) => cells.filter(cell => isAsked(cell, filter));
  const kind = asked(surely);
  const headline = headlineOf(surely, filter);
  const suspectedIn = (cells: readonly Tallied[]) => totalOf(othersOf(cells, filter)).unexploded;
  const ofGrade = (...graded: readonly CountedGrade[]) => surely.filter(({ grade }) => has(graded, grade));
  const incidents = (cells: readonly Tallied[]) => totalOf(asked(cells)).incidents + suspectedIn(cells);
  return {
    total: totalOf(headline),
    phases: partsOf(phases, headline, ({ phase }) => phase),
    munitions: partsOf(munitions, headline, ({ munition }) => munition),
    beside: grades
      ? []
      : besideGrades
          .map(code => ({
            code,
            counters: totalOf(kind.filter(({ grade }) => grade === code)),
            suspected: suspectedIn(ofGrade(code)),
          }))
          .filter(({ counters, suspected }) => counters.incidents + suspected > 0),
    suspected: suspectedIn(ofGrade(...(grades ?? supportedGrades))),
    perhaps: { when: incidents(perhaps.when), where: incidents(perhaps.where) },
    changedAt: surely
      .map(({ changedAt }) => changedAt)
      .sort()
      .at(-1),
  };
};

/** Of some cells those that the bold number counts. */
export const headlineOf = <One extends Tallied>(cells: readonly One[], filter: Filter): readonly One[] =>
  cells.filter(cell => isAsked(cell, filter) && has(filter.grades ?? supportedGrades, cell.grade));

/**
 * Where unexploded items are asked for: of some cells those of other munitions, of which the bold number counts the incidents that
 * left some behind (`unexploded`), of the grades that it counts.
 */
export const suspectedOf = <One extends Tallied>(cells: readonly One[], filter: Filter): readonly One[] =>
  othersOf(cells, filter).filter(({ grade }) => has(filter.grades ?? supportedGrades, grade));

const othersOf = <One extends Tallied>(cells: readonly One[], filter: Filter): readonly One[] =>
  asksForUnexploded(filter.munitions)
    ? cells.filter(cell => isAsked(cell, { ...filter, munitions: undefined }) && !isAsked(cell, filter))
    : [];

const has = (list: readonly string[], one: string): boolean => list.includes(one);

const isAsked = ({ munition, phase, grade }: Tallied, filter: Filter): boolean =>
  (!filter.munitions || has(filter.munitions, munition)) &&
  (!filter.phase || filter.phase === phase) &&
  (!filter.grades || has(filter.grades, grade));

/** The sum of all cells. */
export const totalOf = (cells: readonly Tallied[]): Counters =>
  cells.map(({ counters }) => counters).reduce(sum, nothing);

const partsOf = <Code extends string>(
  codes: readonly Code[],
  cells: readonly Tallied[],
  codeOf: (cell: Tallied) => string,
): Parts<Code> =>
  codes
    .map(code => ({ code, counters: totalOf(cells.filter(cell => codeOf(cell) === code)) }))
    .filter(({ counters }) => counters.incidents > 0)
    .sort((a, b) => b.counters.incidents - a.counters.incidents);
