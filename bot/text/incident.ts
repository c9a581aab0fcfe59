import type { Country } from '../../lib/country.ts';
import type { Contamination, IncidentContent } from '../../lib/incident/incident.ts';
import { publicReportCount } from '../../lib/incident/publication/people.ts';
import type { Locale } from '../../lib/locale.ts';
import { formatPlace } from '../../lib/place/format.ts';
import type { Count } from '../../lib/report/count.ts';
import { formatCount } from '../../lib/report/count-format.ts';
import type { Attribution, Source } from '../../lib/report/report.ts';
import { type Delivery, namedSources } from '../../lib/report/vocabulary.ts';
import { formatOccurred, formatPrecision } from '../../lib/time/format.ts';
import type { Occurred } from '../../lib/time/occurred.ts';
import type { Catalogue } from '../locales/catalogue.ts';
import { cut, type Html, html, isolated, join, lengthOf, quote, words } from '../telegram/html.ts';

/** The language that a text is written in, and the country that it is about. */
export type View = Readonly<{ t: Catalogue; locale: Locale; country: Country }>;

/** How long `incidentText` can get, as `lengthOf` counts: `brief` leaves room for four of them on one screen. */
export const maxIncidentLength = { brief: 860, whole: 3300 } as const;
const listed = { brief: 1, whole: 3 } as const;
/** How much of a name or other short text is shown. */
const shortLength = { brief: 60, whole: 80 } as const;
type Detail = keyof typeof listed;

/**
 * One incident as readers see it, a line for each thing known, and unknown said as unknown. `brief` leaves out the groups
 * within the numbers, and all but the first source and the first claim.
 */
export const incidentText = (incident: IncidentContent, view: View, detail: Detail = 'whole'): Html => {
  const { t, locale, country } = view;
  const { incident: texts } = t.reader;
  const { phase, place, occurred, munition, delivery, effect, areas, killed, injured } = incident;
  const seen = effect !== 'unknown' && (detail === 'whole' || munition === 'unknown');
  return join(
    [
      html`<b>${t.terms.phases[phase]}</b>`,
      html`${texts.where}: ${words(formatPlace(place, locale, country), detail === 'brief' ? 90 : 200)}`,
      html`${texts.when}: ${occurredText(occurred, locale)}`,
      html`${texts.munition}: ${t.terms.munitions[munition]}${deliveryText(delivery, t)}`,
      seen ? html`${texts.effect}: ${t.terms.effects[effect]}` : undefined,
      detail === 'whole' && areas.length > 0
        ? html`${texts.areas}: ${areas.map(area => t.terms.areas[area]).join('; ')}`
        : undefined,
      html`${t.terms.killed}: ${countText(killed, locale, detail)}`,
      html`${t.terms.injured}: ${countText(injured, locale, detail)}`,
      html`${texts.support}: ${supportText(incident, t)}`,
      ...some(
        incident.sources,
        detail,
        t,
        source => html`${texts.source}: ${sourceText(source, view, detail)}`,
      ),
      ...some(
        incident.attributions,
        detail,
        t,
        claim => html`${attributionText(claim, claim.by, t, detail)}`,
      ),
      incident.contamination &&
        html`${texts.contamination}: ${contaminationText(incident.contamination, view, detail)}`,
    ],
    '\n',
  );
};

/** How well an incident is supported, and by how many reports where that number is public. */
const supportText = (incident: Pick<IncidentContent, 'grade' | 'reportCount'>, t: Catalogue): string => {
  const { grades, reports } = t.reader.incident;
  const count = publicReportCount(incident);
  return `${grades[incident.grade]}${count === undefined ? '' : `, ${reports(count)}`}`;
};

/** The words of forwarded posts, each with its link, in at most `maxLength` of `lengthOf`. */
export const incidentQuotes = (
  { quotes }: Pick<IncidentContent, 'quotes'>,
  view: View,
  maxLength: number,
): Html => {
  const share = Math.floor(maxLength / Math.max(1, quotes.length)) - 4;
  if (share < 200 && quotes.length > 0) {
    const fitting = Math.max(1, Math.floor(maxLength / 240));
    return incidentQuotes({ quotes: quotes.slice(0, fitting) }, view, maxLength);
  }
  return join(
    quotes.map(({ text, by }) => {
      const said = html`${view.t.reader.details.said(sourceName(by, view.t))}`;
      const head = join([said, linkText(by.link)], ' ');
      return join([head, quote(text, share - lengthOf(head) - 1)], '\n');
    }),
  );
};

/** When it happened, with its precision: "14 March 2026, about 3 pm (to the hour)". */
export const occurredText = (occurred: Occurred, locale: Locale): string =>
  occurred.precision === 'unknown'
    ? formatOccurred(occurred, locale)
    : `${formatOccurred(occurred, locale)} (${formatPrecision(occurred.precision, locale)})`;

/** What fired or dropped the munition, to follow its name. */
export const deliveryText = (delivery: Delivery | undefined, t: Catalogue): string => {
  if (delivery === undefined) return '';
  if (delivery === 'unknown') return `, ${t.reader.incident.deliveryUnknown}`;
  return `, ${lowerFirst(t.terms.fields.delivery)}: ${lowerFirst(t.terms.deliveries[delivery])}`;
};

const lowerFirst = (text: string): string => text.slice(0, 1).toLocaleLowerCase() + text.slice(1);

/** A claim, always as that of its author. */
export const attributionText = (
  { side, status }: Attribution,
  by: Source,
  t: Catalogue,
  detail: Detail = 'whole',
): string =>
  t.reader.incident.attributed(
    isolated(side, shortLength[detail]),
    isNamed(by) ? sourceName(by, t, detail) : t.reader.incident.byWitness,
    t.terms.attributionStatuses[status],
  );

/** The state of unexploded items, with its source and date. */
export const contaminationText = (
  { state, by, date }: Contamination,
  { t, locale, country }: View,
  detail: Detail = 'whole',
): string =>
  t.reader.incident.said(
    t.terms.contaminationStates[state],
    sourceName(by, t, detail),
    dateText(date, country.zone, locale),
  );

/** A source: its kind and, if it is named, its name, publication, date, link and whether it says that it checked. */
export const sourceText = (source: Source, { t, locale, country }: View, detail: Detail = 'whole'): Html => {
  const { incident: texts } = t.reader;
  if (!isNamed(source)) return html`${sourceName(source, t)}`;
  const verified = source.verified ? texts.verified : texts.notVerified;
  const parts = [
    html`${sourceName(source, t, detail)}`,
    source.name === undefined ? undefined : html`${t.terms.sources[source.kind]}`,
    source.channel === undefined ? undefined : words(source.channel, shortLength[detail]),
    source.published === undefined ? undefined : html`${dateText(source.published, country.zone, locale)}`,
    linkText(source.link),
    source.verified === undefined ? undefined : html`${verified}`,
  ];
  return join(parts, ', ');
};

/** A date (`2026-03-14`) in words. */
export const dateText = (date: string, zone: string, locale: Locale): string =>
  formatOccurred({ precision: 'day', start: date, end: date, zone }, locale);

const isNamed = ({ kind }: Source): boolean => namedSources.some(named => named === kind);

/** A source by its name, or by its kind when it has none; a private witness, by how they know. */
export const sourceName = ({ kind, name }: Source, t: Catalogue, detail: Detail = 'whole'): string => {
  if (name !== undefined) return isolated(name, shortLength[detail]);
  return { ...t.terms.sources, ...t.reader.incident.witness }[kind];
};

/** A web link, labelled by its host; undefined for anything else. */
const linkText = (link: string | undefined): Html | undefined => {
  const url = link === undefined ? null : URL.parse(link);
  if (url === null || !/^https?:$/.test(url.protocol) || url.href.length > 1000) return undefined;
  return html`<a href="${url.href.replaceAll('"', '%22')}">${cut(url.hostname, 40)}</a>`;
};

const countText = (count: Count, locale: Locale, detail: Detail): string => {
  if (count === 'unknown' || detail === 'whole') return formatCount(count, locale);
  const { of: _, ...total } = count;
  return formatCount(total, locale);
};

/** The first items of a list as lines, and a line that says how many more there are. */
const some = <Item>(
  items: readonly Item[],
  detail: Detail,
  t: Catalogue,
  line: (item: Item) => Html,
): readonly Html[] => {
  const lines = distinct(items.map(line));
  const more = lines.length - listed[detail];
  return [...lines.slice(0, listed[detail]), ...(more > 0 ? [html`${t.reader.incident.more(more)}`] : [])];
};

const distinct = (lines: readonly Html[]): readonly Html[] =>
  lines.filter(({ source }, index) => lines.findIndex(line => line.source === source) === index);
