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

/** What somebody noticed themselves. Whoever was told, or does not say how they know, may repeat another's words. */
const firstHand: readonly Source['kind'][] = ['own_eyes', 'own_ears', 'aftermath'];

/** How many different persons noticed it themselves. */
export const firstHandVoices = (told: readonly Told[]): number =>
  new Set(
    told.filter(({ answers }) => firstHand.includes(answers.source.kind)).map(({ reporter }) => reporter),
  ).size;

/** Whether private people alone stand behind an incident, as one voice, however many reports they sent. */
export const standsAlone = (told: readonly Told[]): boolean =>
  !told.some(({ answers }) => isPublished(answers.source)) && firstHandVoices(told) < 2;
