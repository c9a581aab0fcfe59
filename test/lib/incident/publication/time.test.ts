import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { publicDate, publicOccurred } from '../../../../lib/incident/publication/time.ts';
import { occurredDay } from '../../../../lib/time/extent.ts';
import { type Occurred, occurredSchema } from '../../../../lib/time/occurred.ts';
import { anyOccurred } from '../../../support/samples/samples.ts';
import { anyExact, anySource, anyWall, office, own, pad, zone } from './samples.ts';

const full = (wall: string | undefined, end: boolean) => wall?.padEnd(16, end ? 'T23:59' : 'T00:00');

describe('what readers learn of the time', () => {
  it('is the part of the day at the finest, holds the true time, and none of the person’s words', () => {
    fc.assert(
      fc.property(fc.oneof(anyExact, anyOccurred), anySource, (occurred, source) => {
        const shown = publicOccurred(occurred, source);
        expect(occurredSchema.parse(shown)).toEqual(shown);
        expect(['minute', 'hour']).not.toContain(shown.precision);
        expect(shown).not.toHaveProperty('words');
        if (occurred.start !== undefined && occurred.end !== undefined) {
          expect(full(shown.start, false)! <= full(occurred.start, false)!).toBe(true);
          expect(full(shown.end, true)! >= full(occurred.end, true)!).toBe(true);
        }
        expect(publicOccurred(shown, source)).toEqual(shown);
      }),
    );
  });

  it('is one of at most five times a day, which no minute is alone in', () => {
    const minutes = Array.from(
      { length: 24 * 60 },
      (_, n) => `2026-03-14T${pad(Math.floor(n / 60))}:${pad(n % 60)}`,
    );
    const shown = minutes.map(start =>
      JSON.stringify(publicOccurred({ precision: 'minute', start, end: start, zone }, own)),
    );
    const sizes = [...Map.groupBy(shown, text => text).values()].map(({ length }) => length);
    expect(sizes.length).toBeLessThanOrEqual(5);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(240);
  });

  it('stays on its date, under which it is counted', () => {
    fc.assert(
      fc.property(anyWall, start => {
        const occurred: Occurred = { precision: 'minute', start, end: start, zone };
        expect(occurredDay(publicOccurred(occurred, own))).toBe(occurredDay(occurred));
      }),
    );
  });

  it('is as exact as an institution published it, and no named source without a link is one', () => {
    const exact: Occurred = { precision: 'minute', start: '2026-03-14T14:07', end: '2026-03-14T14:07', zone };
    expect(publicOccurred({ ...exact, words: 'о 14:07' }, office)).toEqual(exact);
    const { link: _, ...typed } = office;
    for (const source of [
      typed,
      { kind: 'social_media', name: 'my blog', link: 'https://example.org' } as const,
    ])
      expect(publicOccurred(exact, source)).toMatchObject({ precision: 'part_of_day', part: 'day' });
  });

  it('is a date for a publication', () => {
    expect(publicDate('2026-03-14T22:30:00.000Z', zone)).toBe('2026-03-15');
  });
});
