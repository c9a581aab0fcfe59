import { expect, test } from 'vitest';
import { importedReportId, newIncidentId } from '../../../lib/identity/receipt.ts';
import type { Report } from '../../../lib/report/report.ts';
import { report } from '../../support/samples/samples.ts';
import { none, recordOf, setUp, submit, telegram } from './setup.ts';

test('a report that was brought in makes no card, while that of a witness beside it does', async () => {
  const { store, worker, group, sent } = await setUp();
  const imported = { dataset: 'Made up', row: '1' };
  const one: Report = { ...report, id: importedReportId(imported), imported };
  await store.imports.bring([{ report: one, into: { kind: 'new', incident: newIncidentId() } }]);
  expect(await worker({ Records: [recordOf(one)] })).toEqual(none);
  expect(sent(group.id)).toBe(0);
  const witness = telegram.user({ first_name: 'Ihor' });
  void witness.start();
  const other = await submit(store, witness);
  expect(await worker({ Records: [recordOf(one), recordOf(other)] })).toEqual(none);
  expect(sent(group.id)).toBe(1);
});
