import * as z from 'zod/mini';
import type { Incident } from '../incident/incident.ts';
import { areaPlace } from '../incident/publication/place.ts';
import { munitions } from '../report/vocabulary.ts';

/** What can be followed: all of the country, a region (ISO 3166-2), a settlement (the gazetteer's id), a family of munitions. */
export const topicSchema = z.union([
  z.object({ kind: z.literal('country') }),
  z.object({ kind: z.literal('region'), region: z.string() }),
  z.object({ kind: z.literal('settlement'), settlement: z.int() }),
  z.object({ kind: z.literal('munitions'), munitions: z.array(z.enum(munitions)) }),
]);
export type Topic = Readonly<z.infer<typeof topicSchema>>;

/** What an incident is about, a word each, by which those who follow it are found: `country`, `region UA-63`, `munition mortar`. */
export type Facet = string;

/** The facets of which any makes an incident one of this topic. */
export const facetsOfTopic = (topic: Topic): readonly Facet[] => {
  switch (topic.kind) {
    case 'country':
      return ['country'];
    case 'region':
      return [`region ${topic.region}`];
    case 'settlement':
      return [`settlement ${topic.settlement}`];
    case 'munitions':
      return topic.munitions.map(munition => `munition ${munition}`);
  }
};

/** What an incident is about, as readers see it: of one that was taken back no more than they are still told. */
export const facetsOf = ({
  status,
  place,
  munition,
}: Pick<Incident, 'status' | 'place' | 'munition'>): readonly Facet[] => {
  const stands = status === 'published';
  const { region, settlementId } = stands ? place : { ...areaPlace(place), settlementId: undefined };
  return [
    'country',
    ...(region === undefined ? [] : [`region ${region}`]),
    ...(settlementId === undefined ? [] : [`settlement ${settlementId}`]),
    ...(stands ? [`munition ${munition}`] : []),
  ];
};

/** Whether two topics are the same. */
export const isSameTopic = (a: Topic, b: Topic): boolean =>
  facetsOfTopic(a).toSorted().join() === facetsOfTopic(b).toSorted().join();
