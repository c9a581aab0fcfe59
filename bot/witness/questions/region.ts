import type { Place } from '../../../lib/place/place.ts';
import type { Draft } from '../../../lib/report/draft.ts';
import { html, words } from '../../html.ts';
import { answered, inRows, type Outcome, type Question } from '../question.ts';

const isMissing = ({ answers: { place } }: Draft): boolean =>
  place !== undefined &&
  place.precision !== 'unknown' &&
  place.region === undefined &&
  place.point === undefined;

/** The region of a place that did not bring one. Not known either: the words are kept, and the place is unknown. */
export const region: Question = {
  id: 'region',
  section: 'place',
  applies: isMissing,
  answered: draft => !isMissing(draft),

  ask: ({ t, country, locale, draft }) => {
    const typed = draft.answers.place?.words;
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
        const reading = view.readers?.place(reply.text);
        return reading?.kind === 'region'
          ? withRegion(reading.region)
          : { kind: 'refused', note: html`${t.witness.region.notUnderstood}` };
      }
      default:
        return { kind: 'foreign' };
    }
  },
};
