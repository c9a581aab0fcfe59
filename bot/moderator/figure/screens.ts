import { regionName } from '../../../lib/place/format.ts';
import { munitions, namedSources } from '../../../lib/report/vocabulary.ts';
import type { Figure } from '../../../lib/summary/figure.ts';
import { callbackData } from '../../telegram/callback-data.ts';
import { type Html, html, isolated, join } from '../../telegram/html.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import { amountText, figureText, periodText } from '../../text/figure.ts';
import { dateText, type View } from '../../text/incident.ts';
import type { FigureForm } from '../pending-input.ts';
import { inPairs } from '../queue/screens.ts';

/** How many figures one screen of moderators lists. */
export const figuresListed = 3;

const to = (text: string, ...path: readonly string[]): Button => ({
  text,
  data: callbackData('m', 'f', ...path),
});

/** The recorded figures, newest publication first; each can be taken back. */
export const figureListScreen = (figures: readonly Figure[], page: number, view: View): Screen => {
  const { t } = view;
  const { figures: said, moderator } = t;
  const pages = Math.max(1, Math.ceil(figures.length / figuresListed));
  const shown = Math.min(Math.max(0, page), pages - 1);
  const first = shown * figuresListed;
  const items = figures.slice(first, first + figuresListed);
  return {
    text: join([
      html`<b>${said.title}</b>${pages > 1 ? ` · ${moderator.history.page(shown + 1, pages)}` : ''}`,
      items.length === 0 ? html`${said.none}` : html`${said.desk.about}`,
      ...items.map((figure, index) => html`${first + index + 1}. ${figureText(figure, view)}`),
    ]),
    buttons: [
      ...inPairs(
        items.map((figure, index) =>
          to(said.desk.remove(first + index + 1), 'remove', figure.published, figure.id),
        ),
      ),
      [
        ...(shown > 0 ? [to(moderator.buttons.newer, 'list', String(shown - 1))] : []),
        ...(shown < pages - 1 ? [to(moderator.buttons.older, 'list', String(shown + 1))] : []),
      ],
      [{ ...to(said.desk.record, 'new'), style: 'primary' as const }],
    ].filter(row => row.length > 0),
  };
};

/** Asks once more before a figure is taken back. */
export const figureRemovalScreen = (figure: Figure, view: View): Screen => {
  const { desk } = view.t.figures;
  return {
    text: join([figureText(figure, view), html`<b>${desk.removeSure}</b>`]),
    buttons: [
      [{ ...to(desk.removeYes, 'remove_yes', figure.published, figure.id), style: 'danger' }],
      [to(view.t.moderator.buttons.back, 'list', '0')],
    ],
  };
};

/** The lines of the form, in their order. */
export const figureFields = [
  'kind',
  'name',
  'link',
  'published',
  'munition',
  'attacks',
  'killed',
  'injured',
  'people',
  'user',
  'period',
  'region',
  'area',
] as const;
export type FigureField = (typeof figureFields)[number];

/** Whether enough is filled in: who says it, when, of what, and at least one number. */
export const isComplete = ({ source, munition, attacks, killed, injured }: FigureForm): boolean =>
  source.kind !== undefined &&
  source.name !== undefined &&
  source.published !== undefined &&
  munition !== undefined &&
  Boolean(attacks ?? killed ?? injured);

/** A figure as it is being written down: a line and a button for each thing that a source may say. */
export const figureFormScreen = (form: FigureForm, view: View, note?: Html): Screen => {
  const { desk } = view.t.figures;
  const isDone = isComplete(form);
  return {
    text: join([
      note,
      html`<b>${desk.form}</b>`,
      join(
        figureFields.map(field => {
          const value = fieldText(field, form, view);
          return html`${desk.fields[field]}: ${value === undefined ? '–' : html`<b>${value}</b>`}`;
        }),
        '\n',
      ),
      isDone ? undefined : html`<i>${desk.wanted}</i>`,
    ]),
    buttons: [
      ...inPairs(
        figureFields.map(field =>
          to(
            `${fieldText(field, form, view) === undefined ? '' : '✓ '}${desk.fields[field]}`,
            'field',
            field,
          ),
        ),
      ),
      [
        ...(isDone ? [{ ...to(desk.save, 'save'), style: 'success' as const }] : []),
        to(desk.cancel, 'cancel'),
      ],
    ],
  };
};

const fieldText = (field: FigureField, form: FigureForm, view: View): string | undefined => {
  const { t, locale, country } = view;
  const { source } = form;
  switch (field) {
    case 'kind':
      return source.kind && t.terms.sources[source.kind];
    case 'name':
      return source.name && isolated(source.name, 100);
    case 'link':
      return source.link && isolated(source.link, 100);
    case 'published':
      return source.published && dateText(source.published, country.zone, locale);
    case 'munition':
      return form.munition && t.terms.munitions[form.munition];
    case 'period':
      return form.period && periodText(form.period, view);
    case 'region':
      return form.region && regionName(form.region, locale, country);
    case 'user':
    case 'area':
    case 'people':
      return form[field] && isolated(form[field], 100);
    default:
      return form[field] && amountText(form[field], view);
  }
};

/** How many munitions fit on one keyboard without scrolling far. */
const munitionsShown = 9;

/** The lines that are chosen rather than written: the kind of source, the munition, the region. */
export const figureChoiceScreen = (
  field: 'kind' | 'munition' | 'region',
  page: number,
  view: View,
): Screen => {
  const { t, locale, country } = view;
  const { desk } = t.figures;
  const pages = Math.ceil(munitions.length / munitionsShown);
  const shown = Math.min(Math.max(0, page), pages - 1);
  const value = (text: string, code: string): Button => to(text, 'value', field, code);
  const rows = {
    kind: () => namedSources.map(kind => [value(t.terms.sources[kind], kind)]),
    munition: () => [
      ...munitions
        .slice(shown * munitionsShown, (shown + 1) * munitionsShown)
        .map(munition => [value(t.terms.munitions[munition], munition)]),
      [
        ...(shown > 0 ? [to(t.moderator.buttons.back, 'field', field, String(shown - 1))] : []),
        ...(shown < pages - 1 ? [to(t.reader.choose.more, 'field', field, String(shown + 1))] : []),
      ],
    ],
    region: () =>
      inPairs(
        country.regions
          .map(({ code, names }) => value(names[locale], code))
          .sort((a, b) => a.text.localeCompare(b.text, locale)),
      ),
  }[field]();
  return {
    text: html`<b>${desk.fields[field]}</b>`,
    buttons: [...rows, [to(desk.empty, 'value', field, 'none')], [to(t.moderator.buttons.back, 'form')]],
  };
};
