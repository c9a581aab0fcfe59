import type { Delivery, Munition } from '../report/vocabulary.ts';
import { type Findings, find } from './finding.ts';
import { type Lexicon, lexicon } from './lexicon.ts';
import { narrow, type OptionReading, settle } from './narrow.ts';
import { type Token, tokens } from './text.ts';
import { absorbs, type MunitionWord, munitionWords, payloads } from './words/munition.ts';

/** The type, and what carried it where the words say so ("касетними з РСЗВ": cluster munition by rocket launcher). */
export type MunitionReading = Readonly<{ munition: OptionReading<Munition>; delivery?: Delivery }>;

let built: Lexicon<MunitionWord> | undefined;

/** The munition words of a text. */
export const findMunitions = (list: readonly Token[], typos: boolean): Findings<MunitionWord> => {
  built ??= lexicon(munitionWords);
  return find(built, list, typos);
};

const isPayload = ({ types }: MunitionWord): boolean => types.every(type => payloads.includes(type));

/** The types that named words come to. A payload ("касетні") is the munition, and a carrier beside it the delivery. */
export const typesOf = (said: readonly MunitionWord[]): readonly Munition[] => {
  const loads = said.filter(isPayload);
  const meanings = (loads.length > 0 ? loads : said).map(word => word.types);
  const mentions = (type: Munition) => said.some(({ types }) => types.includes(type));
  if (mentions('grenade') && said.some(word => word.delivery === 'drone')) return ['dropped_by_drone'];
  return narrow(meanings, absorbs);
};

/** What carried it, when all words that say so agree; a carrier named beside the payload knows better ("з РСЗВ"). */
export const deliveryOf = (said: readonly MunitionWord[]): Delivery | undefined => {
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
  const found = findMunitions(tokens(text), true);
  const said = found.said.map(match => match.meaning);
  return { munition: settle(typesOf(said), found, 'unknown', false), delivery: deliveryOf(said) };
};
