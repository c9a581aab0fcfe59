import { type Delivery, type Munition, munitions } from '../../report/vocabulary.ts';
import type { Found } from '../lexicon/lexicon.ts';
import { type Findings, findIn } from '../passage/finding.ts';
import { type Passage, readPassage } from '../passage/passage.ts';
import { narrow, type OptionReading, settle } from './narrow.ts';

/** The type, and what carried it where the words say so ("касетними з РСЗВ": cluster munition by rocket launcher). */
export type MunitionReading = Readonly<{ munition: OptionReading<Munition>; delivery?: Delivery }>;

/** What a word says of the munition. */
export type MunitionSaid = Readonly<{
  types: readonly Munition[];
  delivery?: Delivery;
  /** It means this only as a whole answer. */
  loose: boolean;
  from: number;
  to: number;
}>;

const saidBy = ({ value, from, to }: Found): MunitionSaid => {
  const loose = value.endsWith('*');
  const [types = '', delivery] = value.replace('*', '').split('>');
  return {
    types: types.split('|') as Munition[],
    delivery: delivery as Delivery | undefined,
    loose,
    from,
    to,
  };
};

/** The munition words of a passage. With `typos`, as in an answer. */
export const munitionsIn = (passage: Passage, typos = false): Findings<MunitionSaid> => {
  const { said, denied, ...rest } = findIn(passage, 'munition', typos);
  return { ...rest, said: said.map(saidBy), denied: denied.map(saidBy) };
};

/** Types that say what the munition held or did; a type named beside them is what carried it. */
const payloads: readonly Munition[] = [
  'cluster_munition',
  'unexploded_submunition',
  'incendiary',
  'thermobaric',
  'chemical_agent',
  'scatterable_mine',
];

/** Where both are named the first is meant: "снаряд Граду", "мінометна міна", "ФПВ камікадзе", "граната з дрона". */
const absorbs: Readonly<Partial<Record<Munition, readonly Munition[]>>> = {
  rocket_artillery: ['ballistic_missile', 'cruise_missile', 'air_defence_missile'],
  mortar: ['anti_personnel_mine', 'anti_vehicle_mine', 'scatterable_mine'],
  dropped_by_drone: ['loitering_munition', 'grenade'],
  unexploded_submunition: ['cluster_munition', 'other_unexploded'],
  scatterable_mine: ['anti_personnel_mine'],
  air_defence_missile: ['ballistic_missile', 'cruise_missile'],
};

const isPayload = ({ types }: MunitionSaid): boolean => types.every(type => payloads.includes(type));

/** The types that named words come to. A payload ("касетні") is the munition, and a carrier beside it the delivery. */
export const typesOf = (said: readonly MunitionSaid[]): readonly Munition[] => {
  const loads = said.filter(isPayload);
  const meanings = (loads.length > 0 ? loads : said).map(word => word.types);
  const isGrenade = said.some(({ types }) => types.includes('grenade'));
  if (isGrenade && said.some(word => word.delivery === 'drone')) return ['dropped_by_drone'];
  return narrow(meanings, absorbs);
};

/** What carried it, when all words that say so agree; a carrier named beside the payload knows better ("з РСЗВ"). */
export const deliveryOf = (said: readonly MunitionSaid[]): Delivery | undefined => {
  const carriers = said.filter(word => !isPayload(word) && word.delivery);
  const deliveries = new Set((carriers.length > 0 ? carriers : said).flatMap(word => word.delivery ?? []));
  if (deliveries.has('rocket_launcher')) deliveries.delete('missile');
  // Scattered mines are mines by name, and nobody planted them.
  const scattered = said.some(({ types }) => types.length === 1 && types[0] === 'scatterable_mine');
  if (scattered || deliveries.has('artillery_shell') || deliveries.has('drone')) deliveries.delete('planted');
  const [only] = deliveries;
  return deliveries.size === 1 ? only : undefined;
};

/** Reads a typed answer to "what kind of munition?". */
export const readMunition = (text: string): MunitionReading => {
  const found = munitionsIn(readPassage(text), true);
  return { munition: settle(typesOf(found.said), found, 'unknown', false), delivery: deliveryOf(found.said) };
};

/** Is every one of these codes a munition's? */
export const areMunitions = (codes: readonly string[]): boolean =>
  codes.length > 0 && codes.every(code => munitions.some(known => known === code));
