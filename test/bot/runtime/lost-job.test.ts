import { Api } from 'grammy/web';
import { expect, test } from 'vitest';
import type { ExportJob, PictureJob } from '../../../bot/runtime/jobs.ts';
import { lostJobIn } from '../../../bot/runtime/lost-job.ts';
import { tellLost } from '../../../bot/tell-lost.ts';
import { people } from '../../../infra/local/demo-people.ts';
import { read } from '../../support/product/desk.ts';
import { startProduct } from '../../support/product/product.ts';

/** What Lambda hands on, as it documents it. */
const lost = (requestPayload: unknown, condition = 'RetriesExhausted') => ({
  version: '1.0',
  timestamp: '2026-11-23T10:00:00.000Z',
  requestContext: {
    requestId: 'e4b46cbf-b738-xmpl-8880-a18cdf61200e',
    functionArn: 'arn:aws:lambda:eu-central-1:123456789012:function:svidok-test-pictures:$LATEST',
    condition,
    approximateInvokeCount: 2,
  },
  requestPayload,
  responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
  responsePayload: { errorMessage: 'Task timed out after 60.00 seconds' },
});

test('whoever asked is told, in their language, that what they asked for does not come', async () => {
  const { reader, deps, telegram } = await startProduct();
  await reader.send('/help');
  const api = new Api(people.token, { apiRoot: telegram.url });
  const asked = { chat: reader.id, bot: 'svidok_bot', question: 'r:summary:all' };
  const picture: PictureJob = { ...asked, locale: 'en', kind: 'map', theme: 'light' };
  const file: ExportJob = { ...asked, locale: 'uk', format: 'csv' };
  for (const [job, condition, said] of [
    [picture, 'RetriesExhausted', 'The picture could not be drawn or sent.'],
    [file, 'EventAgeExceeded', 'Не вдалося підготувати файл.'],
  ] as const) {
    const found = lostJobIn(lost(job, condition));
    expect(found).toEqual({ job, condition });
    if (found) await tellLost({ api, log: deps.log }, found);
    expect(read(reader.last())).toContain(said);
  }
});

test('a job itself is none that was lost; and what nobody can be told of is logged, and handed on no more', async () => {
  const product = await startProduct();
  expect(
    lostJobIn({ chat: 1, locale: 'en', bot: 'b', question: 'r:summary', format: 'csv' }),
  ).toBeUndefined();
  const twice = lostJobIn(lost(lost({ chat: 1 })));
  if (!twice) throw new Error('Not lost');
  const told = product.telegram.calls.length;
  await tellLost(
    { api: new Api(people.token, { apiRoot: product.telegram.url }), log: product.deps.log },
    twice,
  );
  expect(product.log.join('\n')).toContain('job_lost_untold');
  expect(product.telegram.calls).toHaveLength(told);
});
