import type { Country } from '../../../lib/country.ts';
import type { Locale } from '../../../lib/locale.ts';
import type { PlaceOrigin, Point } from '../../../lib/place/place.ts';
import type { Draft } from '../../../lib/report/draft.ts';
import type { Answers, Evidence } from '../../../lib/report/report.ts';
import type { Catalogue } from '../../locales/catalogue.ts';
import type { Parsers } from '../../parsers.ts';
import type { Html } from '../../telegram/html.ts';

/**
 * The twelve steps that progress counts. A step may take more than one question (a place, then its region), and a
 * question is asked only when it applies.
 */
export const sections = [
  'phase',
  'place',
  'time',
  'effect',
  'munition',
  'knownBy',
  'killed',
  'injured',
  'areas',
  'source',
  'account',
  'evidence',
] as const;
export type Section = (typeof sections)[number];

/** All that a question may look at. Nothing here changes anything: the interview is a pure function. */
export type View = Readonly<{
  draft: Draft;
  now: Date;
  country: Country;
  locale: Locale;
  t: Catalogue;
  /** Present when the person gave words or a point: understanding them takes data that presses do not need. */
  parsers?: Parsers;
}>;

export type Choice = Readonly<{ label: string; value: string; style?: 'primary' | 'success' | 'danger' }>;

/** A question as put to the person. The interview adds progress, the way out, back and cancel. */
export type Ask = Readonly<{
  title: Html;
  hint?: Html;
  choices: readonly (readonly Choice[])[];
  /** The button for those who do not know, or do not want to say. */
  none?: string;
}>;

/** What the person did at a question. `none` is the way out: unknown, or skip. */
export type Reply =
  | Readonly<{ kind: 'choice'; value: string }>
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'text'; text: string }>
  | Readonly<{ kind: 'point'; point: Point; origin: PlaceOrigin; title?: string }>
  | Readonly<{ kind: 'evidence'; evidence: Evidence; text?: string }>;

/**
 * What a question makes of a reply. `answered` moves on and repeats back what was understood; `asking` stays, with half an
 * answer kept (`locate`: with the phone's own button for sending a location); `refused` stays and says why. A reply that a question cannot mean at all is `foreign`.
 */
export type Outcome =
  | Readonly<{ kind: 'answered'; draft: Draft; understood?: Html }>
  | Readonly<{ kind: 'asking'; draft: Draft; note?: Html; locate?: true }>
  | Readonly<{ kind: 'refused'; note: Html }>
  | Readonly<{ kind: 'foreign' }>;

/** What a half-answer can hold. */
export type Json = NonNullable<Draft['pending']>[string];

export type Question = Readonly<{
  id: string;
  section: Section;
  /** Whether the answers so far call for this question. */
  applies: (draft: Draft) => boolean;
  answered: (draft: Draft) => boolean;
  ask: (view: View) => Ask;
  answer: (reply: Reply, view: View) => Outcome;
  /** Its line in the review; a question without one belongs to the line of another. */
  line?: (view: View) => Readonly<{ label: string; value: Html }> | undefined;
}>;

/** The draft with more answers. */
export const withAnswers = (draft: Draft, answers: Partial<Answers>): Draft => ({
  ...draft,
  answers: { ...draft.answers, ...answers },
});

/** Half-answer of a question that is done with whatever it got, because it may have got nothing. */
export const asked = 'asked';

/** The draft with a half-answer of a question kept, or with none when it is undefined. */
export const withPending = (draft: Draft, question: string, value: Json | undefined): Draft => {
  const { pending: { [question]: _, ...others } = {}, ...rest } = draft;
  const pending = value === undefined ? others : { ...others, [question]: value };
  return Object.keys(pending).length === 0 ? rest : { ...rest, pending };
};

/** The outcome of an answer that says it all. */
export const answered = (view: View, answers: Partial<Answers>, understood?: Html): Outcome => ({
  kind: 'answered',
  draft: withAnswers(view.draft, answers),
  ...(understood === undefined ? {} : { understood }),
});

/** The member of a vocabulary that a press or a reading names, if it is one. */
export const member = <T extends string>(vocabulary: readonly T[], value: string): T | undefined =>
  vocabulary.find(code => code === value);
