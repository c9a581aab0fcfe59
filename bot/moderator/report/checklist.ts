import type { Checklist, Report } from '../../../lib/report/report.ts';
import { callbackData } from '../../telegram/callback-data.ts';
import { html, join } from '../../telegram/html.ts';
import type { Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';
import { cardWith, pathOf, reasonCode } from './card.ts';

/** What a moderator looks for before approving, in the order it is asked. */
export const checklistItems = ['militaryPosition', 'identifiesPerson', 'graphic'] as const;
export type ChecklistItem = (typeof checklistItems)[number];

/** The checklist as far as it is answered: nothing is taken for granted, so `no` is an answer that has to be given. */
export type Checks = Readonly<Partial<Record<ChecklistItem, boolean>>>;

/** One digit of base 27 for the three items, each unanswered, no or yes; it travels in the buttons. */
export const checksCode = (checks: Checks): string =>
  checklistItems
    .reduce((code, item) => code * 3 + (checks[item] === undefined ? 0 : checks[item] ? 2 : 1), 0)
    .toString(27);

export const readChecks = (code: string | undefined): Checks | undefined => {
  if (!/^[0-9a-q]$/.test(code ?? '')) return undefined;
  const digits = Number.parseInt(code ?? '', 27)
    .toString(3)
    .padStart(checklistItems.length, '0');
  return Object.fromEntries(
    checklistItems.flatMap((item, index) => (digits[index] === '0' ? [] : [[item, digits[index] === '2']])),
  );
};

/** The checklist once every item is answered. */
export const completed = (checks: Checks): Checklist | undefined => {
  const { militaryPosition, identifiesPerson, graphic } = checks;
  return militaryPosition === undefined || identifiesPerson === undefined || graphic === undefined
    ? undefined
    : { militaryPosition, identifiesPerson, graphic };
};

/** The card with the checklist: each item is answered before it goes on, and a military position ends it. */
export const checklistScreen = (
  report: Report,
  checks: Checks,
  view: View,
  from: string | undefined,
): Screen => {
  const { checklist: said, buttons } = view.t.moderator;
  const path = pathOf(report, from);
  const [id = '', version = '', ...rest] = path;
  const answer = (item: ChecklistItem, value: boolean) => ({
    text: `${checks[item] === value ? '● ' : ''}${said.short[item]}: ${value ? said.yes : said.no}`,
    data: callbackData('m', 'check', id, version, checksCode({ ...checks, [item]: value }), ...rest),
  });
  const done = completed(checks);
  const note = join(
    [
      html`<b>${said.title}</b>`,
      ...checklistItems.map(item => {
        const given = checks[item] === undefined ? '' : checks[item] ? said.yes : said.no;
        return html`• ${said.items[item]} ${given === '' ? '' : html`<b>${given}</b>`}`;
      }),
      html`${checks.militaryPosition ? said.blocked : done ? '' : said.answerAll}`,
    ],
    '\n',
  );
  return cardWith(report, view, note, [
    ...checklistItems.map(item => [answer(item, false), answer(item, true)]),
    ...(checks.militaryPosition
      ? [
          [
            {
              text: said.rejectIt,
              data: callbackData('m', 'because', id, version, reasonCode('military_position'), ...rest),
              style: 'danger' as const,
            },
          ],
        ]
      : done
        ? [
            [
              {
                text: buttons.goOn,
                data: callbackData('m', 'which', id, version, checksCode(checks), ...rest),
                style: 'success' as const,
              },
            ],
          ]
        : []),
    [{ text: buttons.back, data: callbackData('m', 'card', ...path) }],
  ]);
};
