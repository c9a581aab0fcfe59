import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { contributionOf, keepingAside } from '../../../lib/incident/contribution.ts';
import { deriveIncident } from '../../../lib/incident/incident.ts';
import { anyCount, report } from '../../support/samples/samples.ts';

const says = (killed: typeof report.answers.killed, id = report.id) =>
  contributionOf({ ...report, id, answers: { ...report.answers, killed } });
const outdated = { killed: 'outdated' } as const;

describe('a number that was set aside', () => {
  test('counts nowhere, and all others of its report and of other reports do', () => {
    fc.assert(
      fc.property(anyCount, anyCount, (one, other) => {
        const both = deriveIncident([{ ...says(one), aside: outdated }, says(other, 'K7QF2M9XCB')]);
        expect(both.killed).toEqual(deriveIncident([says(other)]).killed);
        expect(both.injured).toEqual(deriveIncident([says(one)]).injured);
        expect(deriveIncident([{ ...says(one), aside: outdated }]).killed).toBe('unknown');
      }),
    );
  });

  test('stays aside when its report is approved again with the same number, and counts with another', () => {
    const former = { ...says({ min: 3, max: 3 }), aside: outdated };
    expect(keepingAside(former, says({ min: 3, max: 3 })).aside).toEqual(outdated);
    expect(keepingAside(former, says({ min: 4, max: 4 })).aside).toBeUndefined();
    expect(keepingAside(undefined, says({ min: 3, max: 3 })).aside).toBeUndefined();
  });
});
