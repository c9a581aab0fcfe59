import { describe, expect, test } from 'vitest';
import { formatReceipt } from '../../../../lib/identity/receipt.ts';
import { cardOf, read, startDesk, submit } from '../../../support/product/desk.ts';
import { nasty } from '../../../support/screens.ts';

describe('evidence and account', () => {
  test('come to whoever asks, protected, in albums', async () => {
    const { product, desk, witness, deps, telegram } = await startDesk();
    const photo = await witness.photo();
    const document = await witness.document({
      name: 'a.txt',
      mime: 'text/plain',
      bytes: new Uint8Array([1]),
    });
    const sealed = (file: string | undefined) => deps.identity.seal(file ?? '');
    const picture = sealed(photo.photo?.at(-1)?.file_id);
    const report = await submit(product, witness, {
      evidence: [
        { kind: 'photo', file: picture, caption: nasty[0] },
        { kind: 'photo', file: picture },
        { kind: 'file', file: sealed(document.document?.file_id) },
        { kind: 'photo', file: 'not sealed by us' },
        { kind: 'audio', file: sealed('no-such-file') },
      ],
      account: 'я'.repeat(8192),
    });
    const card = await cardOf(desk, report);
    const before = telegram.calls.length;
    await desk.press(card, 'Evidence (5)');
    const calls = telegram.calls.slice(before).filter(({ error }) => !error);
    expect(calls.map(({ method }) => method)).toEqual([
      'answerCallbackQuery',
      'sendMediaGroup',
      'sendDocument',
      'sendMessage',
    ]);
    for (const { method, parameters } of calls)
      if (/Media|Document/.test(method)) expect(parameters.protect_content).toBe(true);
    expect(read(desk.last())).toBe('2 files could not be opened.');
    const shown = desk
      .messages()
      .filter(message => message.photo)
      .map(({ caption }) => caption);
    expect(shown[0]).toBe(
      `${formatReceipt(report.id)} · 1/5\nTaken away from this chat within a day.\n${nasty[0]}`,
    );

    await desk.press(card, 'Whole text');
    const pieces = desk.messages().filter(({ text }) => text?.startsWith('Account of'));
    const text = pieces.map(piece => piece.text?.slice(piece.text.indexOf('\n') + 1)).join('');
    expect(text).toBe('я'.repeat(8192));
    for (const piece of pieces) expect(piece.has_protected_content).toBe(true);
  });
});
