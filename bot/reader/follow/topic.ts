import type { Country } from '../../../lib/country.ts';
import type { Topic } from '../../../lib/follow/topic.ts';
import { nameIn } from '../../../lib/locale.ts';
import { formatPlace, regionName } from '../../../lib/place/format.ts';
import type { Place } from '../../../lib/place/place.ts';
import type { Munition } from '../../../lib/report/vocabulary.ts';
import { codeOf, munitionCodes } from '../../callbacks/codes.ts';
import { cut } from '../../telegram/html.ts';
import type { View } from '../../text/incident.ts';
import { areaCode, munitionsText, readArea } from '../choice.ts';
import { mostMunitions } from '../question.ts';

/** A topic as a button carries it: `c`, `a23`, `as696487`, `mcl.us`. */
export const topicCode = (topic: Topic): string => {
  switch (topic.kind) {
    case 'country':
      return 'c';
    case 'region':
    case 'settlement':
      return `a${areaCode(topic)}`;
    case 'munitions':
      return `m${topic.munitions
        .slice(0, mostMunitions)
        .map(munition => munitionCodes[munition])
        .join('.')}`;
  }
};

/** The topic of a button; undefined for a region that the country does not have. */
export const readTopic = (code: string, country: Country): Topic | undefined => {
  const rest = code.slice(1);
  if (code === 'c') return { kind: 'country' };
  if (code.startsWith('m'))
    return {
      kind: 'munitions',
      munitions: rest.split('.').flatMap(word => codeOf(munitionCodes, word) ?? []),
    };
  const { region, settlement } = readArea(rest, country);
  if (settlement !== undefined) return { kind: 'settlement', settlement };
  return region === undefined ? undefined : { kind: 'region', region };
};

/** What of a question or a choice can be followed: its area, else its munitions, else the country. */
export const topicOf = ({
  region,
  settlement,
  munitions,
}: Readonly<{
  region?: string | undefined;
  settlement?: number | undefined;
  munitions?: readonly Munition[] | undefined;
}>): Topic => {
  if (settlement !== undefined) return { kind: 'settlement', settlement };
  if (region !== undefined) return { kind: 'region', region };
  return munitions ? { kind: 'munitions', munitions: [...munitions] } : { kind: 'country' };
};

/** The settlement of an id, as the gazetteer has it. */
export type SettlementOf = (id: number) => Place | undefined;

/** As long as a button shows whole. */
const maxLabelLength = 60;

/** What a topic is called. */
export const topicText = (topic: Topic, view: View, settlementOf: SettlementOf): string => {
  const { t, locale, country } = view;
  switch (topic.kind) {
    case 'country':
      return t.follow.country(nameIn(country.names, [locale, ...country.languages]));
    case 'region':
      return regionName(topic.region, locale, country);
    case 'settlement': {
      const place = settlementOf(topic.settlement);
      return cut(place ? formatPlace(place, locale, country) : String(topic.settlement), maxLabelLength);
    }
    case 'munitions':
      return cut(munitionsText(topic.munitions, view), maxLabelLength);
  }
};
