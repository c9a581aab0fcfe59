import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../lib/report/report.ts';
import { now, read, submit } from '../../support/product/desk.ts';
import { type Product, startProduct } from '../../support/product/product.ts';
import { approval } from '../../support/samples/submission.ts';
import { until } from '../../support/until.ts';
import { release } from '../../whole/steps.ts';

const publish = async (product: Product, change: Partial<Answers> = {}): Promise<void> => {
  const report = await submit(product, product.witness, change);
  await product.store.reports.approve(approval(report, { at: product.deps.now().toISOString() }));
  await release(product);
};

/** What the bot sent to the reader, of these methods. */
const sent = ({ telegram, reader }: Product) =>
  telegram.calls.filter(
    ({ method, parameters, error }) =>
      ['sendMessage', 'sendPhoto'].includes(method) && parameters.chat_id === reader.id && !error,
  );

const photos = (product: Product) => sent(product).filter(({ method }) => method === 'sendPhoto');

describe('a reader who asks for a map', () => {
  test('gets the numbers first, then the picture; and the same picture again without its being drawn', async () => {
    const product = await startProduct();
    const { reader } = product;
    await publish(product);
    await reader.send('/map 2022');
    await until(() => photos(product).length === 1);
    const [text, photo] = sent(product).slice(-2);
    expect([text?.method, photo?.method]).toEqual(['sendMessage', 'sendPhoto']);
    expect(String(text?.parameters.text)).toContain('2022');
    const first = reader.last();
    expect(first.photo?.at(-1)).toMatchObject({ width: 1280 });
    expect(first.caption).toContain('Ukraine, 2022.');
    expect(first.caption).toContain('https://t.me/');
    expect(String(photo?.parameters.photo)).toMatch(/^attach:/);

    await reader.send('map for 2022');
    await until(() => photos(product).length === 2);
    const again = photos(product).at(-1)?.parameters;
    expect(again?.photo).toBe(first.photo?.at(-1)?.file_id);
    expect(again?.caption).toBe(first.caption);

    // Something more is published: the picture is another one.
    await publish(product);
    await reader.send('карта за 2022 рік');
    await until(() => photos(product).length === 3);
    expect(String(photos(product).at(-1)?.parameters.photo)).toMatch(/^attach:/);
  });

  test('turns it dark, into bars and back into words by its buttons, and asks for it under a summary', async () => {
    const product = await startProduct();
    const { reader } = product;
    await publish(product);
    await reader.send('/summary Zaporizhzhia region 2022');
    await reader.press('Map');
    expect(JSON.stringify(reader.toasts.at(-1))).toContain('being drawn');
    await until(() => photos(product).length === 1);
    expect(reader.buttons()).toEqual([['Dark', 'Chart'], ['Summary in words']]);
    await reader.press('Dark');
    await until(() => photos(product).length === 2);
    expect(reader.buttons()).toEqual([['Light', 'Chart'], ['Summary in words']]);
    await reader.press('Chart');
    await until(() => photos(product).length === 3);
    expect(reader.last().caption).toContain('Zaporizhzhia region, 2022.');
    expect(reader.buttons()).toEqual([['Light', 'Map'], ['Summary in words']]);
    await reader.press('Summary in words');
    expect(read(reader.last())).toContain('Zaporizhzhia region');
  });

  test('is told in words when it cannot be drawn or sent; it is logged and counted, and others are not held up', async () => {
    const product = await startProduct();
    const { reader, telegram, log } = product;
    telegram.faults.next('sendPhoto', { kind: 'error', code: 400 });
    await reader.send('/map');
    await until(() => read(reader.last()).includes('could not be drawn'));
    expect(log.join('\n')).toContain('"PicturesFailed":1');
    await reader.send('/map');
    await until(() => photos(product).length === 1);
    expect(read(reader.last())).toBeDefined();
  });

  test('is told in words when nobody takes the order', async () => {
    const refusing = async () => {
      throw new Error('No such function');
    };
    const product = await startProduct({
      change: deps => ({ ...deps, jobs: { ...deps.jobs, picture: refusing } }),
    });
    const { reader, log } = product;
    await reader.send('/map');
    expect(read(reader.last())).toContain('could not be drawn');
    await reader.send('/summary');
    await reader.press('Chart');
    expect(JSON.stringify(reader.toasts.at(-1))).toContain('could not be drawn');
    expect(log.join('\n')).toContain('picture_not_ordered');
  });

  test('is understood in words, in every language, as a summary is', async () => {
    const orders: string[] = [];
    const order = async ({ kind, question }: Readonly<{ kind: string; question: string }>) => {
      orders.push(`${kind} ${question}`);
    };
    const product = await startProduct({
      now: () => new Date('2026-11-23T10:00:00Z'),
      change: deps => ({ ...deps, jobs: { ...deps.jobs, picture: order } }),
    });
    const said = [
      ['map of Kharkiv region in March 2022', 'map r:summary:2022-03:63'],
      ['/map Kharkiv region March 2022', 'map r:summary:2022-03:63'],
      ['карта', 'map r:summary:month'],
      ['Карта по Харківській області за березень 2022', 'map r:summary:2022-03:63'],
      ['карту Харьковской области за март 2022', 'map r:summary:2022-03:63'],
      ['мапа за весь час', 'map r:summary:all'],
      ['map: cluster munitions in 2022', 'map r:summary:2022-01_2022-12::cl'],
      ['/map Izium, last 7 days', 'map r:summary:2026-11-17_2026-11-23:s707292'],
      ['графік за березень 2022', 'chart r:summary:2022-03'],
    ] as const;
    for (const [words] of said) await product.reader.send(words);
    expect(orders).toEqual(said.map(([, asked]) => asked));
    // Words that only begin like it are the witness's.
    await product.reader.send(
      'Карта місцевості згоріла, коли прилетіло, а нас було четверо у підвалі на вулиці, і всі ми це бачили своїми очима учора',
    );
    expect(orders).toHaveLength(said.length);
  });

  test('says which place is meant first, where there are several', async () => {
    const product = await startProduct();
    const { reader } = product;
    await reader.send('/map Миколаївка 2022');
    const list = reader.last();
    expect(now(reader, list)).toContain('Which do you mean?');
    await reader.press(list, reader.buttons(list)[0]?.[0] ?? '');
    await until(() => photos(product).length === 1);
    expect(reader.last().caption).toContain('2022');
  });
});
