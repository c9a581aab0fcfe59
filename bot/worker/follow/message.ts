import type { Told } from '../../../lib/follow/told.ts';
import { isSameTopic, type Topic } from '../../../lib/follow/topic.ts';
import { toldNow } from '../../../lib/incident/correction.ts';
import { readerCallbacks } from '../../callbacks/reader.ts';
import { changeText } from '../../reader/corrections.ts';
import { stopButton } from '../../reader/follow/screens.ts';
import { type SettlementOf, topicText } from '../../reader/follow/topic.ts';
import { listedText } from '../../reader/latest.ts';
import { type Html, html, isolated, join, lengthOf } from '../../telegram/html.ts';
import { keyboard } from '../../telegram/keyboard.ts';
import { type Button, limits, type Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';

/** Things told in one message: as many as fit at their longest beside the rest of it. */
const mostTold = 4;
/** Topics that are named, and can be stopped by a press below the message. */
const mostNamed = 3;

/**
 * The news of one follower, as readers see each in the lists. `isPerhapsAgain`: the same may have been sent before.
 */
export const newsScreen = (
  told: readonly Told[],
  { isPerhapsAgain }: Readonly<{ isPerhapsAgain: boolean }>,
  view: View,
  settlementOf: SettlementOf,
): Screen => {
  const { news: texts } = view.t.follow;
  const topics = distinct(told.flatMap(one => one.topics)).slice(0, mostNamed);
  const head = join(
    [
      html`<b>${texts.title}</b>`,
      html`${topics.map(topic => isolated(topicText(topic, view, settlementOf))).join('; ')}`,
      isPerhapsAgain ? html`<i>${texts.perhapsAgain}</i>` : undefined,
    ],
    '\n',
  );
  const texted = told.slice(0, mostTold).map((one, index) => toldText(one, index + 1, view));
  const textOf = (shown: number): Html =>
    join([
      head,
      ...texted.slice(0, shown),
      shown < told.length ? html`${texts.more(told.length - shown)}` : undefined,
    ]);
  const fitting = texted.findLastIndex((_, index) => lengthOf(textOf(index + 1)) <= limits.textLength) + 1;
  const shown = told.slice(0, fitting);
  return {
    text: textOf(fitting),
    buttons: keyboard(
      ...pairs(shown.flatMap((one, index) => detailsButton(one, index + 1, view))),
      [
        shown.length < told.length && { text: texts.latest, data: readerCallbacks.data('latest') },
        told.some(({ kind }) => kind === 'corrected') && {
          text: texts.changes,
          data: readerCallbacks.data('changes'),
        },
      ],
      ...topics.map(topic => [stopButton(topic, view, settlementOf, 'n')]),
      [{ text: view.t.follow.open, data: readerCallbacks.data('following', { place: 'n' }) }],
    ),
  };
};

const toldText = (one: Told, n: number, view: View): Html =>
  one.kind === 'released'
    ? listedText(one.incident, n, view)
    : changeText(toldNow(one.correction, one.incident), n, view);

/** Opens what is shown; there is nothing to open of what was taken back. */
const detailsButton = ({ incident }: Told, n: number, { t }: View): readonly Button[] =>
  incident.status === 'published'
    ? [{ text: t.follow.news.details(n), data: readerCallbacks.data('follow_open', { id: incident.id }) }]
    : [];

const pairs = (buttons: readonly Button[]): readonly (readonly Button[])[] => [
  buttons.slice(0, 2),
  buttons.slice(2),
];

const distinct = (topics: readonly Topic[]): readonly Topic[] =>
  topics.filter((topic, at) => topics.findIndex(other => isSameTopic(other, topic)) === at);
