import type { Answers, Source } from '../../report/report.ts';
import { namedSources } from '../../report/vocabulary.ts';

/** What the rules need to know of a report: a `Contribution` or a `Report`. */
export type Told = Readonly<{ reporter: string; answers: Readonly<Pick<Answers, 'source'>> }>;

/**
 * Whether an institution or a newsroom has published what is told: a named kind of source, with the link to where it
 * says so. A name alone is what somebody typed, and a private page is nobody's institution.
 */
export const isPublished = ({ kind, link }: Source): boolean =>
  kind !== 'social_media' && namedSources.some(named => named === kind) && link !== undefined;

/** Whether an institution, a newsroom or a monitor is named as the source; a private page is nobody's institution. */
const institutionOf = ({ kind, name }: Source): string | undefined =>
  name && kind !== 'social_media' && namedSources.some(named => named === kind)
    ? `${kind} ${name.trim().toLowerCase()}`
    : undefined;

/** What somebody noticed themselves. Whoever was told, or does not say how they know, may repeat another's words. */
const firstHand: readonly Source['kind'][] = ['own_eyes', 'own_ears', 'aftermath'];

/** How many different persons noticed it themselves. */
export const firstHandVoices = (told: readonly Told[]): number =>
  new Set(
    told.filter(({ answers }) => firstHand.includes(answers.source.kind)).map(({ reporter }) => reporter),
  ).size;

/**
 * How many independent voices an incident rests on: each institution by its name, and private persons, who add to each
 * other only with what they noticed themselves.
 *
 * So one voice behind several reports says nothing of who sent them: it is one person's several reports, or one witness and
 * whoever was told of it. Which of the two is sealed with each report (how they know, and their voice), and neither a reader
 * nor a thief of the tables, who sees how many reports are linked, can tell that two of them are of one person.
 */
export const independentVoices = (told: readonly Told[]): number => {
  const institutions = told.map(({ answers }) => institutionOf(answers.source));
  const isPrivate = institutions.includes(undefined) ? 1 : 0;
  return (
    new Set(institutions.filter(name => name !== undefined)).size + Math.max(isPrivate, firstHandVoices(told))
  );
};

/** Whether private people alone stand behind an incident, as one voice, however many reports they sent. */
export const standsAlone = (told: readonly Told[]): boolean =>
  !told.some(({ answers }) => isPublished(answers.source)) && firstHandVoices(told) < 2;
