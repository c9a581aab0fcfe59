import { regionName } from '../../../lib/place/format.ts';
import { namedSources } from '../../../lib/report/vocabulary.ts';
import type { Figure } from '../../../lib/summary/figure.ts';
import { shortRegion } from '../../callbacks/codes.ts';
import { button, type FigureField, figureFields, moderatorCallbacks } from '../../callbacks/moderator.ts';
import { type Html, html, isolated, join } from '../../telegram/html.ts';
import { inPairs, keyboard, munitionRows, pageButtons, pageOf, regionRows } from '../../telegram/keyboard.ts';
import type { Screen } from '../../telegram/screen.ts';
import { amountText, figureText, periodText } from '../../text/figure.ts';
import { dateText, type View } from '../../text/incident.ts';
import type { FigureForm, TypedFigureField } from '../pending-input.ts';

/** How many figures one screen of moderators lists. */
const figurePageSize = 3;

/** The recorded figures, newest publication first, with a button to take each back. */
export const figureListScreen = (figures: readonly Figure[], page: number, view: View): Screen => {
  const { figures: texts, moderator } = view.t;
  const { buttons, history } = moderator;
  const shown = pageOf(figures, page, figurePageSize);
  const { items, first, pages } = shown;
  return {
    text: join([
      html`<b>${texts.title}</b>${pages > 1 ? ` · ${history.page(shown.page + 1, pages)}` : ''}`,
      html`${items.length === 0 ? texts.none : texts.desk.about}`,
      ...items.map((figure, index) => html`${first + index + 1}. ${figureText(figure, view)}`),
    ]),
    buttons: keyboard(
      ...inPairs(
        items.map(({ id }, index) => button(texts.desk.remove(first + index + 1), 'removeFigure', { id })),
      ),
      pageButtons(shown, { before: buttons.newer, after: buttons.older }, target =>
        moderatorCallbacks.data('figures', { page: target }),
      ),
      [button(texts.desk.record, 'newFigure', {}, 'primary')],
    ),
  };
};

/** Asks for confirmation before a figure is taken back. */
export const figureRemovalScreen = (figure: Figure, view: View): Screen => {
  const { desk } = view.t.figures;
  return {
    text: join([figureText(figure, view), html`<b>${desk.removeSure}</b>`]),
    buttons: [
      [button(desk.removeYes, 'removeFigureConfirmed', { id: figure.id }, 'danger')],
      [button(view.t.moderator.buttons.back, 'figures', {})],
    ],
  };
};

/** The figure of a form that says enough: who says it, when, of what, and at least one number. */
export const completed = ({ source, munition, ...rest }: FigureForm) => {
  const { kind, name, published } = source;
  const number = rest.attacks ?? rest.killed ?? rest.injured;
  return kind && name !== undefined && published && munition && number
    ? { ...rest, source: { ...source, kind }, published, munition }
    : undefined;
};

/** A figure's form: a line and a button for each thing that a source may say. */
export const figureFormScreen = (form: FigureForm, view: View, note?: Html): Screen => {
  const { desk } = view.t.figures;
  const isComplete = completed(form) !== undefined;
  const lines = figureFields.map(field => ({ field, value: fieldText(field, form, view) }));
  return {
    text: join([
      note,
      join([html`<b>${desk.form}</b>`, isComplete ? undefined : html`<i>${desk.example}</i>`], '\n'),
      join(
        lines.map(
          ({ field, value }) =>
            html`${desk.fields[field]}: ${value === undefined ? '–' : html`<b>${value}</b>`}`,
        ),
        '\n',
      ),
      isComplete ? undefined : html`<i>${desk.wanted}</i>`,
    ]),
    buttons: keyboard(
      ...inPairs(
        lines.map(({ field, value }) =>
          button(`${value === undefined ? '' : '✓ '}${desk.fields[field]}`, 'figureField', { field }),
        ),
      ),
      [isComplete && button(desk.save, 'saveFigure', {}, 'success'), button(desk.cancel, 'cancelFigure', {})],
    ),
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

/** The values of a line that is chosen rather than typed. */
export const figureChoiceScreen = (
  field: Exclude<FigureField, TypedFigureField>,
  page: number,
  view: View,
): Screen => {
  const { t, locale, country } = view;
  const { desk } = t.figures;
  const { buttons } = t.moderator;
  const { data } = moderatorCallbacks;
  const { rows, none } = {
    kind: () => ({
      rows: inPairs(namedSources.map(kind => button(t.terms.sources[kind], 'figureKind', { kind }))),
      none: data('figureKind', {}),
    }),
    munition: () => ({
      rows: munitionRows(t.terms.munitions, page, munition => data('figureMunition', { munition }), {
        before: buttons.previous,
        after: t.reader.choose.more,
        data: target => data('figureField', { field, page: target }),
      }),
      none: data('figureMunition', {}),
    }),
    region: () => ({
      rows: regionRows(country, locale, code => data('figureRegion', { region: shortRegion(code, country) })),
      none: data('figureRegion', {}),
    }),
  }[field]();
  return {
    text: html`<b>${desk.fields[field]}</b>`,
    buttons: [...rows, [{ text: desk.empty, data: none }], [button(buttons.back, 'figureForm', {})]],
  };
};
