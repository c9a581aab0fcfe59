import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../../lib/locale.ts';
import type { Draft } from '../../../../lib/report/draft.ts';
import { converse, emptyDraft } from './conversation.ts';

const curtains = {
  en: [
    'I had just drawn the curtains and my grandmother was asleep in the other room, the fridge kept droning as it always does at night',
    'The bus had not come that day and my sister had walked home past the market and the old school in the rain',
    'You know, I have lived here for forty years, my husband built this kitchen himself in 1987 and died two years ago, God rest him',
  ],
  uk: [
    'Я щойно запнула штори, бабуся спала в сусідній кімнаті, холодильник гудів, як завжди вночі, і раптом усе затихло',
    'Автобус так і не прийшов тоді і сестра йшла пішки повз ринок та стару школу під дощем, несла торби',
    'У сусідів у підвалі тепліше, ніж у нас, і нас кликали туди, але мама не хотіла йти сходами вночі',
  ],
  ru: [
    'Я как раз задёрнула шторы, бабушка спала в соседней комнате, холодильник гудел, как всегда ночью, и вдруг всё стихло',
    'Автобус так и не пришёл тогда и сестра шла пешком мимо рынка и старой школы под дождём, несла сумки',
    'Мы с мужем прожили здесь сорок лет, он сам сделал эту кухню, два года назад умер, царство ему небесное',
  ],
} as const;

describe('a long text at a single question', () => {
  const day = { precision: 'day', start: '2026-11-22', end: '2026-11-22', zone: 'Europe/Kyiv' } as const;
  const before: Readonly<Record<string, Draft['answers']>> = {
    phase: {},
    place: { phase: 'attack' },
    region: { phase: 'attack', place: { precision: 'settlement', origin: 'typed', words: 'Nowhere' } },
    time: { phase: 'attack' },
    hour: { phase: 'attack', occurred: { ...day, words: '' } },
    effect: { phase: 'attack' },
    munition: { phase: 'attack' },
    delivery: { phase: 'attack', munition: 'cluster_munition' },
    knownBy: { phase: 'attack', munition: 'cluster_munition' },
    killed: { phase: 'attack' },
    injured: { phase: 'attack' },
    areas: { phase: 'attack' },
    source: { phase: 'attack' },
    sourceDate: { phase: 'attack', source: { kind: 'newsroom' } },
    sourceVerified: { phase: 'attack', source: { kind: 'newsroom' } },
  };

  it.each(Object.entries(curtains) as [Locale, readonly string[]][])(
    'that tells of something else answers nothing unasked, and is kept, in %s',
    (locale, texts) => {
      for (const [at, answers] of Object.entries(before))
        for (const text of texts) {
          const talk = converse(locale, { ...emptyDraft, at, answers });
          talk.type(text);
          expect([at, text, talk.draft().answers]).toEqual([at, text, { ...answers, account: text }]);
        }
    },
  );

  it('answers with its first words, or where the whole says the same', () => {
    const cases = [
      ['killed', 'трое, мама с двумя детьми, они шли из магазина и не успели спрятаться', { min: 3, max: 3 }],
      [
        'killed',
        'Двоє загинуло, сусід дядько Петро і його дружина, вони стояли біля паркану',
        { min: 2, max: 2 },
      ],
      ['injured', '8, three of them medics who had come with the first ambulance', { min: 8, max: 8 }],
      [
        'injured',
        'nobody was hurt thank God, everyone was in the cellar at the time of the strike',
        { min: 0, max: 0 },
      ],
    ] as const;
    for (const [at, text, count] of cases) {
      const talk = converse('en', { ...emptyDraft, at, answers: { phase: 'attack' } });
      talk.type(text);
      expect([text, talk.draft().answers[at]]).toEqual([text, expect.objectContaining(count)]);
    }
  });

  it('offers what may answer it as a choice', () => {
    const talk = converse('uk', { ...emptyDraft, at: 'munition', answers: { phase: 'attack' } });
    talk.type(
      'Автобус так і не прийшов тоді і сестра йшла пішки повз ринок та стару школу під дощем, несла торби',
    );
    expect(talk.draft().at).toBe('munition');
    expect(talk.draft().answers.munition).toBeUndefined();
  });

  it('names the place where the whole says the same, and nobody else’s place', () => {
    const nowhere = { precision: 'settlement', origin: 'typed', words: 'Nowhere' } as const;
    const cases = [
      [
        undefined,
        'Вчора обстріляли Чугуїв, снаряди лягли просто біля школи, у сусідів вибило шибки',
        'UA-63',
      ],
      [undefined, 'https://www.google.com/maps/place/somewhere/@49.9935,36.2304,17z/data=!3m1!4b1', 'UA-63'],
      [undefined, 'My neighbour has a sister in Odesa region, she called me and cried, she always cries', 0],
      [nowhere, 'У сусідки сестра живе в Одеській області, дзвонила того ж вечора, вона завжди плаче', 0],
      [nowhere, 'Мій брат давно переїхав до Львова, а тітка родом із Полтави, тож удома не було нікого', 0],
      [
        nowhere,
        'Це Харківська область, а точніше не скажу, бо везли нас уночі і я не бачила вказівників',
        'UA-63',
      ],
    ] as const;
    for (const [place, text, region] of cases) {
      const at = place ? 'region' : 'place';
      const talk = converse('uk', { ...emptyDraft, at, answers: { phase: 'attack', place } });
      talk.type(text);
      const { answers } = talk.draft();
      expect([text, answers.place?.region ?? 0]).toEqual([text, region]);
      if (region === 0) expect([talk.draft().at, answers.account]).toEqual([at, text]);
    }
  });

  it('offers the place that it begins with', () => {
    const talk = converse('en', { ...emptyDraft, at: 'place', answers: { phase: 'attack' } });
    talk.type('Kramatorsk, the railway station, there were many people waiting for the train');
    expect([talk.draft().at, talk.draft().answers.place]).toEqual(['place', undefined]);
    const [kramatorsk = ''] = talk.labels();
    expect(kramatorsk).toContain('Kramatorsk');
    talk.press(kramatorsk);
    expect(talk.draft().answers.place).toMatchObject({ region: 'UA-14' });
  });
});
