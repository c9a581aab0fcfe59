import * as z from 'zod/mini';
import { canonical } from '../history/event.ts';
import { publicPlace, publicPlaceSchema } from '../place/public.ts';
import { answersSchema, instantSchema, type Report, reportIdSchema } from '../report/report.ts';

/** What an incident takes whole from one of its reports, as a moderator chose. `munition` brings phase and delivery. */
export const aspects = ['place', 'occurred', 'munition', 'effect'] as const;
export type Aspect = (typeof aspects)[number];

/**
 * What an incident is made of: one report as it was approved. The report may be amended afterwards, and goes back to
 * review; what is published rests on this until it is approved again. `place` is what readers are shown, made once;
 * `gives` the aspects that the incident takes from it.
 */
export const contributionSchema = z.object({
  id: reportIdSchema,
  reporter: z.string(),
  receivedAt: instantSchema,
  answers: answersSchema,
  place: publicPlaceSchema,
  gives: z.array(z.enum(aspects)),
});
export type Contribution = Readonly<z.infer<typeof contributionSchema>>;

/** What a report brings into an incident as it is now. */
export const contributionOf = (
  { id, reporter, receivedAt, answers }: Report,
  gives: readonly Aspect[] = [],
): Contribution => ({
  id,
  reporter,
  receivedAt,
  answers,
  place: publicPlace(answers.place),
  gives: [...gives],
});

/** Links in their order: the report received first is the first. */
export const inOrder = (links: readonly Contribution[]): readonly Contribution[] =>
  links.toSorted((a, b) => (a.receivedAt + a.id < b.receivedAt + b.id ? -1 : 1));

/** The link that gives an aspect: the one that was chosen to, else the first. */
export const sourceOf = (links: readonly Contribution[], aspect: Aspect): Contribution => {
  const giver = links.find(({ gives }) => gives.includes(aspect)) ?? inOrder(links)[0];
  if (!giver) throw new Error('An incident is made of at least one report.');
  return giver;
};

/** Which report gives which aspect. What is missing stays as it is. */
export type Choice = Readonly<Partial<Record<Aspect, string>>>;

/**
 * Links of which each aspect is given by one: the one that is chosen now, the one that gave it before, or the first. So a
 * report that comes into an incident later changes nothing that was not chosen.
 */
export const settled = (links: readonly Contribution[], choice: Choice = {}): readonly Contribution[] => {
  const giver = (aspect: Aspect): string =>
    (links.find(({ id }) => id === choice[aspect]) ?? sourceOf(links, aspect)).id;
  return links.map(link => ({ ...link, gives: aspects.filter(aspect => giver(aspect) === link.id) }));
};

/** The links that are new or not what they were. */
export const changedContributions = (
  before: readonly Contribution[],
  after: readonly Contribution[],
): readonly Contribution[] =>
  after.filter(link => canonical(link) !== canonical(before.find(({ id }) => id === link.id)));

/** The aspects in which the reports of an incident differ: for a moderator to choose whose is right. */
export const disagreements = (links: readonly Contribution[]): readonly Aspect[] =>
  aspects.filter(aspect => new Set(links.map(link => canonical(aspectValue(link, aspect)))).size > 1);

/** What a report says of an aspect, as readers may be told it. */
export const aspectValue = ({ answers, place }: Contribution, aspect: Aspect) => {
  switch (aspect) {
    case 'place':
      return place;
    case 'occurred': {
      const { words: _, ...occurred } = answers.occurred;
      return occurred;
    }
    case 'munition':
      return { phase: answers.phase, munition: answers.munition, delivery: answers.delivery };
    case 'effect':
      return answers.effect;
  }
};
