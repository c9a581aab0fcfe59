import { expect, test } from 'vitest';
import { newReportId } from '../../../../lib/identity/receipt.ts';
import { openTestStore } from '../../../support/database/dynamo.ts';
import { report } from '../../../support/samples/samples.ts';
import { approval, submission } from '../../../support/samples/submission.ts';

const at = '2026-03-14T13:00:00.000Z';

test('corrections are read page by page, each once, and no page tells how often its incident was changed', async () => {
  const { store } = await openTestStore();
  const told: string[] = [];
  for (let n = 0; n < 3; n += 1) {
    const injured = (min: number) => ({ ...report.answers, injured: { min, max: min } });
    const [first, ...others] = [8, 8, 9, 11].map((min, of) => ({
      ...report,
      id: newReportId(),
      reporter: `reporter-${n}-${of}`,
      answers: injured(min),
    }));
    if (!first) throw new Error('No report');
    const { into, ...rest } = approval(first, { at });
    await store.reports.submit(submission(first));
    await store.reports.approve({ ...rest, into });
    for (const other of others) {
      await store.reports.submit(submission(other));
      await store.reports.approve({
        ...approval(other, { at }),
        into: { kind: 'existing', incident: into.incident },
      });
    }
    told.push(into.incident);
  }
  const all = (await store.corrections.list({ limit: 50 })).items.map(
    one => `${one.incident} ${one.version}`,
  );
  expect(all.length).toBeGreaterThan(told.length);
  for (const limit of [1, 2, 3, 4]) {
    const read: string[] = [];
    const cursors: string[] = [];
    let after: string | undefined;
    do {
      const page = await store.corrections.list({ limit, after });
      read.push(...page.items.map(one => `${one.incident} ${one.version}`));
      after = page.next;
      if (after) cursors.push(after);
    } while (after);
    expect(read).toEqual(all);
    // Behind the incident stands how many of its corrections were shown, and nothing else.
    expect(cursors.map(cursor => Number(/-(\d+)$/.exec(cursor)?.[1]))).toEqual(
      cursors.map((_, at) => {
        const seen = read.slice(0, (at + 1) * limit);
        const last = seen.at(-1)?.split(' ')[0];
        return seen.filter(one => one.split(' ')[0] === last).length;
      }),
    );
  }
});
