import type { PlaceReading } from '../../../../lib/language/place/search.ts';
import { nameIn } from '../../../../lib/locale.ts';
import { regionName } from '../../../../lib/place/format.ts';
import type { Place } from '../../../../lib/place/place.ts';
import type { Draft } from '../../../../lib/report/draft.ts';
import type { Parsers } from '../../../parsers.ts';
import { html, words } from '../../../telegram/html.ts';
import { inRows } from '../../../telegram/keyboard.ts';
import { answered, type Json, type Outcome, type Question, type Reply, withPending } from '../question.ts';
import { lookUpAgain } from './place.ts';

const isMissing = ({ answers: { place } }: Draft): boolean =>
  place !== undefined &&
  place.precision !== 'unknown' &&
  place.region === undefined &&
  place.point === undefined;

/** Names without the last word that most of them share ("region"): buttons in pairs are cut after some 15 letters. */
const shortNames = (names: readonly string[]): readonly string[] => {
  const lastOf = (name: string) => / \S+$/.exec(name)?.[0] ?? '';
  const shared = [...new Set(names.map(lastOf))].find(
    last => last !== '' && names.filter(name => name.endsWith(last)).length * 2 > names.length,
  );
  return names.map(name => (shared && name.endsWith(shared) ? name.slice(0, -shared.length) : name));
};

/** Back to `place`, with the places of that name in the region. */
const askWhich = (places: readonly Place[], typed: string, code: string, draft: Draft): Outcome => {
  const { place: _, ...answers } = draft.answers;
  const options = JSON.parse(JSON.stringify(places)) as Json;
  return {
    kind: 'answered',
    draft: withPending({ ...draft, answers }, 'place', { options, words: typed, region: code }),
  };
};

/** The region that was named, and what the words of the place come to in it, where they are to be looked up again. */
type RegionReading = Readonly<{ code?: string; inIt?: PlaceReading }>;

const regionOf = (reply: Reply, parsers: Parsers): string | undefined => {
  if (reply.kind === 'choice') return reply.value;
  if (reply.kind !== 'text') return undefined;
  const reading = parsers.place(reply.text);
  return reading.kind === 'region' ? reading.region : undefined;
};

/** The region of a place that came without one. If that is unknown too, the words are kept and the place is unknown. */
export const region: Question<RegionReading> = {
  id: 'region',
  section: 'place',
  applies: isMissing,
  answered: draft => !isMissing(draft),

  ask: ({ t, country, locale, draft }) => {
    const typed = draft.pending?.region === lookUpAgain ? undefined : draft.answers.place?.words;
    return {
      title: html`${t.witness.region.title}`,
      hint: typed === undefined ? undefined : t.witness.region.kept(words(typed)),
      choices: inRows(
        shortNames(country.regions.map(({ names }) => nameIn(names, [locale, ...country.languages]))).map(
          (label, at) => ({ label, value: country.regions[at]?.code ?? '' }),
        ),
        2,
      ),
      none: t.witness.unknown,
    };
  },

  read: (reply, { parsers, draft }) => {
    const code = regionOf(reply, parsers);
    const typed = draft.answers.place?.words;
    if (code === undefined || typed === undefined || draft.pending?.region !== lookUpAgain) return { code };
    return { code, inIt: parsers.place(typed, { region: code }) };
  },

  answer: (reply, view): Outcome => {
    const { draft, country, locale, t } = view;
    const { place } = draft.answers;
    if (place === undefined) return { kind: 'foreign' };
    const withRegion = (code: string, inIt: PlaceReading | undefined): Outcome => {
      const found = country.regions.find(one => one.code === code);
      if (!found) return { kind: 'foreign' };
      if (place.words !== undefined && inIt?.kind === 'one')
        return answered(view, { place: { ...inIt.place, words: place.words } });
      if (place.words !== undefined && inIt?.kind === 'choose')
        return askWhich(inIt.places, place.words, code, draft);
      return answered(
        view,
        { place: { ...place, region: found.code } },
        html`${regionName(found.code, locale, country)}`,
      );
    };
    switch (reply.kind) {
      case 'none': {
        const unknown: Place = { ...place, precision: 'unknown' };
        return answered(view, { place: unknown });
      }
      case 'choice':
        return withRegion(reply.value, reply.reading?.inIt);
      case 'text': {
        const { code, inIt } = reply.reading ?? {};
        return code !== undefined
          ? withRegion(code, inIt)
          : { kind: 'refused', note: html`${t.witness.region.notUnderstood}` };
      }
      default:
        return { kind: 'foreign' };
    }
  },
};
