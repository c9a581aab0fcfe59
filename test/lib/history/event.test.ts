import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changesOf, type Event, eventSchema, nextEvent, verifyChain } from '../../../lib/history/event.ts';
import { report } from '../../support/samples/samples.ts';

const event = { at: '2022-05-12T09:00:00.000Z', by: 'moderator', kind: 'approved' as const };
const chainOf = (states: readonly unknown[]): Event[] => {
  const chain: Event[] = [];
  for (const state of states) chain.push(nextEvent(chain.at(-1), event, state));
  return chain;
};
/** As stored things are: each state has a version of its own, so that losing the last event is seen too. */
const anyStates = fc
  .array(fc.jsonValue(), { minLength: 2, maxLength: 6 })
  .map(values => values.map((value, index) => ({ version: index + 1, value })));

describe('a history', () => {
  test('that was left alone is whole', () => {
    fc.assert(
      fc.property(anyStates, states => {
        const chain = chainOf(states);
        for (const event of chain) expect(eventSchema.parse(event)).toEqual(event);
        expect(verifyChain(chain, states.at(-1))).toEqual({ kind: 'whole' });
      }),
    );
  });

  test('shows any change, removal or reordering of an event', () => {
    fc.assert(
      fc.property(anyStates, fc.nat(), fc.nat(3), (states, pick, way) => {
        const chain = chainOf(states);
        const n = pick % chain.length;
        const event = chain[n] as Event;
        const tampered = [
          chain.with(n, { ...event, by: 'somebody else' }),
          chain.with(n, { ...event, changes: { status: { new: 'rejected' } } }),
          chain.toSpliced(n, 1),
          chain.toReversed(),
        ][way] as Event[];
        expect(verifyChain(tampered, states.at(-1))).toMatchObject({ kind: 'broken' });
      }),
    );
  });

  test('shows an event that was rewritten with a hash of its own, by the one after it', () => {
    const [first, second] = chainOf([1, 2]) as [Event, Event];
    const forged = nextEvent(undefined, { ...event, by: 'somebody else' }, 1);
    expect(forged.n).toBe(first.n);
    expect(verifyChain([forged, second])).toEqual({ kind: 'broken', n: 2, why: 'link' });
  });

  test('shows that the thing itself was changed without an event', () => {
    const chain = chainOf([report]);
    expect(verifyChain(chain, { ...report })).toEqual({ kind: 'whole' });
    expect(verifyChain(chain, { ...report, locale: 'en' })).toEqual({ kind: 'broken', n: 1, why: 'state' });
  });

  test('does not depend on the order of keys, nor on fields that are undefined', () => {
    const { status, ...rest } = report;
    expect(verifyChain(chainOf([report]), { rejection: undefined, ...rest, status })).toEqual({
      kind: 'whole',
    });
  });

  test('holds old and new of what changed, and nothing else', () => {
    const after = { ...report, status: 'rejected' as const, rejection: { reason: 'duplicate' as const } };
    expect(changesOf(report, after, ['status', 'rejection', 'incident'])).toEqual({
      status: { old: 'submitted', new: 'rejected' },
      rejection: { new: { reason: 'duplicate' } },
    });
  });
});
