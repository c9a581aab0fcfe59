import * as z from 'zod/mini';
import { formatReceipt } from '../../lib/identity/receipt.ts';
import { countedPeople } from '../../lib/incident/contribution.ts';
import {
  claimedAttributionSchema,
  contaminationSchema,
  grades,
  holdSchema,
} from '../../lib/incident/incident.ts';
import { formatPlace } from '../../lib/place/format.ts';
import { placeSchema } from '../../lib/place/place.ts';
import { publicPlaceSchema } from '../../lib/place/public.ts';
import { countSchema } from '../../lib/report/count.ts';
import { formatCount } from '../../lib/report/count-format.ts';
import { reportIdSchema } from '../../lib/report/id.ts';
import {
  attributionSchema,
  checklistSchema,
  postSchema,
  rejectionSchema,
  replySchema,
  sourceSchema,
  wordingSchema,
} from '../../lib/report/report.ts';
import {
  areas,
  asideReasons,
  deliveries,
  effects,
  knownBys,
  munitions,
  phases,
} from '../../lib/report/vocabulary.ts';
import { instantSchema } from '../../lib/time/instant.ts';
import { occurredSchema } from '../../lib/time/occurred.ts';
import { isolated } from '../telegram/html.ts';
import { detailTexts } from './details.ts';
import { contaminationText, occurredText, sourceName, type View } from './incident.ts';
import { instantText } from './instant.ts';
import { wordingText } from './wording.ts';

/** How much of one value is shown in a list of changes. */
const usualLength = 120;

/** A field of a report or an incident by its name, as a history or a change has it. */
export const fieldName = (field: string, { t }: View): string =>
  Object.hasOwn(t.terms.fields, field) ? t.terms.fields[field as keyof typeof t.terms.fields] : field;

/**
 * A value of a history in one line of plain text of at most `maxLength`. Values of shapes that are no longer known are
 * shown as stored: a history hides nothing.
 */
export const valueText = (
  field: string,
  value: unknown,
  view: View,
  maxLength: number = usualLength,
): string => {
  if (value === undefined || value === null) return view.t.terms.none;
  const known = Object.hasOwn(formats, field) ? formats[field]?.(value, view) : undefined;
  return isolated(known ?? (typeof value === 'string' ? value : JSON.stringify(value)), maxLength);
};

type Format = (value: unknown, view: View) => string | undefined;

/** Formats values that fit a schema; undefined for others. */
const of =
  <Schema extends z.ZodMiniType>(
    schema: Schema,
    text: (value: z.output<Schema>, view: View) => string | undefined,
  ): Format =>
  (value, view) => {
    const read = schema.safeParse(value);
    return read.success ? text(read.data, view) : undefined;
  };

const list = <Schema extends z.ZodMiniType>(
  schema: Schema,
  text: (value: z.output<Schema>, view: View) => string,
): Format =>
  of(z.array(schema), (values, view) =>
    values.length === 0 ? view.t.terms.none : values.map(value => text(value, view)).join('; '),
  );

/** Of a history: whose number was set aside, and why. */
const asideSchema = z.object({
  report: reportIdSchema,
  of: z.enum(countedPeople),
  reason: z.enum(asideReasons),
});
const instant = of(instantSchema, instantText);
const receipt = of(reportIdSchema, id => formatReceipt(id));
const count = of(countSchema, (value, { locale }) => formatCount(value, locale));
const rejection = of(rejectionSchema, ({ reason, words }, { t }) =>
  [t.terms.rejectionReasons[reason], words].filter(Boolean).join(': '),
);
const claim = of(
  claimedAttributionSchema,
  ({ side, status, by }, { t }) => `${side} (${t.terms.attributionStatuses[status]}; ${sourceName(by, t)})`,
);
const post = of(postSchema, ({ text, by }, { t }) => `${sourceName(by, t)}: ${text}`);
const files = of(z.array(z.unknown()), (items, { t }) => t.moderator.card.items(items.length));

const formats: Readonly<Record<string, Format>> = {
  format: of(z.enum(['csv', 'xlsx', 'geojson']), (code, { t }) => t.taking.formats[code]),
  details: of(z.record(z.string(), z.string()), (details, { t }) =>
    detailTexts(details, t)
      .map(({ label, value }) => `${label}: ${value}`)
      .join('; '),
  ),
  phase: of(z.enum(phases), (code, { t }) => t.terms.phases[code]),
  effect: of(z.enum(effects), (code, { t }) => t.terms.effects[code]),
  munition: of(z.enum(munitions), (code, { t }) => t.terms.munitions[code]),
  delivery: of(z.enum(deliveries), (code, { t }) => t.terms.deliveries[code]),
  knownBy: of(z.enum(knownBys), (code, { t }) => t.terms.knownBys[code]),
  areas: list(z.enum(areas), (code, { t }) => t.terms.areas[code]),
  killed: count,
  injured: count,
  occurred: of(occurredSchema, (occurred, { locale }) => occurredText(occurred, locale)),
  place: (value, view) => {
    const read = placeSchema.safeParse(value).data ?? publicPlaceSchema.safeParse(value).data;
    return read && formatPlace(read, view.locale, view.country);
  },
  source: of(sourceSchema, (source, { t }) => sourceName(source, t)),
  sources: list(sourceSchema, (source, { t }) => sourceName(source, t)),
  attribution: of(
    attributionSchema,
    ({ side, status }, { t }) => `${side} (${t.terms.attributionStatuses[status]})`,
  ),
  attributions: list(claimedAttributionSchema, (one, view) => claim(one, view) ?? ''),
  further: list(claimedAttributionSchema, (one, view) => claim(one, view) ?? ''),
  post,
  quotes: list(postSchema, (one, view) => post(one, view) ?? ''),
  evidence: files,
  rejection,
  retraction: of(rejectionSchema, ({ reason, words }, { t }) =>
    [t.terms.retractionReasons[reason], words].filter(Boolean).join(': '),
  ),
  question: of(wordingSchema, (wording, { t }) => wordingText(wording, t)),
  reply: of(z.pick(replySchema, { text: true }), ({ text }) => text),
  checklist: of(checklistSchema, (checklist, { t }) =>
    (Object.keys(t.moderator.checklist.short) as (keyof typeof checklist)[])
      .map(
        item =>
          `${t.moderator.checklist.short[item]}: ${checklist[item] ? t.moderator.checklist.yes : t.moderator.checklist.no}`,
      )
      .join('; '),
  ),
  claim: of(z.object({ until: instantSchema }), ({ until }, view) => instant(until, view)),
  status: (value, { t }) => {
    const statuses = { ...t.incidents.statuses, ...t.moderator.statuses };
    return typeof value === 'string' && Object.hasOwn(statuses, value)
      ? statuses[value as keyof typeof statuses]
      : undefined;
  },
  grade: of(z.enum(grades), (code, { t }) => t.reader.incident.grades[code]),
  assessment: of(z.enum(grades), (code, { t }) => t.reader.incident.grades[code]),
  contamination: of(contaminationSchema, (contamination, view) => contaminationText(contamination, view)),
  hold: of(holdSchema, ({ at }, view) => instant(at, view)),
  releaseAt: instant,
  approvedAt: instant,
  publishedAt: instant,
  aside: of(asideSchema, ({ report, of: who, reason }, { t }) =>
    [t.terms.asideReasons[reason], t.terms[who], formatReceipt(report)].join('; '),
  ),
  incident: receipt,
  mergedInto: receipt,
  role: of(z.enum(['moderator', 'admin']), (role, { t }) => t.moderator.team.roles[role]),
};
