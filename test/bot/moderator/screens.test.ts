import { describe, expect, test } from 'vitest';
import { moderatorCallbacks, type QueueView } from '../../../bot/callbacks/moderator.ts';
import {
  figureChoiceScreen,
  figureFormScreen,
  figureListScreen,
  figureRemovalScreen,
} from '../../../bot/moderator/figure/screens.ts';
import { historyScreen } from '../../../bot/moderator/history/screens.ts';
import * as dialogs from '../../../bot/moderator/incident/dialogs.ts';
import { incidentListScreen, incidentScreen } from '../../../bot/moderator/incident/screens.ts';
import {
  selectionApprovalScreen,
  selectionDoneScreen,
  selectionReasonsScreen,
  selectionScreen,
} from '../../../bot/moderator/queue/bulk.ts';
import { filterChoices, queueFilterScreen } from '../../../bot/moderator/queue/filters.ts';
import { type Queued, queueScreen } from '../../../bot/moderator/queue/screens.ts';
import { cardScreen, erasedScreen, reasonsScreen } from '../../../bot/moderator/report/card.ts';
import { checklistScreen } from '../../../bot/moderator/report/checklist.ts';
import { joiningScreen, similarScreen } from '../../../bot/moderator/report/duplicates.ts';
import { askingScreen, questionsScreen } from '../../../bot/moderator/report/question-screens.ts';
import { muteScreen, reporterScreen } from '../../../bot/moderator/report/reporter.ts';
import { chosenOn } from '../../../bot/moderator/selection.ts';
import { removalScreen, teamScreen } from '../../../bot/moderator/team/screens.ts';
import { correctionsScreen } from '../../../bot/reader/corrections.ts';
import { figuresScreen } from '../../../bot/reader/figures.ts';
import { noticeScreen } from '../../../bot/text/notice.ts';
import { answeringPage } from '../../../bot/witness/follow-up/draft-answer.ts';
import type { Event } from '../../../lib/history/event.ts';
import { contributionOf } from '../../../lib/incident/contribution.ts';
import type { Reason } from '../../../lib/incident/duplicate.ts';
import { type Incident, incidentOf } from '../../../lib/incident/incident.ts';
import { maxAnswerLength, maxQuestionLength, type Report } from '../../../lib/report/report.ts';
import { munitions } from '../../../lib/report/vocabulary.ts';
import { splitReport } from '../../../lib/review/outline.ts';
import type { Duplicate } from '../../../lib/store/records/duplicates.ts';
import type { Figure } from '../../../lib/summary/figure.ts';
import { rules } from '../../support/samples/samples.ts';
import { alikeLabels, expectSendable, longestReport, views } from '../../support/screens.ts';

const at = '2022-05-12T08:30:00.000Z';
const now = new Date(at);
const far: QueueView = {
  list: 'waiting',
  age: 24,
  munition: 'small_arms',
  region: 'ABC',
  position: { after: `${'z'.repeat(9)}${'Z'.repeat(10)}` },
};
const from = far;
const cursor = `${'z'.repeat(9)}${'Z'.repeat(10)}`;

const checklist = { militaryPosition: false, identifiesPerson: true, graphic: true };

/** Everything about a report at its longest, of one character. */
const longest = (character: string): Report => ({
  ...longestReport(character),
  version: 9999,
  status: 'in_review',
  claim: { by: 'a', until: '2022-05-12T09:00:00.000Z' },
  approvals: [{ by: 'b', at, checklist: { militaryPosition: false, identifiesPerson: true, graphic: true } }],
  questions: Array.from({ length: 10 }, () => ({
    at,
    by: 'a',
    wording: { words: character.repeat(maxQuestionLength).slice(0, maxQuestionLength) },
    reply: {
      at,
      text: character.repeat(maxAnswerLength).slice(0, maxAnswerLength),
      evidence: [{ kind: 'photo' as const, file: 'f' }],
    },
  })),
  incident: 'ZZZZZ00001',
});

const incidentFrom = (report: Report, n: number): Incident => {
  const links = Array.from({ length: n }, (_, index) =>
    contributionOf({ ...report, id: `K7QF2M9${String(index).padStart(3, '0')}` }),
  );
  const text = report.answers.attribution?.side ?? 'x';
  const by = report.answers.source;
  return {
    ...incidentOf(links, { id: 'ZZZZZ00002', at, rules }),
    version: 9999,
    contamination: { state: 'suspected', by, date: '2022-05-11' },
    further: [{ side: text, status: 'acknowledged', by }],
    retraction: { reason: 'not_enough_detail', words: text },
    mergedInto: 'ZZZZZ00003',
  };
};

const reason: Reason = {
  score: 9,
  distanceMetres: 12_345,
  withinMetres: 15_000,
  apartMinutes: 2000,
  precision: 'part_of_day',
  munition: 'related',
};

const figureOf = (report: Report): Figure => {
  const words = report.answers.attribution?.side.slice(0, 200) ?? 'x';
  return {
    id: 'K7QF2M9XCA',
    version: 1,
    status: 'recorded',
    source: report.answers.source,
    published: '2022-03-30',
    period: { from: '2022-02-24', to: '2022-09-30' },
    region: 'UA-43',
    munition: 'rocket_artillery',
    user: words,
    area: words,
    attacks: { words },
    people: words.slice(0, 100),
    killed: { words },
    injured: { words },
    recordedAt: at,
    by: 'm',
  };
};

describe.each([['я'], ['<'], ['&'], ['😀'], ['\n']])(
  'every screen of moderators, with the longest texts of "%s"',
  character => {
    const report = longest(character);
    const name = character.repeat(60).slice(0, 60);
    const nameOf = () => name;
    const incident = incidentFrom(report, 8);
    const links = Array.from({ length: 30 }, (_, index) =>
      contributionOf({
        ...report,
        id: `K7QF2M9${String(index).padStart(3, '0')}`,
        answers: { ...report.answers, munition: munitions[index % 5] ?? 'other' },
      }),
    );
    const suggestions: readonly Duplicate[] = [
      { kind: 'incident', incident, reason },
      { kind: 'report', report: { ...report, id: 'K7QF2M9XCB' }, reason },
      ...['3', '4', '5'].map(n => ({
        kind: 'incident' as const,
        incident: { ...incident, id: `ZZZZZ0000${n}` },
        reason,
      })),
    ];
    const size = { count: 1000, more: true };
    const queued = (length: number): Queued => ({
      page: {
        items: Array.from({ length }, (_, index) => ({
          ...splitReport(report, 'submitted').outline,
          id: `K7QF2M9${String(index).padStart(3, '0')}`,
        })),
        next: cursor,
        previous: cursor,
      },
      sizes: { waiting: size, mine: size, asked: size },
      me: 'me',
      nameOf,
    });
    const selectable = { items: queued(8).page.items, me: 'me', nameOf };
    const events: readonly Event[] = Array.from({ length: 40 }, (_, index) => ({
      n: index + 1,
      at,
      by: 'a',
      kind: 'edited',
      changes: Object.fromEntries(
        ['place', 'account', 'source', 'attribution', 'injured'].map(field => [
          field,
          {
            old: JSON.parse(JSON.stringify(report.answers[field as 'account'])),
            new: JSON.parse(JSON.stringify(report.answers[field as 'account'])),
          },
        ]),
      ),
      state: '',
      prev: '',
      hash: '',
    }));

    test.each(views.map(view => [view.locale, view] as const))('a queue names a gap in %s', (_, view) => {
      const gap = String(view.t.moderator.queue.unreadable(2));
      const page = { ...queued(1), page: { items: [], unreadable: 2 } };
      expect(queueScreen(page, far, now, view).text).toMatchObject({ source: expect.stringContaining(gap) });
      expect(queueScreen(queued(1), far, now, view).text).not.toMatchObject({
        source: expect.stringContaining(gap),
      });
    });

    test.each(views.map(view => [view.locale, view] as const))('can be sent in %s', (_, view) => {
      const { button } = moderatorCallbacks;
      const path = { id: incident.id, version: incident.version };
      const context = { from, decider: name, holder: name, endorser: name, now };
      const screens = [
        cardScreen(report, view, context),
        cardScreen({ ...report, status: 'needs_info' }, view, context),
        cardScreen({ ...report, status: 'approved', decidedAt: at }, view, context),
        checklistScreen(report, {}, view, from),
        checklistScreen(report, { militaryPosition: true }, view, from),
        checklistScreen(report, checklist, view, from),
        joiningScreen(report, checklist, suggestions, incident, view, from),
        joiningScreen(report, checklist, [], undefined, view, from),
        similarScreen(report, suggestions, view, from),
        askingScreen(report, view, from),
        questionsScreen(report, view, from, nameOf),
        reporterScreen(
          report,
          {
            reports: Array.from({ length: 50 }, (_, n) => ({
              ...report,
              id: `K7QF2M9X${n + 10}`,
              status: 'rejected' as const,
              last: 'rejected' as const,
              reason: 'not_enough_detail' as const,
            })),
            more: true,
            muted: true,
          },
          view,
          from,
        ),
        muteScreen(report, view, from),
        historyScreen(
          { of: name, events, verdict: { kind: 'broken', n: 3, why: 'hash' }, unreadable: 0, nameOf },
          1,
          page => moderatorCallbacks.data('history', { id: 'K7QF2M9XCA', version: 9999, page, from }),
          { text: 'x', data: 'x' },
          view,
        ),
        queueScreen(queued(6), far, now, view),
        queueScreen(queued(0), far, now, view),
        queueScreen(queued(0), { list: 'mine' }, now, view),
        queueScreen(queued(8), { ...far, list: 'harmed' }, now, view),
        ...(['region', 'munition', 'age'] as const).map(by =>
          queueFilterScreen(
            by,
            far,
            filterChoices(by, far, view).map(choice => ({ ...choice, size: { count: 99, more: true } })),
            view,
          ),
        ),
        selectionScreen(selectable, [{ id: 'K7QF2M9000', version: 9999 }], far, now, view),
        selectionReasonsScreen(selectable, far, now, view),
        selectionApprovalScreen(selectable, far, now, view),
        selectionDoneScreen('x', { done: selectable.items, left: [report.id] }, far, view),
        reasonsScreen(report, view, from),
        erasedScreen({ ...report, last: 'withdrawn' }, view, from),
        incidentScreen(incident, links, view),
        incidentScreen({ ...incident, status: 'retracted' }, links, view),
        incidentListScreen('embargoed', { items: Array(6).fill(incident), next: cursor }, view),
        dialogs.sourceScreen(incident, links, 'munition', view),
        dialogs.sourceScreen(incident, links, 'occurred', view),
        dialogs.sourceScreen(incident, links, 'place', view),
        dialogs.holdScreen(incident, view),
        dialogs.gradeScreen(incident, view),
        dialogs.contaminationScreen(incident, view),
        dialogs.sourceKindScreen(incident, view, (text, source) =>
          button(text, 'unexplodedBy', { ...path, state: 'suspected', source }),
        ),
        dialogs.sourceKindScreen(incident, view, (text, source) =>
          button(text, 'claimBy', { ...path, status: 'acknowledged', source }),
        ),
        dialogs.claimsScreen({ ...incident, attributions: Array(40).fill(incident.attributions[0]) }, view),
        dialogs.claimStatusScreen(incident, view),
        dialogs.moveScreen(incident, links, links.map(({ id }) => id).slice(0, 4), suggestions, view),
        dialogs.mergeScreen(incident, suggestions, view),
        dialogs.mergeConfirmScreen(incident, 'ZZZZZ00009', view),
        dialogs.retractScreen(incident, view),
        figureListScreen(Array(100).fill(figureOf(report)), 1, view),
        figureFormScreen(figureOf(report), view),
        figureRemovalScreen(figureOf(report), view),
        ...(['kind', 'munition', 'region'] as const).map(field => figureChoiceScreen(field, 1, view)),
        teamScreen(
          [1, 2, 3].map(n => ({
            key: `k${n}`,
            name: `${n}${name}`,
            role: n === 1 ? ('admin' as const) : ('moderator' as const),
            configured: false,
          })),
          view,
          { isPrivate: true },
        ),
        removalScreen({ key: 'k', name, role: 'moderator', configured: false }, view),
      ];
      for (const screen of screens) expectSendable(screen);
      expect(screens.flatMap(alikeLabels)).toEqual([]);
      const others = [
        figuresScreen(
          Array(100).fill(figureOf(report)),
          1,
          { question: { requested: 'all' }, period: undefined },
          view,
        ),
        correctionsScreen(
          {
            items: Array(4).fill({
              incident: 'ZZZZZ00002',
              version: 9999,
              at,
              kind: 'amended',
              fields: ['killed', 'injured', 'occurred', 'contamination', 'place'],
              values: {
                killed: { old: report.answers.killed, new: report.answers.injured },
                occurred: { old: report.answers.occurred, new: report.answers.occurred },
                contamination: { new: incident.contamination },
              },
              retraction: incident.retraction,
            }),
            next: 'x'.repeat(25),
          },
          'x',
          view,
        ),
        answeringPage(
          {
            kind: 'answer',
            report: report.id,
            question: 0,
            text: character.repeat(maxAnswerLength).slice(0, maxAnswerLength),
            evidence: [],
          },
          report,
          view.t,
        ),
      ];
      for (const screen of others) expectSendable(screen);
      const asked = noticeScreen(
        {
          ...report,
          status: 'needs_info',
          questions: report.questions?.map(({ reply: _, ...open }) => open),
        },
        view.t,
      );
      expect(asked).toBeDefined();
      if (asked) expectSendable(asked);
    });
  },
);

describe('a selection', () => {
  test('is read from the keyboard that shows it', () => {
    expect(
      chosenOn({
        inline_keyboard: [
          [
            { text: '☑ a', callback_data: 'm:pick:K7QF2M9XCA:3:w.' },
            { text: 'b', callback_data: 'm:pick:K7QF2M9XCB:3:w.' },
            { text: '☑ c', callback_data: 'w:pick:K7QF2M9XCC:3:w.' },
            { text: '☑ d', url: 'https://example.org' },
          ],
        ],
      }),
    ).toEqual([{ name: 'pick', args: { id: 'K7QF2M9XCA', version: 3, view: { list: 'waiting' } } }]);
    expect(chosenOn(undefined)).toEqual([]);
  });
});
