import type { Message } from 'grammy/types';
import { expect, test } from 'vitest';
import { questions } from '../../../bot/witness/interview/questions/index.ts';
import { meaningOf } from '../../../bot/witness/message-input.ts';
import { createIdentity } from '../../../lib/identity/identity.ts';
import { cleanText } from '../../../lib/language/text/text.ts';
import { read, startDesk } from '../../support/product/desk.ts';
import { converse, emptyDraft } from './interview/conversation.ts';

const identity = createIdentity(['a-secret-of-these-tests']);
const meaning = (content: object) =>
  meaningOf(
    { message_id: 1, date: 1, chat: { id: 1 }, from: { id: 1 }, ...content } as Message,
    identity,
    cleanText,
  );

test.each(['rich_message', 'story', 'checklist', 'poll', 'paid_media', 'a_kind_of_next_year'])(
  'a message of a kind that cannot be used is told so: %s',
  kind => {
    expect(meaning({ [kind]: {} })).toEqual({ kind: 'refused', why: 'poll' });
  },
);

test('a note of Telegram is passed over, unless somebody forwarded it', () => {
  expect(meaning({ pinned_message: {} })).toEqual({ kind: 'service' });
  expect(meaning({ write_access_allowed: {} })).toEqual({ kind: 'service' });
  expect(meaning({ gift: {}, forward_origin: {} })).toMatchObject({ kind: 'refused' });
});

test('a caption of 2,048 characters is kept whole, with the file and in the account', () => {
  const caption = `${'Люди бігли вулицею. 👩‍👩‍👧‍👦 '.repeat(100)}`.slice(0, 2030).trim();
  const whole = cleanText(`${caption} Поранено чотири.`);
  const taken = meaning({ photo: [{ file_id: 'f' }], caption: whole });
  if (taken.kind !== 'input' || taken.input.kind !== 'evidence') throw new Error('No evidence');
  expect(taken.input.evidence.caption).toBe(whole);
  const talk = converse('uk', { ...emptyDraft, at: 'evidence' });
  talk.act(taken.input);
  expect(talk.draft().answers.account).toBe(whole);
});

test.each([
  ['file', 'may hold the exact place, the time and the phone'],
  ['audio', 'can be recognised'],
] as const)('%s: what it tells is said, and one press takes it back', (kind, told) => {
  const talk = converse('en', { ...emptyDraft, at: 'place' });
  talk.act({ kind: 'evidence', evidence: { kind: 'photo', file: 'first' } });
  expect(talk.labels()).not.toContain('Remove this file');
  talk.act({ kind: 'evidence', evidence: { kind, file: 'second' } });
  expect(talk.text()).toContain(told);
  talk.press('Remove this file');
  expect(talk.draft()).toMatchObject({ at: 'place', answers: { evidence: [{ file: 'first' }] } });
  expect(talk.labels()).not.toContain('Remove this file');
});

test('what files and voices tell is said where they are asked for', () => {
  const text = converse('en', { ...emptyDraft, at: 'evidence' }).text();
  expect(text).toContain('the exact place, the time and the phone');
  expect(text).toContain('A voice can be recognised');
});

test.each(questions.map(({ id }) => id))(
  'a long text that answers nothing is kept whole at the question "%s", and something is said',
  at => {
    const answers = { source: { kind: 'newsroom' } } as const;
    const talk = converse('uk', { ...emptyDraft, at, answers }, [at]);
    const before = talk.text();
    const long = 'Старі фіранки повільно гойдалися, а ми сиділи біля печі та згадували літо. '
      .repeat(40)
      .trim();
    talk.type(long);
    expect(talk.draft().answers.account).toBe(long);
    expect(talk.text()).not.toBe(before);
  },
);

test('words for which there is no room are not dropped without a word', () => {
  const answers = { account: 'я'.repeat(8190) };
  const talk = converse('en', { ...emptyDraft, at: 'phase', answers });
  talk.type('Something that answers nothing at all here, and that is much longer than sixty characters.');
  expect(talk.text()).toContain('There is no room for more');
});

test('commands may be written with capitals (K20), and a live location is told that sharing can stop', async () => {
  const { witness } = await startDesk();
  await witness.press('I understand, continue');
  await witness.send('/Report');
  expect(read(witness.last())).toContain('What do you want to report?');
  await witness.liveLocation(50.45, 30.52);
  expect(read(witness.last())).toContain('You can stop sharing your live location');
  await witness.send('/LATEST');
  expect(read(witness.last())).toContain('Latest');
}, 60_000);
