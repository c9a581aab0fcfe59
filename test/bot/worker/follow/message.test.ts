import { describe, expect, test } from 'vitest';
import { followingScreen, whenScreen, whichScreen } from '../../../../bot/reader/follow/screens.ts';
import { readTopic, topicCode } from '../../../../bot/reader/follow/topic.ts';
import { newsScreen } from '../../../../bot/worker/follow/message.ts';
import { mostTopics, newFollower } from '../../../../lib/follow/follower.ts';
import type { Told } from '../../../../lib/follow/told.ts';
import type { Topic } from '../../../../lib/follow/topic.ts';
import { munitions } from '../../../../lib/report/vocabulary.ts';
import { incidentFrom } from '../../../support/samples/samples.ts';
import { alikeLabels, expectSendable, longestReport, textOf, views } from '../../../support/screens.ts';

const topics: readonly Topic[] = [
  { kind: 'country' },
  { kind: 'region', region: 'UA-43' },
  { kind: 'settlement', settlement: 706_483 },
  { kind: 'settlement', settlement: -123_456 },
  { kind: 'munitions', munitions: munitions.slice(0, 6) },
];

const told = (character: string): readonly Told[] => {
  const incident = { ...incidentFrom([longestReport(character)]), status: 'published' as const };
  const correction = {
    incident: incident.id,
    version: 2,
    at: '2022-05-12T09:00:00.000Z',
    kind: 'amended' as const,
    fields: ['killed', 'injured', 'occurred', 'place', 'grade', 'munition'],
  };
  const released: Told = { kind: 'released', incident, topics };
  const corrected: Told = { kind: 'corrected', incident, topics, correction };
  return [released, corrected, released, corrected, released, released];
};

describe.each(views)('what followers are shown ($locale)', view => {
  test.each(['я', '&', '😀', 'W'])('is within Telegram’s limits at its longest, of "%s"', character => {
    const screen = newsScreen(told(character), { isPerhapsAgain: true }, view, () => undefined);
    expectSendable(screen);
    expect(textOf(screen)).toMatch(/^2\. |\n2\. /);
    expect(
      screen.buttons.flat().filter(button => 'data' in button && /^r:unfollow:/.test(button.data)),
    ).toHaveLength(3);
  });

  test('fits on a screen with everything that one may follow', () => {
    const since = '2022-05-12T09:00:00.000Z';
    const many = view.country.regions
      .slice(0, mostTopics)
      .map(({ code }) => ({ topic: { kind: 'region', region: code } as const, since }));
    const follower = { ...newFollower({ chat: 1, locale: view.locale }), topics: many };
    const screen = followingScreen(follower, view, () => undefined);
    expectSendable(screen);
    expect(textOf(screen)).not.toContain('/follow');
    expectSendable(followingScreen(undefined, view, () => undefined, view.t.follow.stoppedAll));
    for (const digest of [undefined, 0, 23]) {
      const when = whenScreen({ ...follower, digest }, view);
      expectSendable(when);
      expect(alikeLabels(when)).toEqual([]);
    }
    expectSendable(whichScreen(topics, view, () => undefined, { words: 'x'.repeat(500) }));
  });

  test.each(topics)('is found again by its button: %o', topic => {
    expect(readTopic(topicCode(topic), view.country)).toEqual(topic);
  });
});
