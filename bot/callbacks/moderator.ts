import * as z from 'zod/mini';
import { aspects, countedPeople } from '../../lib/incident/contribution.ts';
import { assessments } from '../../lib/incident/incident.ts';
import { localeSchema } from '../../lib/locale.ts';
import { checklistSchema } from '../../lib/report/report.ts';
import {
  asideReasons,
  attributionStatuses,
  contaminationStates,
  munitions,
  namedSources,
} from '../../lib/report/vocabulary.ts';
import { id, none, number } from './arguments.ts';
import { checklistLetters, coded, codeOf, munitionCodes, reasonCodes, templateCodes } from './codes.ts';
import { correctionCallbacks } from './correction.ts';
import { defineCallbacks } from './table.ts';

/**
 * The lists of the queue: what waits for the team, the longest wait first or the most harm; what this moderator has taken;
 * what waits for witnesses.
 */
export const queueLists = ['waiting', 'harmed', 'mine', 'asked'] as const;
export type QueueList = (typeof queueLists)[number];
const listLetters: Readonly<Record<QueueList, string>> = { waiting: 'w', harmed: 'h', mine: 'm', asked: 'a' };

/** How long something has waited at least, in hours: what the queue can be narrowed to. */
export const queueAges = [1, 6, 24] as const;

/** By how many hours one press moves a release. */
export const holdHours = [3, 12, 24, 72] as const;

/** Which incidents are listed: those that wait for their release, or those that are published. */
export const incidentLists = ['embargoed', 'published'] as const;
export type IncidentList = (typeof incidentLists)[number];

/** The lines of a figure's form, in their order. */
export const figureFields = [
  'kind',
  'name',
  'link',
  'published',
  'munition',
  'attacks',
  'killed',
  'injured',
  'people',
  'user',
  'period',
  'region',
  'area',
] as const;
export type FigureField = (typeof figureFields)[number];

/** A page of a stored list: what follows or precedes a cursor of the store. */
const positionSchema = z.union([z.object({ after: z.string() }), z.object({ before: z.string() })]);
export type Position = Readonly<z.output<typeof positionSchema>>;

const positionPattern = '[ab][0-9a-z]{9}[0-9A-Z]{10}';
const readPosition = (word: string): Position =>
  word.startsWith('a') ? { after: word.slice(1) } : { before: word.slice(1) };
const writePosition = (position: Position): string =>
  'after' in position ? `a${position.after}` : `b${position.before}`;

const position = z.codec(z.string().check(z.regex(new RegExp(`^${positionPattern}$`))), positionSchema, {
  decode: readPosition,
  encode: writePosition,
});

/** Codes of regions are ISO 3166-2; here without the country, so that they are short. */
const regionPattern = '[0-9A-Z]{1,3}';
const region = z.string().check(z.regex(new RegExp(`^${regionPattern}$`)));

const queueViewSchema = z.object({
  list: z.enum(queueLists),
  region: z.optional(region),
  munition: z.optional(z.enum(munitions)),
  /** In hours, at least. */
  age: z.optional(z.literal(queueAges)),
  position: z.optional(positionSchema),
});
/** What of the queue a screen shows. `region` is a code without its country. */
export type QueueView = Readonly<z.output<typeof queueViewSchema>>;

export const wholeQueue: QueueView = { list: 'waiting' };

const viewPattern = new RegExp(
  `^([whma])(${regionPattern})?(\\.|${Object.values(munitionCodes).join('|')})(${queueAges.join('|')})?(${positionPattern})?$`,
);

/**
 * A view of the queue in at most 28 characters, `w23cl6` or `w.`: list, region, munition or a dot, age, position. Every card
 * that was opened from the queue carries it, for the way back.
 */
export const queueView = z.codec(z.string().check(z.regex(viewPattern)), queueViewSchema, {
  decode: word => {
    const [, list, code, munition, age, page] = viewPattern.exec(word) ?? [];
    return {
      list: codeOf(listLetters, list) ?? 'waiting',
      region: code,
      munition: codeOf(munitionCodes, munition),
      age: queueAges.find(hours => String(hours) === age),
      position: page === undefined ? undefined : readPosition(page),
    };
  },
  encode: view =>
    [
      listLetters[view.list],
      view.region ?? '',
      view.munition === undefined ? '.' : munitionCodes[view.munition],
      view.age ?? '',
      view.position === undefined ? '' : writePosition(view.position),
    ].join(''),
});

const checksSchema = z.partial(checklistSchema);
/** The checklist as far as it is answered: nothing is taken for granted, so `false` is an answer that has to be given. */
export type Checks = Readonly<z.output<typeof checksSchema>>;
type CheckedItem = keyof typeof checklistLetters;
const checkedItems = Object.keys(checklistLetters) as CheckedItem[];

/** The answers so far, a letter each: `pG` says no military position, graphic violence, and nothing of persons. */
const checks = z.codec(z.string().check(z.regex(/^(?=.)[pP]?[iI]?[gG]?$/)), checksSchema, {
  decode: word =>
    Object.fromEntries(
      [...word].map(letter => [
        codeOf(checklistLetters, letter.toLowerCase()),
        letter !== letter.toLowerCase(),
      ]),
    ),
  encode: answers =>
    checkedItems
      .filter(item => answers[item] !== undefined)
      .map(item => (answers[item] ? checklistLetters[item].toUpperCase() : checklistLetters[item]))
      .join(''),
});

/** A complete checklist: the letters of what is shown, or a dash for nothing. */
const checklist = z.codec(z.string().check(z.regex(/^(-|(?=.)P?I?G?)$/)), checklistSchema, {
  decode: word => ({
    militaryPosition: word.includes('P'),
    identifiesPerson: word.includes('I'),
    graphic: word.includes('G'),
  }),
  encode: answers =>
    checkedItems
      .filter(item => answers[item])
      .map(item => checklistLetters[item].toUpperCase())
      .join('') || '-',
});

const hours = z.codec(z.enum(holdHours.map(String)), z.literal(holdHours), {
  decode: word => Number(word) as (typeof holdHours)[number],
  encode: String,
});

/** What names something that was put aside. */
const problem = z.string().check(z.regex(/^[0-9A-Z]{10}$/));
/** The pseudonym of a member of the team. */
const member = z.string().check(z.regex(/^[\w-]{1,44}$/));

const page = z.optional(number);
const reason = coded(reasonCodes);
const from = z.optional(queueView);

/** `version` is the one on the screen; `from` the view of the queue that it was opened from, if any. */
const report = { id, version: number };
const incident = { id, version: number };
const aboutReport = z.object({ ...report, from });
const aboutIncident = z.object(incident);

/** Which report a button is about. Without `from` it is on the card in the moderators' chat. */
export type ReportArgs = Readonly<z.output<typeof aboutReport>>;
/** Which incident a button is about. */
export type IncidentArgs = Readonly<z.output<typeof aboutIncident>>;

/** What a moderator can press. Names, the order of arguments and the words in them are released: see test/bot/callbacks/released.ts. */
export const moderatorCallbacks = defineCallbacks('m', {
  // A report
  card: aboutReport,
  evidence: z.object({ id, question: z.optional(number) }),
  account: z.object({ id }),
  similar: aboutReport,
  questions: aboutReport,
  history: z.object({ ...report, page, from }),
  claim: aboutReport,
  unclaim: aboutReport,
  reopen: aboutReport,
  edit: aboutReport,
  ...correctionCallbacks.definitions,
  approve: aboutReport,
  checklist: z.object({ ...report, checks, from }),
  incidentFor: z.object({ ...report, checklist, from }),
  approveAsNew: z.object({ ...report, checklist, from }),
  // Approves into an incident that there is. The longest of all: another letter in its name would be too long.
  add: z.object({ ...report, checklist, incident: id, from }),
  reject: aboutReport,
  rejectFor: z.object({ ...report, reason, from }),
  rejectInWords: aboutReport,
  ask: aboutReport,
  askFor: z.object({ ...report, template: coded(templateCodes), from }),
  askInWords: aboutReport,
  // Its reporter
  reporter: aboutReport,
  mute: aboutReport,
  muteConfirmed: aboutReport,
  unmute: aboutReport,
  // The queue
  queue: z.object({ view: queueView }),
  narrow: z.object({ by: z.enum(['region', 'munition', 'age']), view: queueView, page }),
  next: z.object({ view: queueView }),
  select: z.object({ view: queueView }),
  pick: z.object({ ...report, view: queueView }),
  pickAll: z.object({ view: queueView }),
  rejectPicked: z.object({ view: queueView }),
  rejectPickedFor: z.object({ reason, view: queueView }),
  // A report, with the waiting ones that may be about the same strike.
  gather: aboutReport,
  approvePicked: z.object({ view: queueView }),
  approvePickedAs: z.object({ as: z.enum(['one', 'each']), view: queueView }),
  // Takes back what was just decided together: the reports that the screen lists.
  undoPicked: z.object({ view: queueView }),
  // Incidents
  incidents: z.object({ list: z.enum(incidentLists), position: z.optional(position) }),
  incident: z.object({ id }),
  incidentHistory: z.object({ id, page }),
  chooseSource: z.object({ ...incident, aspect: z.enum(aspects) }),
  takeFrom: z.object({ ...incident, aspect: z.enum(aspects), report: id }),
  // The numbers of people that its reports give, one of which may be set aside, or counted again.
  numbers: aboutIncident,
  setAside: z.object({ ...incident, of: z.enum(countedPeople), report: id }),
  setAsideFor: z.object({
    ...incident,
    of: z.enum(countedPeople),
    report: id,
    reason: z.optional(z.enum(asideReasons)),
  }),
  hold: aboutIncident,
  holdFor: z.object({ ...incident, hours }),
  releaseNow: aboutIncident,
  grade: aboutIncident,
  // Without a grade it follows from the reports.
  setGrade: z.object({ ...incident, grade: z.optional(z.enum(assessments)) }),
  unexploded: aboutIncident,
  unexplodedState: z.object({ ...incident, state: z.enum(contaminationStates) }),
  unexplodedBy: z.object({ ...incident, state: z.enum(contaminationStates), source: z.enum(namedSources) }),
  nothingUnexploded: aboutIncident,
  claims: aboutIncident,
  addClaim: aboutIncident,
  claimStatus: z.object({ ...incident, status: z.enum(attributionStatuses) }),
  claimBy: z.object({ ...incident, status: z.enum(attributionStatuses), source: z.enum(namedSources) }),
  /** `claim` is the beginning of its hash (`claimCode`). */
  removeClaim: z.object({ ...incident, claim: z.string().check(z.regex(/^[0-9a-f]{12}$/)) }),
  split: aboutIncident,
  pickReport: z.object({ ...incident, report: id }),
  moveToNew: aboutIncident,
  moveTo: z.object({ ...incident, into: id }),
  merge: aboutIncident,
  mergeById: aboutIncident,
  mergeWith: z.object({ ...incident, into: id }),
  mergeConfirmed: z.object({ ...incident, into: id }),
  retract: aboutIncident,
  retractFor: z.object({ ...incident, reason }),
  // Figures of others. A choice without a value empties that line of the form.
  figures: z.object({ page }),
  newFigure: none,
  figureForm: none,
  figureField: z.object({ field: z.enum(figureFields), page }),
  figureKind: z.object({ kind: z.optional(z.enum(namedSources)) }),
  figureMunition: z.object({ munition: z.optional(z.enum(munitions)) }),
  figureRegion: z.object({ region: z.optional(region) }),
  saveFigure: none,
  cancelFigure: none,
  removeFigure: z.object({ id }),
  removeFigureConfirmed: z.object({ id }),
  // What was put aside
  problems: z.object({ page }),
  problemAgain: z.object({ problem, page }),
  problemDismiss: z.object({ problem, page }),
  problemsAgain: none,
  // The team's view as a file
  teamExport: z.object({ format: coded({ csv: 'c', xlsx: 'x', geojson: 'g' }) }),
  // The team
  team: none,
  teamHistory: z.object({ page }),
  addMember: none,
  role: z.object({ member, role: z.enum(['moderator', 'admin']) }),
  remove: z.object({ member }),
  removeConfirmed: z.object({ member }),
  language: z.object({ locale: localeSchema }),
});

export const { button } = moderatorCallbacks;

export type ModeratorCallback = keyof typeof moderatorCallbacks.definitions;
/** What a callback carries. */
export type CallbackArgs<Name extends ModeratorCallback> = Readonly<
  z.output<(typeof moderatorCallbacks.definitions)[Name]>
>;
