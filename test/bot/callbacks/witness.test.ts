import { describe, expect, it } from 'vitest';
import { witnessCallbacks } from '../../../bot/callbacks/witness.ts';
import { next, step } from '../../../bot/witness/interview/interview.ts';
import { withPending } from '../../../bot/witness/interview/question.ts';
import { questions } from '../../../bot/witness/interview/questions/index.ts';
import type { Draft } from '../../../lib/report/draft.ts';
import { answers } from '../../support/samples/samples.ts';
import { emptyDraft, viewOf } from '../witness/interview/conversation.ts';
import released from './interview-codes.json' with { type: 'json' };

/**
 * Buttons stay below messages for years. What stands here was released: it must go on meaning what it meant. Add to it
 * what a release adds.
 */
const releasedArguments: Readonly<Record<keyof typeof witnessCallbacks.definitions, readonly string[]>> = {
  home: [],
  agree: [],
  agree_report: ['what'],
  report: ['what'],
  draft: [],
  answer: ['draft', 'question', 'value'],
  mine: ['after'],
  open: ['id'],
  amend: ['id'],
  withdraw: ['id'],
  withdraw_yes: ['id'],
  reply: ['id', 'question'],
  reply_send: [],
  reply_drop: [],
  reply_new: [],
  told: [],
  languages: [],
  language: ['locale'],
  privacy: [],
  erase: [],
  erase_yes: [],
};

const id = '0123456789';
const releasedData: readonly (readonly [data: string, name: string, args: object])[] = [
  ['w:home', 'home', {}],
  ['w:report', 'report', {}],
  ['w:report:attack', 'report', { what: 'attack' }],
  ['w:report:found', 'report', { what: 'found' }],
  ['w:report:touched', 'report', { what: 'touched' }],
  ['w:report:unknown', 'report', { what: 'unknown' }],
  ['w:agree_report:attack', 'agree_report', { what: 'attack' }],
  ['w:agree_report:found', 'agree_report', { what: 'found' }],
  ['w:answer:K7QF:munition:mortar', 'answer', { draft: 'K7QF', question: 'munition', value: 'mortar' }],
  ['w:answer:K7QF:place:_none', 'answer', { draft: 'K7QF', question: 'place', value: '_none' }],
  ['w:answer:K7QF:region:UA-23', 'answer', { draft: 'K7QF', question: 'region', value: 'UA-23' }],
  ['w:mine', 'mine', {}],
  ['w:mine:eyJhbGciOiJIUzI1N_-', 'mine', { after: 'eyJhbGciOiJIUzI1N_-' }],
  [`w:open:${id}`, 'open', { id }],
  [`w:withdraw_yes:${id}`, 'withdraw_yes', { id }],
  [`w:reply:${id}:0`, 'reply', { id, question: 0 }],
  [`w:reply:${id}:9`, 'reply', { id, question: 9 }],
  ['w:language:uk', 'language', { locale: 'uk' }],
  ['w:language:en', 'language', { locale: 'en' }],
  ['w:language:ru', 'language', { locale: 'ru' }],
];

describe("a witness's button", () => {
  it.each(Object.entries(releasedArguments))('%s keeps its arguments and their order', (name, order) => {
    const { shape } = witnessCallbacks.definitions[name as keyof typeof releasedArguments];
    expect(Object.keys(shape).slice(0, order.length)).toEqual(order);
  });

  it.each(releasedData)('%s means what it meant', (data, name, args) => {
    expect(witnessCallbacks.parse(data)).toEqual({ name, args });
  });

  it.each([
    'w:-:home',
    'w:-:erase_yes',
    'w:-:mine:',
    `w:-:one:${id}`,
    `w:-:withdraw_yes:${id}`,
    `w:-:answer:${id}:0`,
    'w:-:language:uk',
    'w:K7QF:munition:mortar',
    'w:K7QF:preview:send',
    'w:K7QF:card:right',
    'w:K7QF:time:option0',
  ])('%s of the version before is old, and nothing else', data => {
    expect(witnessCallbacks.parse(data)).toBeUndefined();
  });
});

const codesOf: Readonly<Record<string, Readonly<Record<string, unknown>>>> = released;

/** The draft with the way out taken wherever a question is still open, at the place where it was. */
const completed = (draft: Draft): Draft => {
  const at = next(draft);
  if (at === 'preview') return draft;
  const open = { ...draft, at };
  const { draft: after = open } = step({ kind: 'press', at, value: '_none' }, viewOf(open, 'en'));
  return completed({ ...after, at: draft.at });
};

/** A draft at a question that applies to it and is not answered. */
const draftAt = (at: string): Draft => {
  const { [at as keyof typeof answers]: _, ...others } = answers;
  const draft = { ...emptyDraft, at, safe: true as const, answers: others };
  const named = { ...draft.answers, source: { kind: 'prosecutor' as const } };
  switch (at) {
    case 'review':
    case 'change':
    case 'preview':
      return completed({ ...draft, answers });
    case 'sideStatus':
      return { ...draft, answers: { ...named, attribution: { side: 'A side', status: 'alleged' } } };
    case 'sourceVerified':
      return { ...draft, answers: named };
    case 'evidence':
      return { ...draft, answers: { ...others, evidence: [{ kind: 'photo', file: 'sealed' }] } };
    case 'safety':
      return { ...draft, safe: undefined };
    case 'region':
      return {
        ...draft,
        answers: { ...answers, place: { precision: 'settlement', origin: 'typed', words: 'Роботине' } },
      };
    case 'hour':
      return {
        ...draft,
        answers: {
          ...answers,
          occurred: { precision: 'day', start: '2022-05-12', end: '2022-05-12', zone: 'Europe/Kyiv' },
        },
      };
    case 'card':
      return withPending(completed({ ...draft, answers }), 'card', { filled: ['munition'], unsure: [] });
    default:
      return draft;
  }
};

/** What a press at a question comes to: the answers that it changes, its half-answer, or where the draft then stands. */
const outcomeOf = (at: string, value: string): unknown => {
  const before = draftAt(at);
  const { draft, alert, overlay, sent } = step({ kind: 'press', at, value }, viewOf(before, 'en'));
  if (alert !== undefined) return 'stale';
  if (overlay) return { overlay };
  if (!draft) return sent ? 'sent' : 'discarded';
  const changed = Object.entries(draft.answers).filter(
    ([name, answer]) =>
      JSON.stringify(answer) !== JSON.stringify(before.answers[name as keyof Draft['answers']]),
  );
  if (changed.length > 0) return Object.fromEntries(changed);
  const pending = draft.pending?.[at];
  if (pending !== undefined && pending !== 'asked') return { pending };
  return questions.some(({ id }) => id === at) ? 'the same' : { at: draft.at };
};

describe('a code of the interview', () => {
  const codes = Object.entries(codesOf).flatMap(([at, values]) =>
    Object.entries(values).map(([value, outcome]) => [at, value, outcome] as const),
  );
  it.each(codes)('%s:%s means what it meant', (at, value, outcome) => {
    expect(outcomeOf(at, value)).toEqual(outcome);
  });
});
