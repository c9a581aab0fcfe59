import { describe, expect, it } from 'vitest';
import type { Locale } from '../../lib/locale.ts';
import claims from '../claims.json' with { type: 'json' };
import { catalogues } from '../support/catalogues.ts';
import { startProduct } from '../support/product/product.ts';
import { until } from '../support/until.ts';
import { approve, begin, go, pressOn } from './steps.ts';

/** How a person who reads the three claims somewhere tells them, in their own language. */
type Told = Readonly<{
  place: string;
  /** What is pressed after the words for the place, when more than one place is meant. */
  placePresses?: readonly string[];
  time: string;
  timePresses?: readonly string[];
  delivery: string;
  injured: string;
  channel: string;
  published: string;
  publishedPresses?: readonly string[];
  verified: 'yes' | 'no';
  side: string;
  sourceKind: string;
  sourceName: string;
  account: string;
  /** What readers must find again. */
  shown: readonly string[];
}>;

const [c1, c2, c3] = claims.incidents;
if (!c1 || !c2 || !c3) throw new Error('claims.json is not what it was.');

const told = {
  en: {
    C1: {
      place: 'Kryvyi Rih district',
      time: '_none',
      delivery: '=by missile',
      injured: '=unknown',
      channel: 'Telegram post',
      published: '=27 March 2022',
      verified: 'no',
      side: 'Russian forces',
      sourceKind: 'prosecutor',
      sourceName: c1.source.name,
      account: `${c1.evidence}; ${c1.proceedings}`,
      shown: [
        'Kryvyi Rih',
        'Dnipropetrovsk',
        '27 March 2022',
        'Cluster munition',
        'Russian forces',
        c1.source.name,
        'Telegram post',
      ],
    },
    C2: {
      place: 'Malokaterynivka',
      time: '_none',
      delivery: '=multiple rocket launcher',
      injured: '=8, 3 of them ambulance workers',
      channel: 'Telegram post',
      published: '=11 May 2022',
      verified: 'no',
      side: 'Russian forces',
      sourceKind: 'regional_administration',
      sourceName: c2.source.name,
      account: '',
      shown: [
        'Malokaterynivka',
        'Zaporizhzhia',
        '11 May 2022',
        '8',
        '3',
        'medics',
        'rocket launcher',
        'Russian forces',
        c2.source.name,
      ],
    },
    C3: {
      place: 'Kharkiv',
      time: '=2022',
      delivery: '_none',
      injured: '_none',
      channel: 'investigation',
      published: '_none',
      verified: 'yes',
      side: 'Russian forces',
      sourceKind: 'newsroom',
      sourceName: 'CNN',
      account: '',
      shown: ['Kharkiv', '2022', 'Cluster munition', 'CNN', 'investigation', 'Russian forces'],
    },
  },
  uk: {
    C1: {
      place: 'Криворізький район',
      time: '_none',
      delivery: '=ракетою',
      injured: '=невідомо',
      channel: 'допис у Telegram',
      published: '=27 березня 2022',
      verified: 'no',
      side: 'російські війська',
      sourceKind: 'prosecutor',
      sourceName: 'Офіс Генерального прокурора України',
      account: 'на місці знайдено й вилучено уламки ракети; відкрито кримінальне провадження',
      shown: [
        'Криворізький район',
        'Дніпропетровська',
        '27 березня 2022',
        'Касетний боєприпас',
        'російські війська',
        'Офіс Генерального прокурора',
      ],
    },
    C2: {
      place: 'Малокатеринівка',
      time: '_none',
      delivery: '=РСЗВ',
      injured: '=8 поранених, троє з них медики швидкої',
      channel: 'допис у Telegram',
      published: '=11.05.2022',
      verified: 'no',
      side: 'російські війська',
      sourceKind: 'regional_administration',
      sourceName: 'Запорізька обласна військова адміністрація',
      account: '',
      shown: ['Малокатеринівка', 'Запорізька', '11 травня 2022', '8', '3', 'медик', 'російські війська'],
    },
    C3: {
      place: 'Харків',
      time: '=2022 рік',
      delivery: '_none',
      injured: '_none',
      channel: 'розслідування',
      published: '_none',
      verified: 'yes',
      side: 'російські війська',
      sourceKind: 'newsroom',
      sourceName: 'CNN',
      account: '',
      shown: ['Харків', '2022', 'Касетний боєприпас', 'CNN', 'розслідування'],
    },
  },
  ru: {
    C1: {
      place: 'Криворожский район',
      time: '_none',
      delivery: '=ракетой',
      injured: '=неизвестно',
      channel: 'пост в Telegram',
      published: '=27 марта 2022',
      verified: 'no',
      side: 'российские войска',
      sourceKind: 'prosecutor',
      sourceName: 'Офис Генерального прокурора Украины',
      account: 'на месте найдены и изъяты обломки ракеты; открыто уголовное производство',
      shown: [
        'Криворожский район',
        'Днепропетровская',
        '27 марта 2022',
        'Кассетный боеприпас',
        'российские войска',
      ],
    },
    C2: {
      place: 'Малокатериновка',
      time: '_none',
      delivery: '=РСЗО',
      injured: '=восемь, трое из них медики скорой',
      channel: 'пост в Telegram',
      published: '=11.05.2022',
      verified: 'no',
      side: 'российские войска',
      sourceKind: 'regional_administration',
      sourceName: 'Запорожская областная военная администрация',
      account: '',
      shown: ['Малокатериновка', 'Запорожская', '11 мая 2022', '8', '3', 'медик', 'российские войска'],
    },
    C3: {
      place: 'Харьков',
      time: '=2022 год',
      delivery: '_none',
      injured: '_none',
      channel: 'расследование',
      published: '_none',
      verified: 'yes',
      side: 'российские войска',
      sourceKind: 'newsroom',
      sourceName: 'CNN',
      account: '',
      shown: ['Харьков', '2022', 'Кассетный боеприпас', 'CNN', 'расследование'],
    },
  },
} as const satisfies Partial<Record<Locale, Readonly<Record<'C1' | 'C2' | 'C3', Told>>>>;

const stepsOf = (claim: Told): readonly string[] => [
  'attack',
  `=${claim.place}`,
  ...(claim.placePresses ?? []),
  claim.time,
  ...(claim.timePresses ?? []),
  '_none',
  'cluster_munition',
  claim.delivery,
  claim.account ? 'remains' : 'told',
  '_none',
  claim.injured,
  'only_civilian',
  'more',
  claim.sourceKind,
  `=${claim.sourceName}`,
  `=${claim.channel}`,
  claim.published,
  ...(claim.publishedPresses ?? []),
  claim.verified,
  `=${claim.side}`,
  'alleged',
  ...(claim.account ? [`=${claim.account}`] : []),
  '_none',
  'send',
];

describe.each(Object.keys(told) as (keyof typeof told)[])(
  'the claims of prosecutors, administrations and newsrooms, told in %s',
  locale => {
    // Long because it is one story, in its order.
    it('are entered, approved and read back: nothing lost, nothing invented', {
      timeout: 120_000,
    }, async () => {
      const product = await startProduct({ language: locale });
      const { witness, moderator, reader, group, store } = product;
      const t = catalogues[locale];
      await begin(witness);
      for (const name of ['C1', 'C2', 'C3'] as const) {
        if (name !== 'C1') await go(witness, ['home']);
        await go(witness, stepsOf(told[locale][name]));
        const { items } = await until(async () => {
          const page = await store.queue.list({ limit: 5 });
          return page.items.length === 1 && page;
        });
        const id = items[0]?.id ?? '';
        await approve(moderator.in(group), id);
        await until(() =>
          witness
            .messages()
            .some(({ text }) => text?.includes(t.terms.statuses.approved) || text?.includes(id.slice(0, 5))),
        );
      }
      const { items } = await store.incidents.latest({ limit: 10 });
      const [third, second, first] = items;
      expect(first).toMatchObject({
        occurred: { precision: 'unknown', end: '2022-03-27' },
        place: { precision: 'district', region: 'UA-12' },
        munition: 'cluster_munition',
        delivery: 'missile',
        killed: 'unknown',
        injured: 'unknown',
        areas: ['civilian'],
        sources: [{ kind: 'prosecutor', published: '2022-03-27', verified: false }],
        attributions: [{ status: 'alleged' }],
      });
      expect(first?.place.settlement).toBeUndefined();
      expect(second).toMatchObject({
        occurred: { precision: 'unknown', end: '2022-05-11' },
        place: { precision: 'settlement', region: 'UA-23', settlement: { en: 'Malokaterynivka' } },
        delivery: 'rocket_launcher',
        killed: 'unknown',
        injured: { min: 8, max: 8, of: { medics: { min: 3, max: 3 } } },
      });
      expect(third).toMatchObject({
        occurred: { precision: 'unknown', start: '2022-01-01', end: '2022-12-31' },
        place: { region: 'UA-63', settlement: { en: 'Kharkiv' } },
        killed: 'unknown',
        injured: 'unknown',
        sources: [{ kind: 'newsroom', name: 'CNN', verified: true }],
      });

      await reader.send('/latest');
      const list = reader.last();
      const opened: string[] = [list.text ?? ''];
      for (const incident of items) {
        await reader.send('/latest');
        await pressOn(reader, incident.id);
        opened.push(reader.last().text ?? '');
      }
      const [, newest = '', middle = '', oldest = ''] = opened;
      for (const [name, text] of [
        ['C1', oldest],
        ['C2', middle],
        ['C3', newest],
      ] as const) {
        for (const words of told[locale][name].shown) expect(text, `${name}: ${words}`).toContain(words);
        // Whoever's words were typed, only moderators read them.
        const { account } = told[locale][name];
        if (account) expect(text).not.toContain(account);
      }
      await reader.send('/summary');
      await pressOn(reader, 'all');
      expect(reader.last().text).toMatch(/3/);
    });
  },
);

/** How a moderator writes a figure's numbers, as its source says them. */
const amountWords = (amount: object): string => {
  if ('atLeast' in amount) return `at least ${amount.atLeast}`;
  if ('exactly' in amount) return String(amount.exactly);
  return 'words' in amount ? String(amount.words) : '';
};

describe('the figures and follow-ups of others', () => {
  // Long because it is one story, in its order.
  it('are recorded by a moderator, and shown beside the counts with who says so', {
    timeout: 120_000,
  }, async () => {
    const { moderator, reader, store } = await startProduct();
    const fill = async (field: string, words: string) => {
      await pressOn(moderator, `figureField:${field}`);
      await moderator.send(words);
    };
    for (const figure of claims.figures) {
      await moderator.send('/figure');
      await go(moderator, ['newFigure', 'figureField:kind', `figureKind:${figure.source.kind}`]);
      await fill('name', figure.source.name);
      await fill('published', figure.published.split('-').reverse().join('.'));
      await go(moderator, ['figureField:munition', `figureMunition:${figure.munition}`]);
      if (figure.user) await fill('user', figure.user);
      if (figure.area) await fill('area', figure.area);
      if (figure.period)
        await fill(
          'period',
          [figure.period.from, 'to' in figure.period ? figure.period.to : undefined]
            .filter(day => day !== undefined)
            .map(day => day.split('-').reverse().join('.'))
            .join(' – '),
        );
      if (figure.attacks) await fill('attacks', amountWords(figure.attacks));
      if (figure.civilians) {
        await fill('killed', amountWords(figure.civilians.killed));
        await fill('injured', amountWords(figure.civilians.injured));
      }
      await go(moderator, ['saveFigure']);
    }
    const { items: recorded } = await store.figures.list();
    expect(recorded).toHaveLength(claims.figures.length);
    const published = recorded.map(({ id, version, status, recordedAt, by, ...figure }) => figure);
    for (const { source, published: day, period, munition, user, attacks, area, civilians } of claims.figures)
      expect(published).toContainEqual({
        source: expect.objectContaining({ kind: source.kind, name: source.name, published: day }),
        published: day,
        munition,
        period,
        user,
        attacks,
        area,
        killed: civilians?.killed,
        injured: civilians?.injured,
      });
    await reader.send('/summary');
    await pressOn(reader, 'summary:all');
    await pressOn(reader, 'r:figures:0');
    const first = reader.last().text ?? '';
    await pressOn(reader, 'r:figures:1');
    const shown = `${first}${reader.last().text}`.replaceAll(/[\u2068\u2069]/g, '');
    for (const words of [
      'Attacks: at least 24',
      'Attacks: repeatedly',
      'Attacks: several times',
      'Killed (civilians): at least 215',
      'Injured (civilians): 474',
      'used by Ukrainian forces, according to this source',
      'used by Russian forces, according to this source',
      'UN High Commissioner for Human Rights',
      'Cluster Munition Monitor',
      'mostly populated',
    ])
      expect(shown).toContain(words);
  });
});
