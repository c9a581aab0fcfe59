import type { Country } from '../../../lib/country.ts';
import { digest } from '../../../lib/history/event.ts';
import type { AccountReading } from '../../../lib/language/account.ts';
import type { Locale } from '../../../lib/locale.ts';
import type { PlaceOrigin, Point } from '../../../lib/place/place.ts';
import type { Draft } from '../../../lib/report/draft.ts';
import type { Answers, Evidence } from '../../../lib/report/report.ts';
import type { Catalogue } from '../../locales/catalogue.ts';
import type { Parsers } from '../../parsers.ts';
import type { Html } from '../../telegram/html.ts';

/**
 * A step of the interview, as progress counts them. It may take more than one question (a place, then its region), and
 * its name in the review is one of the catalogue's lines.
 */
export type Section = keyof Catalogue['witness']['lines'];

/** All that a question may look at. Nothing here changes anything: the interview is a pure function. */
export type View = Readonly<{
  draft: Draft;
  now: Date;
  country: Country;
  locale: Locale;
  t: Catalogue;
  /** Tells namesakes apart. Missing where the gazetteer was not needed, and so not loaded. */
  townBy?: Parsers['townBy'];
}>;

/** What words and points are read with, and against what. `account` is what the words say of all questions. */
type ReadingContext = View & Readonly<{ parsers: Parsers; account?: AccountReading | undefined }>;

export type Choice = Readonly<{ label: string; value: string; style?: 'primary' | 'success' | 'danger' }>;

/** A question as put to the person. The interview adds progress, the way out, back and cancel. */
export type Ask = Readonly<{
  title: Html;
  hint?: Html;
  choices: readonly (readonly Choice[])[];
  /** What turns to other choices; beside `none`, for a phone to show the question above all of them. */
  turn?: Choice;
  /** The button for those who do not know, or do not want to say. */
  none?: string;
}>;

/**
 * What the person did at a question. `none` is the way out: unknown, or skip. `reading` is what the question's own `read`
 * made of it.
 */
export type Reply<Reading = unknown> =
  | Readonly<{ kind: 'choice'; value: string; reading?: Reading }>
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'text'; text: string; reading?: Reading }>
  | Readonly<{
      kind: 'point';
      point: Point;
      origin: PlaceOrigin;
      title?: string;
      reading?: Reading;
    }>
  | Readonly<{ kind: 'evidence'; evidence: Evidence }>;

/**
 * What a question makes of a reply. `answered` moves on and repeats back what was understood; `asking` stays, with half an
 * answer kept (`locate`: with the phone's own button for sending a location); `refused` stays and says why. A reply that
 * cannot mean anything at this question is `foreign`.
 */
export type Outcome =
  | Readonly<{ kind: 'answered'; draft: Draft; understood?: Html }>
  | Readonly<{ kind: 'asking'; draft: Draft; note?: Html; locate?: true }>
  | Readonly<{ kind: 'refused'; note: Html }>
  | Readonly<{ kind: 'foreign' }>;

/** What a half-answer can hold. */
export type Json = NonNullable<Draft['pending']>[string];

export type Question<Reading = unknown> = Readonly<{
  id: string;
  section: Section;
  /** Whether the answers so far call for this question. */
  applies: (draft: Draft) => boolean;
  answered: (draft: Draft) => boolean;
  ask: (view: View) => Ask;
  /**
   * Reads words or a point as an answer to this question. It runs once, before the state is changed: `answer` is given
   * what it found, and may be called again when somebody else saved the chat in between.
   */
  read?(reply: Reply, context: ReadingContext): Reading | undefined;
  answer(reply: Reply<Reading>, view: View): Outcome;
  /** Its line in the review; a question without one belongs to the line of another. */
  line?: (view: View) => Readonly<{ label: string; value: Html }> | undefined;
}>;

/** The draft with more answers. */
export const withAnswers = (draft: Draft, answers: Partial<Answers>): Draft => ({
  ...draft,
  answers: { ...draft.answers, ...answers },
});

/** Marks a question as asked, where having no answer is an answer too. */
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
  understood,
});

/**
 * The code of one of several readings that a draft keeps to choose from. It is made of the reading itself, so that a button
 * means that reading, or nothing, whatever else is offered by then.
 */
export const optionCode = (option: unknown): string => digest(option).slice(0, 8);

/** The member of a vocabulary that a press or a reading names, if it is one. */
export const member = <T extends string>(vocabulary: readonly T[], value: string): T | undefined =>
  vocabulary.find(code => code === value);
