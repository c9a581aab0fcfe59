import { expect, test } from 'vitest';
import { newReportId } from '../../../../lib/identity/receipt.ts';
import type { Answers, Report } from '../../../../lib/report/report.ts';
import { createDynamo } from '../../../../lib/store/dynamodb/client.ts';
import { dynamoConfig, openTestStore } from '../../../support/database/dynamo.ts';
import { answers, report } from '../../../support/samples/samples.ts';
import { approval, submission } from '../../../support/samples/submission.ts';

const at = '2026-03-14T13:00:00.000Z';

test('suggested are incidents and waiting reports that are near, best first, by queries alone', async () => {
  const commands: string[] = [];
  const client = createDynamo({ ...dynamoConfig(), onCall: call => commands.push(call.command) });
  const { store } = await openTestStore({ client });
  const submitted = async (north: number, told: Partial<Answers> = {}): Promise<Report> => {
    const point = { lat: 47.66 + north / 111_195, lon: 35.27 };
    const place = { ...answers.place, precision: 'point' as const, point };
    const one = { ...report, id: newReportId(), answers: { ...answers, place, ...told } };
    await store.reports.submit(submission(one));
    return one;
  };
  const mine = await submitted(0);
  const approved = await submitted(200);
  const waiting = await submitted(400);
  await submitted(9000);
  await submitted(0, {
    occurred: { precision: 'day', start: '2022-06-11', end: '2022-06-11', zone: 'Europe/Kyiv' },
  });
  const rejected = await submitted(10);
  await store.reports.reject({ id: rejected.id, version: 1, by: 'm', at, rejection: { reason: 'abuse' } });
  const approving = approval(approved, { at });
  await store.reports.approve(approving);
  const retracted = approval(await submitted(20), { at });
  await store.reports.approve(retracted);
  const { incident } = retracted.into;
  await store.incidents.retract({
    incident,
    version: 1,
    by: 'm',
    at,
    retraction: { reason: 'inconsistent' },
  });
  commands.length = 0;
  const { items: suggestions } = await store.duplicates.suggest(mine);
  expect(suggestions).toMatchObject([
    {
      kind: 'incident',
      incident: { id: approving.into.incident },
      reason: { distanceMetres: 200, munition: 'same' },
    },
    { kind: 'report', report: { id: waiting.id }, reason: { distanceMetres: 400 } },
  ]);
  expect(new Set(commands)).toEqual(new Set(['Query', 'BatchGetItem', 'GetItem']));
  expect(commands.length).toBeLessThan(14);
});
