import { expect, it } from 'vitest';
import { loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import { verify } from '../../../lib/store/audit/verify.ts';
import { openTestStore, testIdentity } from '../../support/database/dynamo.ts';
import { until } from '../../support/until.ts';
import { startImport } from './command.ts';
import { makeFiles } from './made-up.ts';

const rows = 120;

it.each([
  ['into the queue', false],
  ['as approved', true],
])(
  'a file that comes in %s is whole and once, however often the process is killed',
  async (_, isApproved) => {
    const tables = await openTestStore();
    const { committee } = makeFiles(await loadGazetteer('UA'), rows);
    const countReports = async () =>
      (await tables.dump('records')).filter(({ sk }) => sk === 'REPORT').length;
    const differences = async () => (await verify({ ...tables, identity: testIdentity })).differences;
    const kept: number[] = [];
    for (const least of [1, 40, 75]) {
      const running = await startImport(tables, 'Committee', committee, isApproved);
      await until(async () => (await countReports()) >= least);
      running.kill();
      await running.ended;
      kept.push(await countReports());
      // Nothing is half there, also before it is started again.
      expect(await differences()).toEqual([]);
    }
    const { out, code } = await (await startImport(tables, 'Committee', committee, isApproved)).ended;
    const there = kept.at(-1) ?? 0;
    expect(code).toBe(0);
    expect(out).toContain(`${rows - there} written`);
    expect(out).toContain(`${there} there before`);
    expect(await countReports()).toBe(rows);
    expect(await differences()).toEqual([]);
  },
);
