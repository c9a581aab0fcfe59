import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../lib/report/report.ts';
import { now, read, submit } from '../../support/product/desk.ts';
import { type Product, startProduct } from '../../support/product/product.ts';
import { answers } from '../../support/samples/samples.ts';
import { approval } from '../../support/samples/submission.ts';
import { release } from '../../whole/steps.ts';

const publish = async (product: Product, change: Partial<Answers> = {}): Promise<string> => {
  const report = await submit(product, product.witness, change);
  const at = product.deps.now().toISOString();
  const approving = approval(report, { at });
  await product.store.reports.approve(approving);
  // What happened at an unknown time would wait for its release.
  await release(product);
  return approving.into.incident;
};

/** What the buttons of a message copy. */
const copied = ({ reply_markup: markup }: ReturnType<Product['reader']['last']>): readonly string[] =>
  (markup?.inline_keyboard ?? []).flat().flatMap(one => ('copy_text' in one ? [one.copy_text.text] : []));

describe('a reader', () => {
  test('sees only what was approved, in pages, by region and munition', async () => {
    const product = await startProduct();
    const { reader } = product;
    await submit(product, product.witness);
    await reader.send('/latest');
    expect(read(reader.last())).toContain('Nothing has been published yet.');
    for (let n = 0; n < 5; n += 1) await publish(product, { killed: { min: n, max: n } });
    await publish(product, { munition: 'mortar', place: { ...answers.place, region: 'UA-63' } });
    await reader.send('/latest');
    const list = reader.last();
    expect(reader.buttons(list)).toEqual([
      ['Details 1', 'Details 2'],
      ['Details 3', 'Details 4'],
      ['Older'],
      ['Region', 'Munition', 'Support'],
      ['Summary', 'Copy citation'],
      ['Follow all of Ukraine'],
    ]);
    expect(now(reader, list)).toContain('Mortar round');
    await reader.press(list, 'Older');
    expect(now(reader, list)).toContain('Killed: 0');
    expect(reader.buttons(list)[1]).toEqual(['Newer']);
    await reader.press(list, 'Newer');
    expect(now(reader, list)).toContain('Mortar round');

    await reader.press(list, 'Region');
    await reader.press(list, 'Zaporizhzhia region');
    expect(now(reader, list)).not.toContain('Mortar round');
    await reader.press(list, 'Munition');
    await reader.press(list, 'Mortar round');
    expect(now(reader, list)).toContain('Nothing has been published for this choice.');
    await reader.press(list, 'Region');
    await reader.press(list, 'All regions');
    expect(now(reader, list)).toContain('1. An attack');
    expect(reader.buttons(list).flat()).not.toContain('Details 2');
  });

  test('answers words for a family of munitions, a grade and a period, and cites what it shows', async () => {
    const product = await startProduct();
    const { reader } = product;
    await publish(product, { munition: 'mortar' });
    await publish(product, { munition: 'other_unexploded' });
    await reader.send('/latest unexploded items');
    expect(now(reader, reader.last())).toContain('Munition: Unexploded items, also suspected');
    expect(now(reader, reader.last())).not.toContain('Mortar');
    const [list] = copied(reader.last());
    expect(list).toMatch(
      /^According to Svidok: incidents \w{5}-\w{5}; .*As of .* https:\/\/t\.me\/\w+\?start=l/,
    );
    await reader.send('/latest');
    const both = read(reader.last());
    await reader.send(`/start ${list?.split('start=')[1]}`);
    expect(read(reader.last())).toContain('Munition: Unexploded items, also suspected');
    expect(read(reader.last())).not.toBe(both);
    await reader.send('/latest confirmed');
    expect(read(reader.last())).toContain('Support: confirmed by the moderators');
    expect(read(reader.last())).toContain('Nothing has been published for this choice.');
    await reader.send('/latest cluster single source');
    expect(read(reader.last())).toContain('Support: no second independent source');
    await reader.send('/summary single source last 3 months');
    expect(read(reader.last())).toMatch(/^Support: no second independent source$/m);
    await reader.send('/summary unexploded');
    expect(read(reader.last())).toContain('That does not mean that there are none');
  });

  test('opens an incident and comes back to the page it was on', async () => {
    const product = await startProduct();
    const { reader } = product;
    for (let n = 0; n < 5; n += 1)
      await publish(product, {
        killed: { min: n, max: n },
        post: { text: `Text ${n}`, by: { kind: 'newsroom', name: 'CNN', link: 'https://t.me/cnn/1' } },
      });
    await reader.send('/latest');
    const list = reader.last();
    await reader.press(list, 'Older');
    await reader.press(list, 'Details 1');
    expect(now(reader, list)).toContain('In the words of CNN:');
    expect(now(reader, list)).toContain('Text 0');
    await reader.press(list, 'Back to the list');
    expect(now(reader, list)).toContain('Killed: 0');
  });

  test.each([
    ['/latest 2022', /Killed: 0(?!\d)/, /Killed: 4(?!\d)/],
    // Of so many munitions the place of the page has no room in the button: the list goes on from the incident.
    ['/latest 2022 cluster, mortar, mines', /Killed: 0(?!\d)/, /Killed: 4(?!\d)/],
  ])('comes back to its page of %s', async (asked, own, first) => {
    const product = await startProduct();
    const { reader } = product;
    for (let n = 0; n < 5; n += 1) await publish(product, { killed: { min: n, max: n } });
    await reader.send(asked);
    const list = reader.last();
    expect(now(reader, list)).toMatch(first);
    await reader.press(list, 'Older');
    const older = now(reader, list);
    expect(older).toMatch(own);
    expect(older).not.toMatch(first);
    await reader.press(list, 'Details 1');
    expect(now(reader, list)).toContain('Incident');
    await reader.press(list, 'Back to the list');
    expect(now(reader, list)).toBe(older);
  });

  test('never sees the witness’s own point, words or pseudonym', async () => {
    const product = await startProduct();
    const { reader, telegram } = product;
    await publish(product, { account: 'The secret words of a witness' });
    const before = telegram.calls.length;
    await reader.send('/latest');
    await reader.press('Details 1');
    const shown = JSON.stringify(telegram.calls.slice(before));
    expect(shown).not.toContain('47.66');
    expect(shown).not.toContain('secret words');
    expect(shown).not.toContain(product.deps.identity.reporter(product.witness.id));
  });

  test('gets a summary of a period and of a region, and none of what is older', async () => {
    const product = await startProduct({ now: () => new Date('2026-11-23T10:00:00Z') });
    const { reader } = product;
    const zone = 'Europe/Kyiv';
    await publish(product, {
      occurred: { precision: 'day', start: '2026-11-20', end: '2026-11-20', zone },
      killed: { min: 3, max: 5 },
      injured: 'unknown',
    });
    await publish(product, {
      occurred: { precision: 'day', start: '2026-11-02', end: '2026-11-02', zone },
      killed: { min: 1, max: 1 },
    });
    await publish(product, { occurred: { precision: 'unknown', zone } });
    await reader.send('/summary');
    const summary = reader.last();
    const single = 'no second independent source: ';
    expect(now(reader, summary)).toContain(`${single}2 incidents; killed: 4–6`);
    expect(now(reader, summary)).toContain('injured: at least 8 (known for 1 of 2 incidents)');
    expect(now(reader, summary)).toContain('1 incident that may belong to this period');
    await reader.press(summary, '7 days');
    expect(now(reader, summary)).toContain(`${single}1 incident; killed: 3–5`);
    await reader.press(summary, 'All time');
    expect(now(reader, summary)).toContain(`${single}3 incidents`);
    await reader.press(summary, 'Support');
    await reader.press(summary, 'no second independent source');
    expect(now(reader, summary)).toMatch(/^3 incidents$/m);
    await reader.press(summary, 'Munition');
    await reader.press(summary, 'Mortar round');
    expect(now(reader, summary)).toContain('Munition: Mortar round');
    expect(now(reader, summary)).toContain('Nothing has been published');
    await reader.press(summary, 'Munition');
    await reader.press(summary, 'All munitions');
    await reader.press(summary, 'Region');
    await reader.press(summary, 'Kharkiv region');
    expect(now(reader, summary)).toContain('Nothing has been published');
    await reader.press(summary, 'Latest published');
    expect(now(reader, summary)).toContain('Region: Kharkiv region');
  });

  test('opens an incident by its code or its link, and a summary by the link of its citation', async () => {
    const product = await startProduct({ now: () => new Date('2026-11-23T10:00:00Z') });
    const { reader } = product;
    const id = await publish(product);
    const code = `${id.slice(0, 5)}-${id.slice(5)}`;
    for (const words of [`/incident ${code}`, `/incident ${code.toLowerCase()}`, `/start i${id}`]) {
      await reader.send(words);
      expect(read(reader.last())).toContain(`Incident ${code}`);
      expect(read(reader.last())).toContain('As of 23 November 2026.');
    }
    await reader.send('/incident');
    expect(read(reader.last())).toContain('Write the code of an incident');
    await reader.send('/summary 2022');
    const copied = reader
      .last()
      .reply_markup?.inline_keyboard.flat()
      .flatMap(button => ('copy_text' in button ? [button.copy_text.text] : []));
    expect(copied).toHaveLength(1);
    const [said = ''] = copied ?? [];
    expect(said).toContain(
      'According to Svidok: Published for this: no incident confirmed by the moderators',
    );
    await reader.send(`/start ${new URL(said.slice(said.indexOf('https:'))).searchParams.get('start')}`);
    expect(read(reader.last())).toContain('Period: 2022');
  });

  test('is told that a button was never one, or leads to what is gone', async () => {
    const product = await startProduct();
    const { reader } = product;
    const id = await publish(product);
    await reader.send('/latest');
    const list = reader.last();
    for (const data of [
      'r:',
      'r:x',
      'r:constructor',
      'r:latest:99:nuclear:zzz',
      'r:munitions:zz:-5',
      'r:munitions::1e9',
      'r:incident:no-such-incident',
    ])
      expect(await reader.forge(list, data)).toMatchObject({
        alert: true,
        text: 'This button no longer works.',
      });
    for (const data of [
      'r:latest:99',
      'r:latest',
      'r:munitions::9999',
      'r:summary:century:99',
      'r:summary_regions',
      'r:regions',
    ])
      expect(await reader.forge(list, data)).toMatchObject({ text: '' });
    const incident = await product.store.incidents.read(id);
    const reporter = product.deps.identity.reporter(product.witness.id);
    const { items } = await product.store.reports.ofReporter(reporter, { limit: 1 });
    await product.store.reports.withdraw({
      id: items[0]?.id ?? '',
      reporter,
      at: product.deps.now().toISOString(),
    });
    expect(incident?.status).toBe('published');
    await reader.forge(list, `r:incident:${id}`);
    expect(now(reader, list)).toBe('This incident is no longer shown.');
    await reader.forge(list, 'r:incident:ZZZZZZZZZZ');
    expect(now(reader, list)).toBe('This incident is no longer shown.');
  });
});

describe('a reader who names what to see', () => {
  const kharkiv = {
    ...answers.place,
    region: 'UA-63',
    district: undefined,
    point: undefined,
    settlement: {
      id: 706_483,
      names: { uk: 'Харків', en: 'Kharkiv', ru: 'Харьков' },
      population: 1_433_886,
      point: { lat: 49.98, lon: 36.25 },
    },
  };
  const zone = 'Europe/Kyiv';
  const inMarch = {
    occurred: { precision: 'day', start: '2022-03-14', end: '2022-03-14', zone },
  } as const;

  test.each([
    ['uk', 'Харків', 'Місце: Харків, Харківська область', 'Усі боєприпаси'],
    ['ru', 'в Харькове', 'Место: Харьков, Харьковская область', 'Все боеприпасы'],
  ])('in %s gets the incidents of a settlement', async (language, words, place, all) => {
    const product = await startProduct({ language });
    const { reader } = product;
    await publish(product, { place: kharkiv, munition: 'mortar' });
    await publish(product, { place: { ...kharkiv, settlement: undefined, precision: 'region' } });
    await reader.send(`/latest ${words}`);
    const list = reader.last();
    expect(now(reader, list)).toContain(place.split(',')[0]);
    expect(now(reader, list)).toContain(all);
    expect(
      reader
        .buttons(list)
        .flat()
        .filter(label => /\d/.test(label)),
    ).toHaveLength(1);
    const region = reader.buttons(list).at(-1)?.[0] ?? '';
    await reader.press(list, region);
    expect(
      reader
        .buttons(list)
        .flat()
        .filter(label => /\d/.test(label)),
    ).toHaveLength(2);
  });

  test('is asked whether a city or its region is meant, and keeps the munition', async () => {
    const product = await startProduct();
    const { reader } = product;
    await publish(product, { place: kharkiv, munition: 'cluster_munition' });
    await publish(product, { place: kharkiv, munition: 'mortar' });
    await reader.send('/latest cluster Kharkiv');
    const list = reader.last();
    expect(now(reader, list)).toContain('Which do you mean?');
    expect(reader.buttons(list).flat()).toEqual([
      'Kharkiv, Kharkiv district, Kharkiv region',
      'Kharkiv region',
      'None of these: show everything',
    ]);
    await reader.press(list, 'Kharkiv, Kharkiv district, Kharkiv region');
    expect(now(reader, list)).toContain('Place: Kharkiv');
    expect(now(reader, list)).toContain('Munition: Cluster');
    await reader.press(list, 'Details 1');
    await reader.press(list, 'Back to the list');
    expect(now(reader, list)).toContain('Place: Kharkiv');
    expect(now(reader, list)).toContain('Munition: Cluster');
    await reader.press(list, 'Munition');
    await reader.press(list, 'All munitions');
    expect(reader.buttons(list).flat()).toContain('Details 2');
  });

  test('gets the summary of a region and a month, and keeps the month in another region', async () => {
    const product = await startProduct();
    const { reader } = product;
    await publish(product, { place: kharkiv, ...inMarch });
    await publish(product, {
      place: kharkiv,
      occurred: { precision: 'month', start: '2022-03-01', end: '2022-03-31', zone },
    });
    await publish(product, inMarch);
    await reader.send('/summary Харківська область березень 2022');
    const summary = reader.last();
    expect(now(reader, summary)).toContain('Period: March 2022');
    expect(now(reader, summary)).toContain('Area: Kharkiv region');
    expect(now(reader, summary)).toContain('2 incidents');
    await reader.press(summary, 'Region');
    await reader.press(summary, 'All regions');
    expect(now(reader, summary)).toContain('Period: March 2022');
    expect(now(reader, summary)).toContain('3 incidents');
  });

  test('gets the summary of a settlement and of what may be of it, and a list of what happened in a period', async () => {
    const product = await startProduct();
    const { reader } = product;
    await publish(product, { place: kharkiv, ...inMarch });
    await reader.send('/summary Ізюм 2022');
    expect(read(reader.last())).toContain('Area: Izium, Izium district, Kharkiv region, and near it');
    expect(read(reader.last())).toContain('Nothing has been published for this.');
    await publish(product, {
      place: { precision: 'region', origin: 'typed', region: 'UA-63' },
      ...inMarch,
    });
    await reader.send('/summary Ізюм 2022');
    expect(read(reader.last())).toContain('1 incident that may belong to this area');
    await reader.send('/summary Харків, Харківська область, касетні 2022');
    expect(read(reader.last())).toContain('no second independent source: 1 incident;');
    await reader.send('/summary касетні Харківська область за весь час');
    expect(read(reader.last())).toContain('Period: All time');
    expect(read(reader.last())).toContain('Munition: Cluster munition');
    expect(read(reader.last())).toContain('no second independent source: 2 incidents;');
    await reader.send('/latest вчора');
    expect(read(reader.last())).toContain('Nothing has been published for this choice.');
    await reader.send('/latest березень 2022');
    expect(read(reader.last())).toContain('When it happened: March 2022');
    expect(read(reader.last())).toContain('1. An attack');
    await reader.press('Summary');
    const last = reader.messages().at(-1);
    expect(last && read(last)).toContain('Period: March 2022');
  });

  test.each([
    ['en', 'qqq', 'I did not understand what to show: qqq', 'Show everything'],
    ['uk', 'ыыы', 'Не вдалося зрозуміти, що показати: ыыы', 'Показати все'],
    ['ru', 'ыыы', 'Не удалось понять, что показать: ыыы', 'Показать всё'],
  ])(
    'is told in %s what was not understood, everything one press away',
    async (language, words, said, all) => {
      const product = await startProduct({ language });
      const { reader } = product;
      await publish(product);
      await reader.send(`/latest ${words}`);
      const list = reader.last();
      expect(now(reader, list)).toContain(said);
      await reader.press(list, all);
      expect(now(reader, list)).toContain('1. ');
      await reader.send(`/summary ${words}`);
      expect(read(reader.last())).toContain(said);
    },
  );

  test('is offered what a typing error may mean, and namesakes apart', async () => {
    const product = await startProduct({ language: 'uk' });
    const { reader } = product;
    await reader.send('/latest Харькоф');
    expect(read(reader.last())).toContain('Що саме ви маєте на увазі?');
    await reader.send('/latest Миколаївка');
    const labels = reader.buttons(reader.last()).flat();
    expect(labels.length).toBeGreaterThan(5);
    expect(new Set(labels).size).toBe(labels.length);
    await reader.send('/summary Жовтень');
    expect(
      reader
        .buttons(reader.last())
        .flat()
        .some(label => label.startsWith('жовтень')),
    ).toBe(true);
  });
});
