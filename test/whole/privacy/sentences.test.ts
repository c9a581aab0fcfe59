import { readFile } from 'node:fs/promises';
import { describe, expect, it, test } from 'vitest';
import { findCountry } from '../../../lib/country.ts';
import { type Locale, locales } from '../../../lib/locale.ts';
import { catalogues } from '../../support/catalogues.ts';

/**
 * Every sentence that a witness is told of what is kept, shown and erased, beside the test that makes it true. A new sentence
 * fails here until it has one, and so does one that only some languages have.
 */

const kept = { rejectedDays: 90, keyRecoveryDays: 7 };
const emergency = findCountry('UA')?.emergency ?? { all: '', rescue: '', ambulance: '', police: '' };

const textsOf = (locale: Locale): Readonly<Record<string, string>> => {
  const { witness: t, follow } = catalogues[locale];
  return {
    welcome: t.welcome('X', emergency).source,
    privacy: `${t.privacy('X', kept).source}\n${follow.privacy}`,
    withdrawing: t.mine.withdrawConfirm('K', kept).source,
    receipt: t.receipt('K').source,
    preview: [t.preview.title, t.preview.smallPlace, t.preview.hint].join('\n'),
    erasing: t.eraseConfirm.source,
  };
};

const sentencesOf = (text: string): readonly string[] =>
  text
    .replace(/<[^>]+>/g, '')
    .split(/\n+|(?<=[.?!;])\s+/)
    .filter(sentence => sentence !== '');

/** Asks, greets, or says what the reader sees for themselves. */
const noClaim = [
  ...[
    'Need help?',
    'Call 112',
    'This is not an emergency',
    'Svidok collects',
    'What is never asked',
    'Please do not send',
    'Who runs it',
  ],
  ...[
    'A Telegram chat',
    'In danger now?',
    'Else: what',
    'By pressing',
    'Privacy',
    'Responsible',
    'Withdraw report K?',
  ],
  ...[
    'Thank you',
    'Report number',
    'If somebody might look',
    'Number, status',
    'Send it?',
    'Erase your contact and draft',
  ],
];

/** By the beginning of a test's name, with its file, the beginnings of the sentences that it holds. */
const held: readonly (readonly [file: string, name: string, sentences: readonly string[]])[] = [
  [
    'whole/privacy/promises',
    'all that is stored in clear',
    [
      ...['What is kept: your answers', 'Its number, the hours', 'of what was published, the place'],
      ...['Kept of a report', 'unencrypted only', 'Your contact: encrypted', 'your chat is kept encrypted'],
      ...['when you last asked for files', 'What you follow with /follow'],
    ],
  ],
  [
    'whole/privacy/erasure',
    'of a report with everything nothing is readable',
    [
      ...['of files an encrypted reference', 'we keep an encrypted reference', 'Files stay at Telegram'],
      ...['Your Telegram name and number', 'Your name, number and username', 'Your report has been received'],
    ],
  ],
  [
    'whole/privacy/erasure',
    'once it is withdrawn',
    [
      ...[
        'What you said is erased at once',
        'What you said and sent is erased',
        'Withdraw a report: at any time',
      ],
      ...['With /myreports you can withdraw', 'This cannot be undone', 'To erase a report, withdraw'],
      ...['We keep your report: clearing'],
    ],
  ],
  ['whole/privacy/erasure', 'records that are restored', ['for 7 days the operator']],
  [
    'lib/incident/shown',
    'of a withdrawn report goes with the batch',
    ['What was published of it goes', 'what others copied', 'What others copied'],
  ],
  [
    'whole/privacy/public',
    'of a lone witness in a hamlet',
    [
      ...[
        'The public sees only approved',
        'Published: only what the preview',
        'If it is approved, the public',
      ],
      ...[
        'Your account, your files and the exact',
        'So few people live there',
        'Once somebody else who noticed',
      ],
    ],
  ],
  [
    'lib/store/sealing',
    'is there for those who have the keys',
    ['Who sees it: moderators', 'Moderators do not see it'],
  ],
  ['lib/store/sealing', 'is erased when they withdraw', ['moderators may correct it']],
  [
    'lib/store/chats/chats',
    'with a draft is over after the stated days',
    ['An unfinished draft waits', 'How long: drafts, and before you agree'],
  ],
  ['whole/privacy/logs', 'when everything is done once', ['logs without names']],
  [
    'whole/privacy/retention',
    'a rejected report is erased after its days',
    ['rejected reports, 90 days', 'others until you withdraw'],
  ],
  [
    'whole/privacy/rotation',
    'somebody who was muted stays so',
    ['Abuse: moderators can mute', 'nobody reads it, and they', 'That they are muted stays'],
  ],
  [
    'whole/privacy/rotation',
    'a witness of before is told what was decided',
    [
      ...[
        'kept until you erase it',
        '“Erase my contact” erases',
        'the list is gone from backups',
        'Reports you sent stay',
      ],
      ...['Once moderators have decided'],
    ],
  ],
  ['lib/store/decisions/own', 'nothing is left of somebody who is forgotten', ['What they send after that']],
  ['bot/reader/follow/actions', 'a reader chooses what to follow', ['kept until you stop, block']],
  ['infra/commands/account/tables', 'says that chats are in no backup', ['It is in no backup']],
];

test('every sentence of them is held by a test', () => {
  const known = [...noClaim, ...held.flatMap(([, , sentences]) => sentences)];
  const all = Object.values(textsOf('en')).flatMap(sentencesOf);
  expect(all.filter(one => !known.some(beginning => one.startsWith(beginning)))).toEqual([]);
  expect(known.filter(beginning => !all.some(one => one.startsWith(beginning)))).toEqual([]);
});

describe('the tests that hold them', () => {
  it.each(held.map(([file, name]) => [file, name] as const))('are there: %s, %s', async (file, name) => {
    expect(await readFile(new URL(`../../${file}.test.ts`, import.meta.url), 'utf8')).toContain(name);
  });
});

it.each(locales)('say as many things in %s', locale => {
  const counts = (texts: Readonly<Record<string, string>>) =>
    Object.entries(texts).map(([name, text]) => [name, sentencesOf(text).length]);
  expect(counts(textsOf(locale))).toEqual(counts(textsOf('en')));
});
