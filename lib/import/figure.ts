import { readCount } from '../language/answer/count.ts';
import type { Imported } from '../report/report.ts';
import { munitions } from '../report/vocabulary.ts';
import { type Amount, amountOf, type Figure } from '../summary/figure.ts';
import type { FigureMapping, Read } from './mapping.ts';
import { readDate } from './occurred.ts';
import { nothingSaid } from './people.ts';
import { regionOf } from './place.ts';
import { type Findings, isFormula, type Problem, quoted } from './problem.ts';
import { createFindings, idOf, type Note, type RowContext, readCoded, readSource } from './report.ts';
import { isWanted, type Row, readText } from './row.ts';

/** What a row says of a figure. Who records it, and when, the row does not know. */
type SaidFigure = Omit<Figure, 'id' | 'version' | 'status' | 'recordedAt' | 'by'>;

type FigureReading =
  | Readonly<{ kind: 'left_out' }>
  | Readonly<{ kind: 'refused'; problems: readonly Problem[] }>
  | Readonly<{ kind: 'read'; imported: Imported; figure: SaidFigure; notes: readonly Note[] }>;

type Context = RowContext<FigureMapping>;

const longest = { user: 200, area: 200, people: 100, amount: 200 } as const;

/** A number that others published, as a row of their table says it; or everything that is wrong with it. */
export const readFigureRow = (row: Row, context: Context): FigureReading => {
  const { mapping } = context;
  if (row.fault !== undefined)
    return { kind: 'refused', problems: [{ kind: 'unreadable', field: 'row', says: row.fault }] };
  if (!isWanted(row, mapping.only)) return { kind: 'left_out' };
  const { problems, notes, ...findings } = createFindings();
  const id = idOf(row, mapping, findings);
  const source = readSource(row, context, findings);
  const text = (field: 'user' | 'area' | 'people') => readShort(row, mapping[field], field, findings);
  const amounts = {
    attacks: readAmount(row, mapping.attacks, 'attacks', findings),
    killed: readAmount(row, mapping.killed, 'killed', findings),
    injured: readAmount(row, mapping.injured, 'injured', findings),
  };
  const said = {
    period: readPeriod(row, context, findings),
    region: readRegion(row, context, findings),
    munition: readCoded(row, mapping.munition, munitions, findings, 'munition') ?? 'unknown',
    user: text('user'),
    area: text('area'),
    people: text('people'),
    ...amounts,
  };
  if (source && source.published === undefined)
    findings.refuse('source', 'source.published', 'a figure needs the day on which it was published');
  if (problems.length === 0 && Object.values(amounts).every(one => one === undefined))
    findings.refuse('number', 'attacks', 'the row says no number: of attacks, killed or injured');
  if (problems.length > 0 || id === undefined || source?.published === undefined)
    return { kind: 'refused', problems };
  return {
    kind: 'read',
    imported: { dataset: mapping.dataset, row: id },
    figure: { source, published: source.published, ...said },
    notes,
  };
};

const readShort = (
  row: Row,
  one: Read | undefined,
  field: 'user' | 'area' | 'people',
  { refuse }: Findings,
): string | undefined => {
  const text = readText(row, one);
  return text !== undefined && text.length > longest[field]
    ? refuse('unreadable', field, `is longer than ${longest[field]} characters`)
    : text;
};

/** A number, or the words that stand for one ("repeatedly"). */
const readAmount = (
  row: Row,
  one: Read | undefined,
  field: 'attacks' | 'killed' | 'injured',
  { refuse }: Findings,
): Amount | undefined => {
  const text = readText(row, one);
  if (text === undefined || nothingSaid.has(text.toLowerCase())) return undefined;
  if (/^[-−–]\s*\d/.test(text)) return refuse('number', field, `${text} is below zero`);
  if (isFormula(text)) return refuse('number', field, `${quoted(text)} is a formula`);
  if (text.length > longest.amount)
    return refuse('number', field, `is longer than ${longest.amount} characters`);
  const reading = readCount(text, field === 'injured' ? 'injured' : 'killed');
  return amountOf(text, reading.kind === 'understood' ? reading.count : undefined);
};

const readPeriod = (row: Row, { mapping, zone, today }: Context, { refuse }: Findings): Figure['period'] => {
  const [first, last] = [mapping.period?.from, mapping.period?.to].map(one => readText(row, one));
  const [from, to] = [first, last].map(text =>
    text === undefined ? undefined : readDate(text, mapping, zone),
  );
  for (const [text, date] of [
    [first, from],
    [last, to],
  ] as const)
    if (typeof date === 'string') return refuse('date', 'period', `${quoted(text ?? '')} ${date}`);
  if (typeof from !== 'object' && typeof to !== 'object') return undefined;
  const period = {
    from: typeof from === 'object' ? from.start : undefined,
    to: typeof to === 'object' ? to.end : undefined,
  };
  if (period.from !== undefined && period.from > today)
    return refuse('date', 'period', `${quoted(first ?? '')} is after today`);
  if (period.from !== undefined && period.to !== undefined && period.to < period.from)
    return refuse('date', 'period', `it ends on ${period.to}, before it begins on ${period.from}`);
  return period;
};

const readRegion = (row: Row, { mapping, gazetteer }: Context, { refuse }: Findings): string | undefined => {
  const text = readText(row, mapping.region);
  if (text === undefined) return undefined;
  return (
    regionOf(gazetteer, text) ?? refuse('place', 'region', `${quoted(text)} is no region of the country`)
  );
};
