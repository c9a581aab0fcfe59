import { describe, expect, test } from 'vitest';
import { drawnIn, enlist, now, read, startDesk, submit } from '../../../support/product/desk.ts';

describe('a figure', () => {
  test('is filled in line by line, recorded, shown beside the counts, and taken back', async () => {
    const { desk, store, reader } = await startDesk();
    await desk.send('/figure');
    await desk.press('Record a figure');
    expect(read(desk.last())).toContain('Needed: kind of source');
    await desk.press('Kind of source');
    await desk.press('United Nations');
    const fill = async (label: string, words: string) => {
      await desk.press(label);
      await desk.send(words, { replyTo: desk.last() });
    };
    await fill('Name', 'UN High Commissioner for Human Rights');
    await fill('Published on', 'nonsense');
    expect(read(desk.last())).toContain('I did not understand that');
    await desk.send('30.03.2022', { replyTo: desk.messages().at(-3) ?? desk.last() });
    await desk.press('Munition');
    await desk.press('Cluster munition');
    await fill('Attacks', 'at least 24');
    await fill('Killed', '215');
    await fill('Injured', 'many');
    await fill('Period', '24.02.2022 – 30.03.2022');
    await fill('Link', 'not a link');
    await desk.send('https://www.ohchr.org/a', { replyTo: desk.messages().at(-3) ?? desk.last() });
    await desk.press('Region');
    await desk.press('Kharkiv region');
    await desk.press('✓ Region');
    await desk.press('Leave it out');
    await desk.press('Record it');
    expect((await store.figures.list()).items).toMatchObject([
      {
        source: {
          kind: 'united_nations',
          name: 'UN High Commissioner for Human Rights',
          published: '2022-03-30',
          link: 'https://www.ohchr.org/a',
        },
        published: '2022-03-30',
        munition: 'cluster_munition',
        attacks: { atLeast: 24 },
        killed: { exactly: 215 },
        injured: { words: 'many' },
        period: { from: '2022-02-24', to: '2022-03-30' },
      },
    ]);
    expect((await store.figures.list()).items[0]).not.toHaveProperty('region', 'UA-63');
    await reader.start();
    await reader.send('/summary');
    expect(read(reader.last())).not.toContain('at least 24');
    await reader.press('All time');
    expect(read(reader.last())).toContain('Attacks: at least 24');
    expect(read(reader.last())).toContain('never added to ours');
    await reader.press('Figures published by others');
    expect(read(reader.last())).toContain('UN High Commissioner for Human Rights');
    await desk.press('Remove 1');
    await desk.press('Remove it');
    expect((await store.figures.list()).items).toEqual([]);
  });

  test('is filled in by one moderator: nobody else can press on their form', async () => {
    const { product, desk, store } = await startDesk();
    const daryna = (await enlist(product, 'Daryna')).in(product.group);
    await desk.send('/figure');
    await desk.press('Record a figure');
    const form = desk.last();
    expect(await daryna.press(form, 'Kind of source')).toMatchObject({
      alert: true,
      text: 'A colleague is filling this in. Please open your own form.',
    });
    await desk.press(form, 'Stop');
    expect(now(desk, form)).toContain('No figure is recorded yet.');
    expect((await store.figures.list()).items).toEqual([]);
  });

  test.each([
    ['/figure UN, 30 March 2022, at least 24 attacks', 'united_nations', { attacks: { atLeast: 24 } }],
    [
      '/figure ООН, 30 березня 2022: щонайменше 215 загиблих і 474 поранених, касетні боєприпаси',
      'united_nations',
      { munition: 'cluster_munition', killed: { atLeast: 215 }, injured: { exactly: 474 } },
    ],
    [
      '/figure Human Rights Watch; 30.03.2022; 24.02.2022 – 29.03.2022; killed: 12; https://www.hrw.org/a',
      'ngo',
      {
        killed: { exactly: 12 },
        period: { from: '2022-02-24', to: '2022-03-29' },
        source: { link: 'https://www.hrw.org/a' },
      },
    ],
  ])('is entered in one message and confirmed on one screen, in two calls: %s', async (words, kind, said) => {
    const { desk, store, product } = await startDesk();
    product.telegram.calls.length = 0;
    await desk.send(words);
    expect(read(desk.last())).toContain('This is what was understood');
    await desk.press('Record it');
    expect((await store.figures.list()).items).toMatchObject([{ ...said, published: '2022-03-30' }]);
    expect((await store.figures.list()).items[0]?.source).toMatchObject({ kind });
    expect(drawnIn(product)).toBe(2);
  });

  test('is entered by one message whatever was asked before it, and never by a forwarded one', async () => {
    const { product, moderator, reader, witness, store } = await startDesk();
    await submit(product, witness);
    await moderator.send('/queue');
    await moderator.press('1. Malokaterynivka');
    await moderator.press('Reject');
    await moderator.press('In my own words…');
    await moderator.send('/figure UN, 30 March 2022, at least 24 attacks');
    await moderator.forward({ type: 'user', sender_user: reader.user, date: 1 }, 'killed: 900');
    expect(read(moderator.last())).toContain('was not taken as your words');
    await moderator.press('Record it');
    expect((await store.figures.list()).items).toMatchObject([{ attacks: { atLeast: 24 } }]);
    expect((await store.figures.list()).items[0]).not.toHaveProperty('killed');
  });

  test('that is half filled in survives stray messages, commands and other screens', async () => {
    const { moderator, store } = await startDesk();
    await moderator.start();
    await moderator.send('/figure');
    await moderator.press('Record a figure');
    await moderator.send('UN, 30 March 2022');
    const form = moderator.last();
    expect(read(form)).toContain('30 March 2022');
    await moderator.send('good night everybody');
    expect(read(moderator.last())).toContain('I did not understand that');
    await moderator.send('/queue');
    await moderator.send('is anybody there?');
    await moderator.press(form, 'Attacks');
    await moderator.send('at least 24');
    await moderator.press('Record it');
    expect((await store.figures.list()).items).toMatchObject([
      { attacks: { atLeast: 24 }, published: '2022-03-30', munition: 'unknown' },
    ]);
  });
});
