import { expect, test } from 'vitest';
import type { Place } from '../../../lib/place/place.ts';
import { usualReleases } from '../../../lib/policy.ts';
import type { Answers } from '../../../lib/report/report.ts';
import {
  approveCard,
  buttonsOf,
  cardOf,
  now,
  read,
  startDesk,
  submit,
  until,
} from '../../support/product/desk.ts';
import { rules } from '../../support/samples/samples.ts';
import { go, pressOn } from '../steps.ts';

const zone = 'Europe/Kyiv';
const hamlet: Place = {
  precision: 'point',
  origin: 'device',
  region: 'UA-63',
  district: { uk: 'Ізюмський район', en: 'Izium district', ru: 'Изюмский район' },
  settlement: {
    id: -1,
    names: { uk: 'Хутір', en: 'Khutir', ru: 'Хутор' },
    population: 40,
    point: { lat: 49.2, lon: 37.3 },
  },
  point: { lat: 49.201, lon: 37.301, accuracyMetres: 10 },
};
const seen: Partial<Answers> = {
  place: hamlet,
  occurred: {
    precision: 'minute',
    start: '2026-11-23T09:07',
    end: '2026-11-23T09:07',
    zone,
    words: 'о 9:07',
  },
  injured: { min: 3, max: 3, of: { children: { min: 1, max: 1 } } },
};
const office = {
  kind: 'prosecutor',
  name: 'Kharkiv regional prosecutor’s office',
  link: 'https://t.me/prokuratura_kharkiv/1',
} as const;

test('of a lone witness in a hamlet readers learn the district, the part of the day and a date', {
  timeout: 240_000,
}, async () => {
  let clock = Date.parse('2026-11-23T08:31:17.000Z');
  const all = await startDesk({
    now: () => new Date(clock),
    rules: { ...rules, releases: usualReleases(zone) },
  });
  const { product, desk, witness, reader, store, tick } = all;
  const one = await submit(product, witness, seen);
  const card = await cardOf(desk, one);
  const willSee = now(desk, card).split('Readers will see')[1] ?? '';
  await approveCard(desk, card);
  await until(() => now(desk, card).includes('Approved by'));
  const twoDays = async () => {
    for (let half = 0; half < 4; half += 1, clock += 12 * 3_600_000) await tick();
  };
  await twoDays();
  const [incident] = (await store.incidents.latest({ limit: 1 })).items;
  expect(incident?.publishedAt).toMatch(/T(06|18):00:00\.000Z$/);

  await reader.start();
  await reader.send('/latest');
  await reader.press('Details 1');
  const shown = now(reader, reader.last());
  for (const told of ['Izium district, Kharkiv region', '23 November 2026, in the morning', 'Injured: 3\n'])
    for (const text of [shown, willSee]) expect(text).toContain(told);
  await reader.send('/summary');
  const published = reader
    .messages()
    .map(message => now(reader, message))
    .join('\n');
  for (const secret of ['Khutir', '9:07', '10:31', '49.2', 'child', '1 report'])
    expect(published).not.toContain(secret);

  // An institution's word beside it shows the settlement, and no longer once that is withdrawn.
  const two = await submit(product, reader, { ...seen, source: office });
  await store.reports.approve({
    id: two.id,
    version: 1,
    by: 'marko',
    at: new Date(clock).toISOString(),
    into: { kind: 'existing', incident: incident?.id ?? '' },
    checklist: { militaryPosition: false, identifiesPerson: false, graphic: false },
    sourceFor: ['occurred'],
  });
  await until(() => read(reader.last()).includes('was approved'));
  await reader.send('/latest');
  expect(read(reader.last())).toContain('Where: Izium district');
  await twoDays();
  await reader.send('/latest');
  expect(read(reader.last())).toContain('Where: Khutir');
  await store.reports.withdraw({ id: two.id, reporter: two.reporter, at: new Date(clock).toISOString() });
  await reader.send('/latest');
  expect(read(reader.last())).toContain('Where: Khutir');
  await twoDays();
  await reader.send('/changes');
  const changes = read(reader.last());
  expect(changes).toContain('Corrected: Izium district, Kharkiv region, 23 November 2026');
  for (const secret of ['Khutir', '9:07', '→', ':31']) expect(changes).not.toContain(secret);
});

const post = {
  channel: { title: 'Запорізька обласна військова адміністрація', username: 'zoda_gov_ua' },
  message_id: 8123,
  date: Date.UTC(2022, 4, 11, 6) / 1000,
  text: 'У Малокатеринівці внаслідок обстрілу касетними боєприпасами поранено 8 людей.',
};

test('a forwarded post is quoted word for word in preview and card, until it identifies a person', async () => {
  const { witness, desk, store, reader } = await startDesk({
    rules: { ...rules, delay: { militaryMs: 0, otherMs: 0 } },
  });
  await pressOn(witness, 'agree');
  await witness.forwardPost(post);
  await pressOn(witness, 'right');
  await witness.send('Мені переслала це сусідка Олена');
  for (let n = 0; n < 20 && !buttonsOf(witness, witness.last()).includes('Send the report'); n += 1)
    await go(witness, [nextOf(buttonsOf(witness, witness.last()))]);
  const preview = read(witness.last());
  expect(preview).toContain(post.text);
  expect(preview).not.toContain('сусідка');
  await witness.press('Send the report');
  const [report] = (await store.queue.list({ limit: 1 })).items;
  if (!report) throw new Error('The report did not arrive.');
  const card = await cardOf(desk, report);
  const publicPart = () => now(desk, card).split('Readers will see')[1] ?? '';
  expect(publicPart()).toContain(post.text);
  await desk.press(card, 'Approve');
  await desk.press(card, 'Person');
  expect(publicPart()).not.toContain(post.text);
  expect(now(desk, card)).toContain('The forwarded post will not be quoted.');
  expect(buttonsOf(desk, card)).toContain('Edit');
  for (const button of ['Only what is ticked', 'A new incident']) await desk.press(card, button);
  await until(() => now(desk, card).includes('Approved by'));
  await reader.start();
  await reader.send('/latest');
  await reader.press('Details 1');
  const shown = now(reader, reader.last());
  expect(shown).toContain('Injured: 8');
  for (const withheld of ['обстрілу', 'сусідка']) expect(shown).not.toContain(withheld);
});

/** The way on with the least to say. */
const nextOf = (labels: readonly string[]): string => (labels.includes('Go on') ? 'preview' : '_none');

test('a post that is forwarded into one’s own report is kept beside it, and fills in none of its numbers', async () => {
  const { witness, store, deps } = await startDesk();
  await go(witness, ['agree', 'attack']);
  await witness.send('Харків');
  await witness.forwardPost(post);
  const draft = (await store.chats.read(deps.identity.chatKey(witness.id)))?.draft;
  expect(draft?.answers).toMatchObject({ post: { text: post.text } });
  for (const field of ['injured', 'source', 'munition', 'account'])
    expect(draft?.answers).not.toHaveProperty(field);
  await witness.forwardPost({ ...post, message_id: 8124, text: 'Уже 9 поранених.' });
  expect(read(witness.last())).toContain('This report has a post already');
});
