import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { releaseAfter, releaseAgain } from '../../../../lib/incident/publication/release.ts';
import { type ReleasePolicy, usualReleases } from '../../../../lib/policy.ts';
import { wallTime } from '../../../../lib/time/zone.ts';
import { zone } from './samples.ts';

const anyInstant = fc.date({
  min: new Date('2026-01-01T00:00Z'),
  max: new Date('2027-12-31T00:00Z'),
  noInvalidDate: true,
});
const anyRandom = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const policy = usualReleases(zone) as Extract<ReleasePolicy, { kind: 'batches' }>;

describe('a release', () => {
  it('comes with a batch, never before it is due, and within the delay and half a day of it', () => {
    fc.assert(
      fc.property(anyInstant, anyRandom, (due, random) => {
        const released = releaseAfter(due, random, policy);
        expect(released.getTime()).toBeGreaterThanOrEqual(due.getTime());
        expect(released.getTime() - due.getTime()).toBeLessThanOrEqual(policy.spreadMs + 13 * 3_600_000);
        expect(wallTime(released, zone).slice(11)).toMatch(/^(08|20):00$/);
        expect(released.getTime() % 60_000).toBe(0);
      }),
    );
  });

  it('tells nothing of the minute: whatever is due between two batches may come with the same ones', () => {
    fc.assert(
      fc.property(fc.nat(12 * 60 - 1), fc.nat(12 * 60 - 1), (a, b) => {
        const after = (minutes: number, random: number) =>
          releaseAfter(
            new Date(Date.parse('2026-03-10T06:01Z') + minutes * 60_000),
            random,
            policy,
          ).getTime();
        const batches = (minutes: number) =>
          new Set([0, 0.25, 0.5, 0.75, 0.999].map(random => after(minutes, random)));
        expect([...batches(a)].some(batch => batches(b).has(batch))).toBe(true);
      }),
    );
  });

  it('is at once where a newcomer tries it out', () => {
    fc.assert(
      fc.property(
        anyInstant,
        anyRandom,
        (due, random) => releaseAfter(due, random, { kind: 'immediate' }) === due,
      ),
    );
  });

  it('is not drawn again while the one that was drawn still fits', () => {
    fc.assert(
      fc.property(anyInstant, anyInstant, anyRandom, anyRandom, (due, moved, random, again) => {
        const drawn = releaseAfter(due, random, policy);
        expect(releaseAgain(drawn, { due, random: again, policy })).toEqual(drawn);
        expect(releaseAgain(drawn, { due: moved, random: again, policy }).getTime()).toBeGreaterThanOrEqual(
          moved.getTime(),
        );
      }),
    );
  });
});
