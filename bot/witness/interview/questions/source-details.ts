import type { OptionReading } from '../../../../lib/language/answer/narrow.ts';
import type { Draft } from '../../../../lib/report/draft.ts';
import type { Attribution, Source } from '../../../../lib/report/report.ts';
import { type AttributionStatus, attributionStatuses } from '../../../../lib/report/vocabulary.ts';
import { formatOccurred } from '../../../../lib/time/format.ts';
import { onDate } from '../../../../lib/time/presets.ts';
import type { TimeReading } from '../../../../lib/time/reading.ts';
import { type Html, html, words } from '../../../telegram/html.ts';
import {
  answered,
  asked,
  member,
  type Outcome,
  type Question,
  type Reply,
  type View,
  withAnswers,
  withPending,
} from '../question.ts';
import { byLabel } from './choice.ts';
import { isNamed } from './source.ts';

/** The longest channel or side that a person can type. */
const maxNameLength = 200;

/** The longest name of a source: it is published, and what is longer is somebody's account. */
const maxSourceNameLength = 100;

type Detail<Reading> = Readonly<{
  id: string;
  value: (view: View) => Html | undefined;
  label: (view: View) => string;
  none: (view: View) => string;
  ask: Question['ask'];
  read?: NonNullable<Question<Reading>['read']>;
  /** `none` is "the source does not say". */
  answer: Question<Reading>['answer'];
  applies?: (draft: Draft) => boolean;
}>;

const ofNamed = ({ answers }: Draft): boolean => isNamed(answers.source?.kind);

/** A question about a named source. It is answered once it was asked, because the source may not say. */
const detail = <Reading>({
  id,
  value,
  label,
  ask,
  read,
  answer,
  none,
  applies = ofNamed,
}: Detail<Reading>): Question<Reading> => ({
  id,
  section: 'source',
  applies,
  answered: draft => draft.pending?.[id] === asked,
  ask: view => ({ ...ask(view), none: none(view) }),
  read,
  answer: (reply, view) => {
    const outcome = answer(reply, view);
    return outcome.kind === 'answered'
      ? { ...outcome, draft: withPending(outcome.draft, id, asked) }
      : outcome;
  },
  line: view => {
    if (!applies(view.draft)) return undefined;
    return { label: label(view), value: value(view) ?? html`${view.t.witness.notSaid}` };
  },
});

const withSource = (view: View, details: Partial<Source>): Outcome => {
  const { source } = view.draft.answers;
  if (!source) return { kind: 'foreign' };
  return { kind: 'answered', draft: withAnswers(view.draft, { source: { ...source, ...details } }) };
};

const tooLong = (text: string, view: View, most = maxNameLength): Outcome | undefined =>
  text.length > most ? { kind: 'refused', note: html`${view.t.witness.tooLong(most)}` } : undefined;

const sourceName = detail({
  id: 'sourceName',
  label: ({ t }) => t.witness.sourceName.line,
  none: ({ t }) => t.witness.skip,
  value: ({ draft }) => maybeWords(draft.answers.source?.name),
  ask: ({ t }) => ({
    title: html`${t.witness.sourceName.title}`,
    hint: html`${t.witness.sourceName.hint}`,
    choices: [[{ label: t.witness.sourceName.nothing, value: 'nothing' }]],
  }),
  answer: (reply, view) => {
    if (reply.kind === 'none') return withSource(view, { name: undefined });
    if (reply.kind === 'choice' && reply.value === 'nothing') {
      const others = ['sourceChannel', 'sourceDate', 'sourceVerified', 'side'];
      const draft = others.reduce((one, id) => withPending(one, id, asked), view.draft);
      return withSource({ ...view, draft }, { name: undefined });
    }
    if (reply.kind !== 'text') return { kind: 'foreign' };
    return tooLong(reply.text, view, maxSourceNameLength) ?? withSource(view, { name: reply.text });
  },
});

const linkPattern = /https?:\/\/[^\s<>"]+|(?:www\.|t\.me\/)[^\s<>"]+/i;

/** Where it was published: a link, the kind of publication in words ("Telegram post"), or both in one message. */
const sourceChannel = detail({
  id: 'sourceChannel',
  label: ({ t }) => t.witness.sourceChannel.line,
  none: ({ t }) => t.witness.skip,
  value: ({
    draft: {
      answers: { source },
    },
  }) =>
    maybeWords([source?.channel, source?.link].filter(part => part !== undefined).join(', ') || undefined),
  ask: ({ t }) => ({
    title: html`${t.witness.sourceChannel.title}`,
    hint: html`${t.witness.sourceChannel.hint}`,
    choices: [],
  }),
  answer: (reply, view) => {
    if (reply.kind === 'none') return withSource(view, { channel: undefined, link: undefined });
    if (reply.kind !== 'text') return { kind: 'foreign' };
    const link = linkPattern.exec(reply.text)?.[0];
    const channel = (link === undefined ? reply.text : reply.text.replace(link, '')).replace(
      /^[\s,;–—-]+|[\s,;–—-]+$/g,
      '',
    );
    const long = tooLong(channel, view) ?? (link === undefined ? undefined : tooLongLink(link, view));
    return long ?? withSource(view, { channel: channel === '' ? undefined : channel, link });
  },
});

const maxLinkLength = 500;
const tooLongLink = (link: string, view: View): Outcome | undefined =>
  link.length > maxLinkLength
    ? { kind: 'refused', note: html`${view.t.witness.tooLong(maxLinkLength)}` }
    : undefined;

/** The day of publication. An incident of unknown time happened no later than that: a bound, and no more. */
const sourceDate = detail<TimeReading>({
  id: 'sourceDate',
  label: ({ t }) => t.witness.sourceDate.line,
  none: ({ t }) => t.witness.skip,
  value: ({
    draft: {
      answers: { source },
    },
    country,
    locale,
  }) =>
    source?.published === undefined
      ? undefined
      : html`${formatOccurred(onDate(source.published, country.zone), locale)}`,
  ask: ({ t }) => ({
    title: html`${t.witness.sourceDate.title}`,
    hint: html`${t.witness.sourceDate.hint}`,
    choices: [],
  }),
  read: (reply, { parsers, now, locale }) =>
    reply.kind === 'text' ? parsers.time(reply.text, { now, locale }) : undefined,
  answer: (reply, view) => {
    if (reply.kind === 'none') return withSource(view, { published: undefined });
    if (reply.kind !== 'text') return { kind: 'foreign' };
    const { reading } = reply;
    if (reading?.kind === 'future') return { kind: 'refused', note: html`${view.t.witness.time.future}` };
    if (reading?.kind === 'choose')
      return { kind: 'refused', note: html`${view.t.witness.sourceDate.ambiguous}` };
    if (
      reading?.kind !== 'understood' ||
      !['minute', 'hour', 'part_of_day', 'day'].includes(reading.occurred.precision)
    )
      return { kind: 'refused', note: html`${view.t.witness.sourceDate.notUnderstood}` };
    const published = reading.occurred.start?.slice(0, 10);
    const outcome = withSource(view, { published });
    const { occurred } = view.draft.answers;
    if (
      outcome.kind !== 'answered' ||
      occurred?.precision !== 'unknown' ||
      occurred.end !== undefined ||
      !published
    )
      return outcome;
    return { ...outcome, draft: withAnswers(outcome.draft, { occurred: { ...occurred, end: published } }) };
  },
});

/** Whether the source says that it checked the facts itself. It is the source's word, and shown as that. */
const sourceVerified = detail<'yes' | 'no'>({
  id: 'sourceVerified',
  label: ({ t }) => t.witness.sourceVerified.line,
  none: ({ t }) => t.witness.sourceVerified.notSaid,
  value: ({ draft, t }) => {
    const verified = draft.answers.source?.verified;
    return verified === undefined ? undefined : html`${verified ? t.witness.yes : t.witness.no}`;
  },
  ask: ({ t }) => ({
    title: html`${t.witness.sourceVerified.title}`,
    choices: [
      [
        { label: t.witness.yes, value: 'yes' },
        { label: t.witness.no, value: 'no' },
      ],
    ],
  }),
  read: (reply, { parsers }) => (reply.kind === 'text' ? parsers.yesNo(reply.text) : undefined),
  answer: (reply, view) => {
    if (reply.kind === 'none') return withSource(view, { verified: undefined });
    const given = reply.kind === 'choice' ? reply.value : reply.kind === 'text' && reply.reading;
    if (given === 'yes' || given === 'no') return withSource(view, { verified: given === 'yes' });
    return reply.kind === 'text'
      ? { kind: 'refused', note: html`${view.t.witness.pressOrSay}` }
      : { kind: 'foreign' };
  },
});

/** Whom the source holds responsible, in its own words. It stays a claim of that source. */
const side = detail({
  id: 'side',
  applies: draft => ofNamed(draft) || Boolean(draft.answers.attribution),
  label: ({ t }) => t.witness.side.line,
  none: ({ t }) => t.witness.side.notSaid,
  value: ({ draft }) => maybeWords(draft.answers.attribution?.side),
  ask: ({ t }) => ({ title: html`${t.witness.side.title}`, hint: html`${t.witness.side.hint}`, choices: [] }),
  answer: (reply, view) => {
    const { attribution } = view.draft.answers;
    if (reply.kind === 'none') return answered(view, { attribution: null });
    if (reply.kind !== 'text') return { kind: 'foreign' };
    const claim: Attribution = { side: reply.text, status: attribution?.status ?? 'alleged' };
    return tooLong(reply.text, view) ?? answered(view, { attribution: claim });
  },
});

/** Whether that side admits it: alleged, acknowledged, contested or unknown. */
const sideStatus = detail<OptionReading<AttributionStatus>>({
  id: 'sideStatus',
  applies: draft => Boolean(draft.answers.attribution),
  label: ({ t }) => t.witness.sideStatus.line,
  none: ({ t }) => t.witness.unknown,
  value: ({ draft, t }) => {
    const { attribution } = draft.answers;
    return attribution ? html`${t.terms.attributionStatuses[attribution.status]}` : undefined;
  },
  ask: ({ t }) => ({
    title: html`${t.witness.sideStatus.title}`,
    choices: attributionStatuses
      .filter(status => status !== 'unknown')
      .map(status => [{ label: t.witness.sideStatus.options[status], value: status }]),
  }),
  read: (reply, { parsers }) =>
    reply.kind === 'text' ? parsers.option(reply.text, attributionStatuses) : undefined,
  answer: (reply, view) => {
    const { attribution } = view.draft.answers;
    if (!attribution) return { kind: 'foreign' };
    if (reply.kind === 'none') return answered(view, { attribution: { ...attribution, status: 'unknown' } });
    const status = statusOf(reply, view);
    if (status) return answered(view, { attribution: { ...attribution, status } });
    return reply.kind === 'text'
      ? { kind: 'refused', note: html`${view.t.witness.pressOrSay}` }
      : { kind: 'foreign' };
  },
});

const statusOf = (
  reply: Reply<OptionReading<AttributionStatus>>,
  { t }: View,
): AttributionStatus | undefined => {
  if (reply.kind === 'choice') return member(attributionStatuses, reply.value);
  if (reply.kind !== 'text') return undefined;
  const labelled = byLabel(reply.text, attributionStatuses, t.witness.sideStatus.options);
  return labelled ?? (reply.reading?.kind === 'one' ? reply.reading.code : undefined);
};

/** What a named source says of itself and of who did it, in the order in which it is asked. */
export const sourceDetails: readonly Question[] = [
  sourceName,
  sourceChannel,
  sourceDate,
  sourceVerified,
  side,
  sideStatus,
];

const maybeWords = (text: string | undefined): Html | undefined =>
  text === undefined ? undefined : words(text);
