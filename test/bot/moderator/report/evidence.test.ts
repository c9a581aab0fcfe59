import { expect, test } from 'vitest';
import { cardOf, startDesk, submit } from '../../../support/product/desk.ts';

test('what cannot be in one album is sent by kind, and no album is refused', async () => {
  const { product, desk, witness, deps, telegram } = await startDesk();
  const seal = (file: string | undefined) => deps.identity.seal(file ?? '');
  const photo = seal((await witness.photo()).photo?.at(-1)?.file_id);
  const voice = seal((await witness.voice()).voice?.file_id);
  const bytes = { name: 'a.txt', mime: 'text/plain', bytes: new Uint8Array([1]) };
  const document = seal((await witness.document(bytes)).document?.file_id);
  const report = await submit(product, witness, {
    evidence: [
      { kind: 'audio', file: voice },
      { kind: 'photo', file: photo },
      { kind: 'file', file: document },
      { kind: 'audio', file: voice },
      { kind: 'photo', file: photo },
    ],
  });
  const card = await cardOf(desk, report);
  const before = telegram.calls.length;
  await desk.press(card, 'Evidence (5)');
  const calls = telegram.calls.slice(before);
  expect(calls.map(({ method, error }) => [method, error])).toEqual([
    ['answerCallbackQuery', undefined],
    ['sendMediaGroup', undefined],
    ['sendDocument', undefined],
    ['sendVoice', undefined],
    ['sendVoice', undefined],
  ]);
});

test('of twenty photos that meet the group’s limit half way each is sent once, the rest in private', async () => {
  const { product, desk, moderator, witness, deps, telegram } = await startDesk();
  await moderator.start();
  const photo = deps.identity.seal((await witness.photo()).photo?.at(-1)?.file_id ?? '');
  const evidence = Array.from({ length: 20 }, () => ({ kind: 'photo' as const, file: photo }));
  const report = await submit(product, witness, { evidence });
  const card = await cardOf(desk, report);
  const before = desk.messages().length;
  telegram.faults.next('sendMediaGroup', { kind: 'slow', ms: 1 });
  telegram.faults.next('sendMediaGroup', { kind: 'error', code: 429, retryAfter: 1 });
  await desk.press(card, 'Evidence (20)');
  await telegram.idle();
  const shown = [...desk.messages().slice(before), ...moderator.messages()];
  expect(shown.filter(message => message.photo)).toHaveLength(20);
});
