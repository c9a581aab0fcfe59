import type { Place } from '../../../../lib/place/place.ts';
import type { Draft } from '../../../../lib/report/draft.ts';
import { html, words } from '../../../telegram/html.ts';
import { inRows } from '../../../telegram/keyboard.ts';
import { answered, type Json, type Outcome, type Question, withPending } from '../question.ts';
import { lookUpAgain } from './place.ts';

const isMissing = ({ answers: { place } }: Draft): boolean =>
  place !== undefined &&
  place.precision !== 'unknown' &&
  place.region === undefined &&
  place.point === undefined;

/** Back to the question of the place, with what has that name in the region. */
const askWhich = (places: readonly Place[], typed: string, code: string, draft: Draft): Outcome => {
  const { place: _, ...answers } = draft.answers;
  const options = JSON.parse(JSON.stringify(places)) as Json;
  return {
    kind: 'answered',
    draft: withPending({ ...draft, answers }, 'place', { options, words: typed, region: code }),
  };
};

/** The region of a place that did not bring one. Not known either: the words are kept, and the place is unknown. */
export const region: Question = {
  id: 'region',
  section: 'place',
  applies: isMissing,
  answered: draft => !isMissing(draft),

  ask: ({ t, country, locale, draft }) => {
    const typed = draft.pending?.region === lookUpAgain ? undefined : draft.answers.place?.words;
    return {
      title: html`${t.witness.region.title}`,
      ...(typed === undefined ? {} : { hint: t.witness.region.kept(words(typed)) }),
      choices: inRows(
        country.regions.map(({ code, names }) => ({ label: names[locale], value: code })),
        2,
      ),
      none: t.witness.unknown,
    };
  },

  answer: (reply, view): Outcome => {
    const { draft, country, locale, t } = view;
    const { place } = draft.answers;
    if (place === undefined) return { kind: 'foreign' };
    const withRegion = (code: string): Outcome => {
      const found = country.regions.find(one => one.code === code);
      if (!found) return { kind: 'foreign' };
      if (draft.pending?.region === lookUpAgain && place.words !== undefined) {
        const reading = view.parsers?.place(place.words, { region: code });
        if (reading?.kind === 'one')
          return answered(view, { place: { ...reading.place, words: place.words } });
        if (reading?.kind === 'choose') return askWhich(reading.places, place.words, code, draft);
      }
      return answered(view, { place: { ...place, region: found.code } }, html`${found.names[locale]}`);
    };
    switch (reply.kind) {
      case 'none': {
        const unknown: Place = { ...place, precision: 'unknown' };
        return answered(view, { place: unknown });
      }
      case 'choice':
        return withRegion(reply.value);
      case 'text': {
        const reading = view.parsers?.place(reply.text);
        return reading?.kind === 'region'
          ? withRegion(reading.region)
          : { kind: 'refused', note: html`${t.witness.region.notUnderstood}` };
      }
      default:
        return { kind: 'foreign' };
    }
  },
};
