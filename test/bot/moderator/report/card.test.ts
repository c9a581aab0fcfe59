import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { QueueView } from '../../../../bot/callbacks/moderator.ts';
import { cardScreen, outcomeLine, reasonsScreen } from '../../../../bot/moderator/report/card.ts';
import { noticeScreen } from '../../../../bot/text/notice.ts';
import type { Report } from '../../../../lib/report/report.ts';
import { rejectionReasons } from '../../../../lib/report/vocabulary.ts';
import { answers, report } from '../../../support/samples/samples.ts';
import {
  anyNastyReport,
  anyText,
  expectSendable,
  longestReport,
  nasty,
  textOf,
  viewIn,
  views,
} from '../../../support/screens.ts';

const english = await viewIn('en');
const labels = (screen: ReturnType<typeof cardScreen>) => screen.buttons.flat().map(({ text }) => text);
const longestView: QueueView = {
  list: 'asked',
  age: 24,
  munition: 'incendiary',
  region: '43',
  position: { after: `${'0'.repeat(9)}${'Z'.repeat(10)}` },
};
const decided = (change: Partial<Report>): Report => ({
  ...report,
  version: 2,
  decidedAt: '2022-05-12T09:30:00.000Z',
  decidedBy: 'member',
  ...change,
});

describe('the card of a report', () => {
  test('says whose message was forwarded', () => {
    const forwarded = { from: 'group', date: '2022-05-11' } as const;
    const told = { ...report, answers: { ...report.answers, forwarded } };
    expect(textOf(cardScreen(told, english, {}))).toContain('Forwarded: a message from a group, 11 May 2022');
  });

  test('has everything the witness said, as exact as it was said', () => {
    const text = textOf(cardScreen(report, english, {})).replaceAll(/[\u2068\u2069]/g, '');
    for (const part of [
      'Report K7QF2-M9XCA',
      'The bot writes to them in: Ukrainian',
      'Where: Malokaterynivka, Zaporizhzhia region (precision: settlement; pin on the map)',
      'Exact location, never published: 47.66123, 35.27123 ±20 m',
      'When: 11 May 2022 (hour unknown)',
      'In their words: вчора',
      'Seen or heard: Many small explosions',
      'Munition: Cluster munition, delivery: rocket launcher (Grad)',
      'How known: From fragments',
      'Killed: unknown',
      'Injured: 8, 3 of them medics',
      'What was hit: Homes',
      'Source: a witness, saw it themselves',
      'Attributed to: nobody',
      'Я бачила це з вікна.',
      'Evidence: none given',
      'Readers will see',
      'The account is not published, whoever it names',
    ])
      expect(text).toContain(part);
  });

  test('offers what its state allows, and nothing else', () => {
    const any = ['Witness', 'History'];
    const after = ['Undo the decision', ...any];
    expect(labels(cardScreen(report, english, {}))).toEqual([
      'Approve',
      'Reject',
      'Ask',
      'Edit',
      'Take it',
      'Similar',
      ...any,
    ]);
    expect(labels(cardScreen(decided({ status: 'approved' }), english, { decider: 'Marko' }))).toEqual(after);
    expect(
      labels(cardScreen(decided({ status: 'rejected' }), english, { from: { list: 'waiting' } })),
    ).toEqual([...after, 'Back to the queue', 'Next report']);
    expect(labels(cardScreen(decided({ status: 'withdrawn' }), english, {}))).toEqual(any);
    const asked = {
      ...report,
      status: 'needs_info' as const,
      questions: [{ at: report.receivedAt, by: 'm', wording: { template: 'when_exactly' as const } }],
    };
    expect(labels(cardScreen(asked, english, {}))).toEqual(['Reject', 'Ask', 'Take it', 'Questions', ...any]);
  });

  test('says who has taken it and until when, who approved it first, and what was asked and answered', () => {
    const at = '2022-05-12T08:30:00.000Z';
    const screen = cardScreen(
      {
        ...report,
        status: 'in_review',
        claim: { by: 'a', until: '2022-05-12T09:00:00.000Z' },
        approvals: [
          { by: 'b', at, checklist: { militaryPosition: false, identifiesPerson: false, graphic: true } },
        ],
        questions: [
          {
            at,
            by: 'a',
            wording: { template: 'where_exactly' },
            reply: { at, text: 'Біля школи', evidence: [{ kind: 'photo', file: 'f' }] },
          },
        ],
        incident: 'ZZZZZ00001',
      },
      english,
      { holder: 'Marko', endorser: 'Daryna', now: new Date(at) },
    );
    const text = textOf(screen).replaceAll(/[\u2068\u2069]/g, '');
    for (const part of [
      'Taken by Marko until 12 May 2022, 12:00',
      'First approval: Daryna, 12 May 2022, 11:30. A second moderator must approve it too.',
      'What is published stays as it is until you decide.',
      '1 question asked, 1 answered',
      'Answer: Біля школи (with 1 file)',
    ])
      expect(text).toContain(part);
    expect(labels(screen)).toContain('Give it back');
    expect(labels(screen)).toContain('Incident');
  });

  test('offers evidence when there is some, and the whole text when it is cut', () => {
    const long = {
      ...report,
      answers: { ...answers, account: 'я'.repeat(5000), evidence: [{ kind: 'photo' as const, file: 'f' }] },
    };
    expect(labels(cardScreen(long, english, {}))).toEqual(
      expect.arrayContaining(['Evidence (1)', 'Whole text']),
    );
  });

  test('tells who decided, when and why', () => {
    const rejected = decided({ status: 'rejected', rejection: { reason: 'other', words: 'Too <vague>' } });
    const text = textOf(cardScreen(rejected, english, { decider: 'Marko' })).replaceAll(
      /[\u2068\u2069]/g,
      '',
    );
    expect(text).toContain('Rejected by Marko, 12 May 2022, 12:30');
    expect(text).toContain('Too <vague>');
    expect(outcomeLine(decided({ status: 'withdrawn' }), english, undefined)).toBe(
      'Withdrawn by the witness, 12 May 2022',
    );
  });

  test('can be sent, whatever the texts hold, in every language and state', () => {
    fc.assert(
      fc.property(
        anyNastyReport,
        fc.constantFrom(...views),
        fc.constantFrom('submitted', 'approved', 'rejected', 'withdrawn'),
        fc.option(anyText(60), { nil: undefined }),
        fc.constantFrom(undefined, { list: 'waiting' }, longestView),
        (any, view, status, decider, from) => {
          const one = {
            ...any,
            version: 999,
            status,
            rejection: { reason: 'other' as const, words: decider?.repeat(5).slice(0, 500) ?? 'x' },
          };
          const screen = cardScreen(one, view, { from, decider });
          expectSendable(screen);
          expect(screen.personal).toBe(true);
          expectSendable(reasonsScreen(one, view, from));
          const notice = noticeScreen(one, view.t);
          if (notice) expectSendable(notice);
        },
      ),
    );
  });

  test('can be sent with the longest answers', () => {
    for (const character of ['я', '<', '&', '😀', '\n', '\u0338', nasty[2]])
      for (const view of views) {
        const longest = longestReport(character);
        expectSendable(cardScreen(longest, view, {}));
        expectSendable(reasonsScreen(longest, view, undefined));
        const rejected = {
          ...longest,
          status: 'rejected' as const,
          rejection: { reason: 'unsafe_to_publish' as const, words: character.repeat(500).slice(0, 500) },
        };
        expectSendable(cardScreen(rejected, view, { decider: character.repeat(60) }));
      }
  });
});

describe('the notice to the witness', () => {
  test('gives every reason in every language, and the way to send again', () => {
    for (const view of views)
      for (const reason of rejectionReasons) {
        const screen = noticeScreen(decided({ status: 'rejected', rejection: { reason } }), view.t) ?? fail();
        const text = textOf(screen);
        expect(text).toContain('K7QF2-M9XCA');
        expect(text).toContain(view.t.terms.rejectionReasons[reason]);
        expect(labels(screen)).toEqual([view.t.witness.mine.amend]);
      }
  });

  test('says nothing of a report that is not decided, or that its witness withdrew', () => {
    expect(noticeScreen(report, english.t)).toBeUndefined();
    expect(noticeScreen(decided({ status: 'withdrawn' }), english.t)).toBeUndefined();
  });
});

const fail = (): never => {
  throw new Error('No notice');
};
