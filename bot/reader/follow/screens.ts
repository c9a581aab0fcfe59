import { type Follower, mostTopics, night } from '../../../lib/follow/follower.ts';
import type { Topic } from '../../../lib/follow/topic.ts';
import { nameIn } from '../../../lib/locale.ts';
import type { Place } from '../../../lib/place/place.ts';
import { wallAt } from '../../../lib/time/date.ts';
import { readerCallbacks } from '../../callbacks/reader.ts';
import { cut, html, isolated, join } from '../../telegram/html.ts';
import { inRows, keyboard, munitionRows, regionRows } from '../../telegram/keyboard.ts';
import type { Button, Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { type SettlementOf, topicCode, topicOf, topicText } from './topic.ts';

/** An hour as a clock shows it. */
const hourText = (hour: number): string => wallAt('', hour).slice(1);

/** What somebody follows and when they are told, each with what changes it. `note` says what was just done. */
export const followingScreen = (
  follower: Follower | undefined,
  view: View,
  settlementOf: SettlementOf,
  note?: string,
): Screen => {
  const { t, locale, country } = view;
  const { follow: texts } = t;
  const topics = follower?.topics.map(({ topic }) => topic) ?? [];
  const everywhere = nameIn(country.names, [locale, ...country.languages]);
  const isFull = topics.length >= mostTopics;
  return {
    text: join([
      note && html`<b>${note}</b>`,
      join(
        [
          html`<b>${texts.title}</b>`,
          ...topics.map(topic => html`• ${isolated(topicText(topic, view, settlementOf))}`),
          topics.length === 0 ? html`${texts.none}` : undefined,
        ],
        '\n',
      ),
      follower && html`${whenText(follower, view)}`,
      isFull ? undefined : html`${texts.about(mostTopics)} ${texts.write}`,
      html`<i>${texts.kept}</i>`,
    ]),
    buttons: keyboard(
      ...topics.map(topic => [stopButton(topic, view, settlementOf)]),
      [
        topics.length > 0 && { text: texts.when, data: readerCallbacks.data('follow_hours') },
        topics.length > 1 && { text: texts.stopAll, data: readerCallbacks.data('unfollow_all') },
      ],
      [
        !isFull &&
          !topics.some(({ kind }) => kind === 'country') && {
            text: texts.addCountry(everywhere),
            data: readerCallbacks.data('follow', { topic: 'c' }),
          },
      ],
      [
        !isFull && { text: texts.addRegion, data: readerCallbacks.data('follow_regions') },
        !isFull && { text: texts.addMunition, data: readerCallbacks.data('follow_munitions', { page: 0 }) },
      ],
    ),
  };
};

/** The button that stops following a topic. `place`: below a message that told of news. */
export const stopButton = (topic: Topic, view: View, settlementOf: SettlementOf, place?: 'n'): Button => ({
  text: view.t.follow.stop(topicText(topic, view, settlementOf)),
  data: readerCallbacks.data('unfollow', { topic: topicCode(topic), place }),
});

/** The button below an answer that follows what it is about; the answer stays. */
export const followButton = (
  asked: Parameters<typeof topicOf>[0],
  place: Place | undefined,
  view: View,
): Button => {
  const topic = topicOf(asked);
  const { locale, country } = view;
  const name = place?.settlement
    ? nameIn(place.settlement.names, [locale, ...country.languages])
    : topicText(topic, view, () => place);
  return {
    text:
      topic.kind === 'country'
        ? view.t.follow.addCountry(nameIn(country.names, [locale, ...country.languages]))
        : cut(view.t.follow.followIt(name), longestLabel),
    data: readerCallbacks.data('follow', { topic: topicCode(topic), place: 'n' }),
  };
};

/** As long as a row of its own shows whole on a phone. */
const longestLabel = 40;

const whenText = ({ digest, isAtNight }: Follower, { t: { follow: texts } }: View): string =>
  [
    digest === undefined ? texts.atOnce : texts.daily(hourText(digest)),
    isAtNight ? texts.loud : texts.quiet(hourText(night.from), hourText(night.to)),
  ].join(' ');

const toFollowing = ({ t }: View): Button => ({
  text: t.follow.open,
  data: readerCallbacks.data('following'),
});

/** The hours of a day at which a digest can come, and the night. */
export const whenScreen = (follower: Follower, view: View): Screen => {
  const { follow: texts } = view.t;
  const { digest, isAtNight = false } = follower;
  const chosen = (isChosen: boolean, text: string) => (isChosen ? `• ${text}` : text);
  return {
    text: join([html`<b>${texts.chooseWhen}</b>`, html`${whenText(follower, view)}`]),
    buttons: keyboard(
      [
        {
          text: chosen(digest === undefined, texts.soon),
          data: readerCallbacks.data('follow_when', { when: 'o' }),
        },
      ],
      ...inRows(
        Array.from({ length: 24 }, (_, hour) => ({
          text: chosen(hour === digest, hourText(hour)),
          data: readerCallbacks.data('follow_when', { when: `h${String(hour).padStart(2, '0')}` }),
        })),
        4,
      ),
      [
        {
          text: isAtNight ? texts.nightOff : texts.nightOn,
          data: readerCallbacks.data('follow_night', { night: isAtNight ? 'n' : 'y' }),
        },
      ],
      [toFollowing(view)],
    ),
  };
};

/** The regions to follow one of. */
export const followRegionScreen = (view: View): Screen => ({
  text: html`<b>${view.t.reader.choose.region}</b>`,
  buttons: [
    ...regionRows(view.country, view.locale, region =>
      readerCallbacks.data('follow', { topic: topicCode({ kind: 'region', region }) }),
    ),
    [toFollowing(view)],
  ],
});

/** A page of the munitions to follow one of. */
export const followMunitionScreen = (view: View, page: number): Screen => {
  const { choose } = view.t.reader;
  return {
    text: html`<b>${choose.munition}</b>`,
    buttons: [
      ...munitionRows(
        view.t.terms.munitions,
        page,
        munition =>
          readerCallbacks.data('follow', { topic: topicCode({ kind: 'munitions', munitions: [munition] }) }),
        {
          before: choose.back,
          after: choose.more,
          data: to => readerCallbacks.data('follow_munitions', { page: to }),
        },
      ),
      [toFollowing(view)],
    ],
  };
};

/** Typed words may mean several things to follow (or to stop following); or none. */
export const whichScreen = (
  topics: readonly Topic[],
  view: View,
  settlementOf: SettlementOf,
  { words, isStop = false }: Readonly<{ words: string; isStop?: boolean }>,
): Screen => {
  const { follow: texts } = view.t;
  const said = isolated(words, maxTypedLength);
  return {
    text:
      topics.length === 0
        ? html`${texts.notUnderstood(said)}`
        : join([html`<b>${texts.which}</b>`, html`${said}`], '\n'),
    buttons: [
      ...topics.map(topic => [
        isStop
          ? stopButton(topic, view, settlementOf)
          : {
              text: topicText(topic, view, settlementOf),
              data: readerCallbacks.data('follow', { topic: topicCode(topic) }),
            },
      ]),
      [toFollowing(view)],
    ],
  };
};

const maxTypedLength = 60;
