import * as z from 'zod/mini';
import { canonical } from '../history/event.ts';
import { publicPlaceSchema } from '../place/public.ts';
import { reportIdSchema } from '../report/id.ts';
import { answersSchema, postSchema, type Report } from '../report/report.ts';
import { asideReasons } from '../report/vocabulary.ts';
import { instantSchema } from '../time/instant.ts';
import { settlementPlace } from './publication/place.ts';
import { publicQuote } from './publication/quotes.ts';
import { publicOccurred } from './publication/time.ts';

/** What an incident takes whole from one of its reports. `munition` brings phase and delivery. */
export const aspects = ['place', 'occurred', 'munition', 'effect'] as const;
export type Aspect = (typeof aspects)[number];

/** The numbers of people that a report gives. */
export const countedPeople = ['killed', 'injured'] as const;
export type CountedPeople = (typeof countedPeople)[number];

/**
 * What an incident is made of: one report as it was approved. The report may be amended afterwards, and goes back to
 * review; what is published rests on this until it is approved again. `reporter` is a pseudonym that holds within this
 * incident only (`voiceWithin`). `place` and `quote` are what readers may be told of them at most, made once; `sourceFor` the
 * aspects that the incident takes from this report; `aside` the numbers of it that a moderator set aside, and why: they count
 * nowhere, and the team still sees them.
 */
export const contributionSchema = z.object({
  id: reportIdSchema,
  reporter: z.string(),
  receivedAt: instantSchema,
  answers: answersSchema,
  place: publicPlaceSchema,
  quote: z.optional(postSchema),
  sourceFor: z.array(z.enum(aspects)),
  aside: z.optional(z.partialRecord(z.enum(countedPeople), z.enum(asideReasons))),
});
export type Contribution = Readonly<z.infer<typeof contributionSchema>>;

/** What a report contributes as it is now, approved as it says, by this voice. */
export const contributionOf = (
  report: Report,
  sourceFor: readonly Aspect[] = [],
  voice = report.reporter,
): Contribution => {
  const { id, receivedAt, answers } = report;
  const place = settlementPlace(answers.place);
  return {
    id,
    reporter: voice,
    receivedAt,
    answers,
    place,
    quote: publicQuote(report),
    sourceFor: [...sourceFor],
  };
};

/** A contribution of the same report as one before: a number that was set aside stays aside while it is the same. */
export const keepingAside = (former: Contribution | undefined, now: Contribution): Contribution => {
  const kept = Object.entries(former?.aside ?? {}).filter(
    ([of]) => canonical(former?.answers[of as CountedPeople]) === canonical(now.answers[of as CountedPeople]),
  );
  return kept.length > 0 ? { ...now, aside: Object.fromEntries(kept) } : now;
};

/** By the time at which their reports were received. */
export const inOrder = (contributions: readonly Contribution[]): readonly Contribution[] =>
  contributions.toSorted((a, b) => (a.receivedAt + a.id < b.receivedAt + b.id ? -1 : 1));

/** The contribution from which an incident takes an aspect: the one that was chosen, else the first. Throws if there is none. */
export const sourceOf = (contributions: readonly Contribution[], aspect: Aspect): Contribution => {
  const source =
    contributions.find(({ sourceFor }) => sourceFor.includes(aspect)) ?? inOrder(contributions)[0];
  if (!source) throw new Error('An incident is made of at least one report.');
  return source;
};

/** Which report is the source of which aspect. What is missing stays as it is. */
export type Choice = Readonly<Partial<Record<Aspect, string>>>;

/**
 * The same contributions with exactly one source for each aspect: the one that is chosen now, the one that was it before,
 * or the first; in their order. So a report that comes into an incident later changes no aspect that was not chosen.
 */
export const withSources = (
  contributions: readonly Contribution[],
  choice: Choice = {},
): readonly Contribution[] => {
  const source = (aspect: Aspect): string =>
    (contributions.find(({ id }) => id === choice[aspect]) ?? sourceOf(contributions, aspect)).id;
  return inOrder(contributions).map(contribution => ({
    ...contribution,
    sourceFor: aspects.filter(aspect => source(aspect) === contribution.id),
  }));
};

/** The contributions that are new, or not what they were. */
export const changedContributions = (
  before: readonly Contribution[],
  after: readonly Contribution[],
): readonly Contribution[] =>
  after.filter(one => canonical(one) !== canonical(before.find(({ id }) => id === one.id)));

/** The aspects in which the reports of an incident differ: for a moderator to choose whose is right. */
export const disagreements = (contributions: readonly Contribution[]): readonly Aspect[] =>
  aspects.filter(aspect => new Set(contributions.map(one => canonical(aspectValue(one, aspect)))).size > 1);

/** What a report says of an aspect, as readers may be told it. */
export const aspectValue = ({ answers, place }: Contribution, aspect: Aspect) => {
  switch (aspect) {
    case 'place':
      return place;
    case 'occurred':
      return publicOccurred(answers.occurred, answers.source);
    case 'munition':
      return { phase: answers.phase, munition: answers.munition, delivery: answers.delivery };
    case 'effect':
      return answers.effect;
  }
};
