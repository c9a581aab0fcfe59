import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../lib/report/report.ts';
import { submit } from '../../../support/product/desk.ts';
import { type Product, startProduct } from '../../../support/product/product.ts';
import { answers } from '../../../support/samples/samples.ts';
import { approval } from '../../../support/samples/submission.ts';
import { until } from '../../../support/until.ts';
import { begin, release } from '../../../whole/steps.ts';

const publish = async (product: Product, change: Partial<Answers> = {}): Promise<string> => {
  const report = await submit(product, product.witness, change);
  const approving = approval(report, { at: product.deps.now().toISOString() });
  await product.store.reports.approve(approving);
  await release(product);
  return approving.into.incident;
};

const titlesOf = async (person: Product['reader'], query: string) => {
  const answer = await person.inline(query);
  return answer?.results.map(({ result }) => ('title' in result ? result.title : ''));
};

describe('the name of the bot and some words in another chat', () => {
  test('offer the summary and the latest incidents, each with a way into the bot that shows the same', async () => {
    const product = await startProduct();
    const { reader } = product;
    const id = await publish(product);
    const answer = await reader.inline('Zaporizhzhia region all time');
    expect(answer).toMatchObject({ isPersonal: true, button: undefined });
    const [summary, map, incident, ...rest] = answer?.results ?? [];
    expect(rest).toEqual([]);
    expect(summary?.result).toMatchObject({ title: 'Summary: Zaporizhzhia region' });
    expect(map?.result).toMatchObject({ type: 'article', title: 'Map: Zaporizhzhia region' });
    expect(summary?.message.text).toContain('injured: 8');
    expect(summary?.message.text).toContain('Period: All time');
    expect(incident?.message.text).toContain('Injured: 8, 3 of them medics');
    for (const [offered, says] of [
      [summary, 'Area: Zaporizhzhia region'],
      [incident, `Incident ${id.slice(0, 5)}`],
    ] as const) {
      const [button] = offered?.message.reply_markup?.inline_keyboard.flat() ?? [];
      const start = button && 'url' in button ? new URL(button.url).searchParams.get('start') : '';
      await reader.start(start ?? '');
      expect(reader.last().text).toContain(says);
    }
  });

  test('offer incidents of the period that they name, and of any where they name none', async () => {
    const product = await startProduct();
    const { reader } = product;
    await publish(product);
    const messages = async (words: string) =>
      (await reader.inline(words))?.results.map(({ message }) => message.text ?? '') ?? [];
    const isOf2022 = (text: string) => /^Incident /.test(text);
    expect((await messages('Zaporizhzhia region')).filter(isOf2022)).toHaveLength(1);
    expect((await messages('Zaporizhzhia region all time')).filter(isOf2022)).toHaveLength(1);
    expect(await messages('Zaporizhzhia region 7 days')).toEqual([]);
  });

  test('offer the map as a way to have it drawn, and as the picture itself once it was sent to anybody', async () => {
    const product = await startProduct();
    const { reader } = product;
    await publish(product);
    const mapIn = async () =>
      (await reader.inline('Zaporizhzhia region 2022'))?.results.find(({ result }) =>
        result.id.startsWith('m '),
      );
    const before = await mapIn();
    expect(before?.result.type).toBe('article');
    const [button] = before?.message.reply_markup?.inline_keyboard.flat() ?? [];
    await reader.start(
      button && 'url' in button ? (new URL(button.url).searchParams.get('start') ?? '') : '',
    );
    await until(() => reader.last().photo !== undefined);
    const { photo, caption } = reader.last();
    // The file's id is noted once the picture was sent.
    await until(async () => (await mapIn())?.result.type === 'photo');
    const after = await mapIn();
    expect(after?.result).toMatchObject({ photo_file_id: photo?.at(-1)?.file_id, caption });
    expect(after?.message.photo?.at(-1)?.file_id).toBe(photo?.at(-1)?.file_id);
    expect(caption).toContain('Zaporizhzhia region, 2022.');
    // Something more is published: the picture says less than there is, and is offered no more.
    await publish(product);
    expect((await mapIn())?.result.type).toBe('article');
  });

  test.each([
    ['en', '', ['Summary: Ukraine', 'An attack: Malokaterynivka, Zaporizhzhia region']],
    ['uk', 'касетні', ['Підсумок: Україна', 'Обстріл, атака: Малокатеринівка, Запорізька область']],
    ['ru', 'Запорожская область', ['Сводка: Запорожская область']],
  ])('are answered in the language of the phone (%s "%s")', async (language, query, titles) => {
    const product = await startProduct({ language });
    await publish(product, { occurred: recent(product) });
    const offered = await titlesOf(product.reader, query);
    expect(offered).toEqual(expect.arrayContaining(titles));
    expect(offered).toHaveLength(3);
  });

  test('of which several places are called so, offer each; what was not understood is said above', async () => {
    const product = await startProduct();
    await publish(product, {
      occurred: recent(product),
      place: { ...answers.place, region: 'UA-63', settlement: kharkiv, point: undefined },
    });
    expect(await titlesOf(product.reader, 'Kharkiv')).toEqual([
      'Summary: Kharkiv, Kharkiv district, Kharkiv region',
      'Map: Kharkiv, Kharkiv district, Kharkiv region',
      'Summary: Kharkiv region',
      'Map: Kharkiv region',
      expect.stringContaining('An attack: Kharkiv'),
    ]);
    const answer = await product.reader.inline('mortar blorgh');
    expect(answer?.button?.text).toMatch(/Nothing published|Not understood/);
  });

  test('that say nothing known, or of which nothing is published, offer the bot', async () => {
    const product = await startProduct();
    const { reader } = product;
    await publish(product);
    expect(await reader.inline('Hogwarts')).toMatchObject({
      results: [],
      button: { text: 'Not understood. Open the bot to search there', start_parameter: 'help' },
    });
    const nothing = await reader.inline('Volyn region');
    expect(nothing).toMatchObject({
      results: [],
      button: { text: 'Nothing published for this. Open the bot' },
    });
    await reader.start(nothing?.button?.start_parameter);
    expect(reader.last().text).toContain('Area: Volyn region');
  });

  test('show nothing that is not published', async () => {
    const product = await startProduct();
    const { reader } = product;
    await submit(product, product.witness, { account: 'The secret words of a witness' });
    expect((await reader.inline(''))?.results).toEqual([]);
    await publish(product, { account: 'The secret words of a witness', occurred: recent(product) });
    const offered = JSON.stringify(await reader.inline(''));
    expect(offered).not.toMatch(/secret words|47\.66/);
  });
});

test('what somebody was offered and sends to the bot itself is taken for nobody’s words', async () => {
  const product = await startProduct();
  const { reader, store, deps } = product;
  await publish(product);
  await begin(reader);
  const offered = (await reader.inline('all time'))?.results.at(-1);
  if (!offered) throw new Error('Nothing was offered.');
  const before = reader.messages().length;
  await reader.choose(offered);
  expect(reader.messages()).toHaveLength(before + 1);
  expect((await store.chats.read(deps.identity.chatKey(reader.chatId)))?.draft).toBeUndefined();
});

const kharkiv = {
  id: 706_483,
  names: { uk: 'Харків', en: 'Kharkiv', ru: 'Харьков' },
  population: 1_430_885,
  point: { lat: 49.98, lon: 36.25 },
};

/** Yesterday, so that it is in the last thirty days. */
const recent = ({ deps }: Product): Answers['occurred'] => {
  const day = new Date(deps.now().getTime() - 86_400_000).toISOString().slice(0, 10);
  return { precision: 'day', start: day, end: day, zone: 'Europe/Kyiv' };
};
