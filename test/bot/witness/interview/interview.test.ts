import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../../bot/telegram/screen.ts';
import type { Input } from '../../../../bot/witness/interview/interview.ts';
import { questions } from '../../../../bot/witness/interview/questions/index.ts';
import { locales } from '../../../../lib/locale.ts';
import { converse, finished, plain } from './conversation.ts';

describe('the interview', () => {
  it('brings the safety text before anything else about an object found, and waits for the word that they are safe', () => {
    const talk = converse('en');
    talk.press('found');
    expect(talk.text()).toContain('Do not touch');
    talk.type('It lies by the road');
    expect(talk.draft().at).toBe('safety');
    talk.press('not_yet');
    expect(talk.draft().at).toBe('safety');
    talk.press('safe');
    expect(talk.draft().at).toBe('place');
  });

  it('keeps what is typed beside an object, and the safety text in sight until they are away', () => {
    const talk = converse('en');
    talk.press('found');
    talk.type('We found a cluster bomblet in the garden in Izium yesterday evening, nobody was hurt');
    talk.type('It is yellow');
    talk.act({ kind: 'evidence', evidence: { kind: 'photo', file: 'sealed' } });
    expect(talk.draft().at).toBe('safety');
    expect(talk.text()).toContain('Do not touch');
    talk.press('safe');
    expect(talk.draft().at).toBe('card');
    expect(talk.draft().answers.account).toContain('bomblet in the garden in Izium');
    expect(talk.draft().answers.account).toContain('It is yellow');
    expect(talk.draft().answers.evidence).toHaveLength(1);
  });

  it('brings the safety text before the card of an account that tells of a found object', () => {
    const talk = converse('en');
    talk.type('Unexploded cluster bomblet found in the garden in Izium yesterday evening, nobody was hurt');
    expect(talk.draft().at).toBe('safety');
  });

  it.each([
    [
      'en',
      'Yesterday evening in Izium, Kharkiv region, I saw cluster munitions from a rocket launcher hit residential houses, many small explosions. 2 killed, 5 injured.',
    ],
    [
      'uk',
      'Вчора ввечері в Ізюмі я бачила, як касетні боєприпаси з РСЗВ влучили в житлові будинки, було багато дрібних вибухів. Двоє загиблих, п’ятеро поранених.',
    ],
    [
      'ru',
      'Вчера вечером в Изюме я видел, как кассетные боеприпасы из РСЗО попали в жилые дома, было много мелких взрывов. Двое погибших, пятеро раненых.',
    ],
    [
      'en',
      'Today at 9:40 a Shahed hit a residential building in Nikopol. I saw it myself: I heard a drone buzzing and then an explosion. One woman was wounded, nobody was killed.',
    ],
    [
      'uk',
      'Сьогодні о 9:40 шахед влучив у житловий будинок у Нікополі, я на власні очі бачила, чула дрон, а потім вибух. Поранено одну жінку, загиблих немає.',
    ],
  ] as const)(
    'takes four presses for a full account in one message, with the consent: %s, %s',
    (locale, account) => {
      const talk = converse(locale);
      talk.type(account);
      const seen: string[] = [];
      // The first press is the consent.
      let count = 1;
      while (!talk.turn().sent && count < 10) {
        talk.passDetails();
        const { at } = talk.draft();
        seen.push(at);
        talk.press({ card: 'right', preview: 'send' }[at] ?? '_none');
        count += 1;
      }
      expect([count, seen]).toEqual([4, ['card', 'evidence', 'preview']]);
    },
  );

  it('keeps all the words of a long text of which the question uses a part', () => {
    const talk = converse('en');
    talk.press('attack');
    talk.press('_none');
    const text =
      'It was yesterday evening, when my neighbour came home and her dog began to bark at the gate';
    talk.type(text);
    expect(talk.draft().answers.occurred).toMatchObject({ part: 'evening' });
    expect(talk.draft().answers.account).toBe(text);
  });

  it('shows a typed place once', () => {
    const talk = converse('en');
    talk.press('attack');
    for (const [typed, line] of [
      ['Kharkiv region', /Kharkiv region \(region only\)/],
      ['asdfqwer', /“.?asdfqwer.?” \(kept as you wrote it\)/],
    ] as const) {
      talk.type(typed);
      if (talk.draft().at === 'region') talk.press('UA-63');
      for (const question of ['time', 'effect']) if (talk.draft().at === question) talk.press('_none');
      talk.press('_back');
      while (talk.draft().at !== 'place') talk.press('_back');
      const said = talk.screen().text.source;
      expect(said).toMatch(line);
      expect(said.split(typed).length - 1).toBe(1);
    }
  });

  it('brings the safety text too when an object turns up later', () => {
    const talk = converse('en');
    talk.press('attack');
    talk.press('_none');
    talk.press('_none');
    talk.press('_none');
    talk.press('scatterable_mine');
    expect(talk.draft().at).toBe('safety');
  });

  it('never gives a date an hour', () => {
    const talk = converse('en');
    talk.press('attack');
    talk.press('_none');
    talk.type('12.05.2022');
    expect(talk.draft().at).toBe('hour');
    talk.press('_none');
    expect(talk.draft().answers.occurred).toMatchObject({
      precision: 'day',
      start: '2022-05-12',
      end: '2022-05-12',
    });
  });

  it('refuses a time to come and keeps asking', () => {
    const talk = converse('en');
    talk.press('attack');
    talk.press('_none');
    talk.type('tomorrow at 10');
    expect(talk.draft().at).toBe('time');
    expect(talk.draft().answers.occurred).toBeUndefined();
  });

  it('keeps a place it does not know as typed, and asks the region', () => {
    const talk = converse('uk');
    talk.press('attack');
    talk.type('Роботине');
    if (talk.draft().at === 'place') talk.press('none_of_these');
    expect(talk.draft().at).toBe('region');
    talk.press('UA-23');
    expect(talk.draft().answers.place).toMatchObject({ region: 'UA-23', words: 'Роботине' });
  });

  it('takes a place that is named where the region is asked, and keeps each region apart from its city', () => {
    for (const locale of locales) {
      const talk = converse(locale);
      talk.press('attack');
      const labels = talk.labels();
      expect(labels.length).toBe(new Set(labels).size);
    }
    const talk = converse('en');
    talk.press('attack');
    talk.type('asdfqwer');
    expect(talk.draft().at).toBe('region');
    talk.type('near Izium');
    expect(talk.draft()).toMatchObject({
      at: 'time',
      answers: { place: { region: 'UA-63', words: 'near Izium' } },
    });
    const other = converse('uk');
    other.press('attack');
    other.type('ыфвафыва');
    other.type('Миколаївка');
    expect(other.draft().at).toBe('place');
    expect(other.labels().length).toBeGreaterThan(3);
  });

  it('shows on the card what several messages said, until it is confirmed', () => {
    const talk = converse('en');
    talk.type('Yesterday evening in Izium there were many small explosions');
    talk.type('2 killed and 5 injured');
    expect(talk.draft().at).toBe('card');
    for (const said of ['Izium', 'Many small explosions', 'Killed', 'Injured'])
      expect(plain(talk.text())).toContain(said);
    talk.press('wrong');
    expect(talk.draft().answers).not.toHaveProperty('killed');
    expect(talk.draft().answers).not.toHaveProperty('effect');
  });

  it('finds a village among more namesakes than there are buttons, once the region is known', () => {
    const talk = converse('uk');
    talk.press('attack');
    talk.type('Миколаївка');
    expect(talk.draft().at).toBe('place');
    talk.press('none_of_these');
    expect(talk.draft().at).toBe('region');
    talk.press('UA-14');
    if (talk.draft().at === 'place') talk.press(talk.labels()[0] ?? '');
    expect(talk.draft().answers.place).toMatchObject({
      region: 'UA-14',
      settlement: { names: { uk: 'Миколаївка' } },
      words: 'Миколаївка',
    });
    expect(talk.draft().at).toBe('time');
  });

  it('says that a button is stale, and moves nothing', () => {
    const talk = converse('en');
    talk.press('attack');
    const before = talk.draft();
    const turn = talk.act({ kind: 'press', at: 'phase', value: 'remnant' });
    expect(turn.alert).toBe(talk.t.witness.staleButton);
    expect(turn.draft).toEqual(before);
  });

  it('keeps photos and long words wherever they come', () => {
    const talk = converse('en');
    talk.press('attack');
    talk.act({ kind: 'evidence', evidence: { kind: 'photo', file: 'sealed' } });
    expect(talk.draft().at).toBe('place');
    expect(talk.draft().answers.evidence).toHaveLength(1);
    talk.press('_none');
    talk.press('_none');
    const words = `${'It was very loud and then there was smoke everywhere around us. '.repeat(5)}`;
    talk.type(words);
    expect(talk.draft().answers.account).toBe(words);
  });

  it('goes back to each question and keeps what was answered there', () => {
    const talk = finished('en');
    const before = talk.draft().answers;
    talk.press('review');
    talk.press('change');
    talk.press('injured');
    for (let i = 0; i < 30 && talk.draft().at !== 'phase'; i += 1) talk.press('_back');
    expect(talk.draft().at).toBe('phase');
    expect(talk.draft().answers).toEqual(before);
    talk.press('_keep');
    expect(talk.draft().at).toBe('preview');
  });

  it('asks a named source for its name, link, date and claim, and bounds an unknown time by the date', () => {
    const talk = converse('en');
    talk.press('attack');
    talk.press('_none');
    talk.press('_none');
    talk.press('_none');
    talk.press('cluster_munition');
    talk.press('missile');
    talk.press('told');
    talk.press('_none');
    talk.press('_none');
    talk.press('only_civilian');
    talk.press('more');
    talk.press('prosecutor');
    talk.type("Prosecutor General's Office of Ukraine");
    talk.type('Telegram post https://t.me/pgo_gov_ua/1');
    talk.type('27.03.2022');
    talk.press('no');
    talk.type('Russian forces');
    talk.press('alleged');
    expect(talk.draft().at).toBe('account');
    expect(talk.draft().answers).toMatchObject({
      source: {
        kind: 'prosecutor',
        name: "Prosecutor General's Office of Ukraine",
        channel: 'Telegram post',
        link: 'https://t.me/pgo_gov_ua/1',
        published: '2022-03-27',
        verified: false,
      },
      attribution: { side: 'Russian forces', status: 'alleged' },
      occurred: { precision: 'unknown', end: '2022-03-27' },
    });
  });

  // Long because it is a list of all that may come.
  it('survives anything that a person or a forged press can do, within the limits of Telegram', () => {
    const values = fc.oneof(
      fc.constantFrom(
        '_back',
        '_none',
        '_keep',
        '_cancel',
        '_go',
        'more',
        'first',
        'done',
        'send',
        'change',
        'preview',
      ),
      fc.constantFrom(
        'attack',
        'remnant',
        'safe',
        'yesterday',
        'calendar',
        '2026-10',
        '2026-13',
        'by_region',
        'UA-63',
      ),
      fc.constantFrom(
        'unknown',
        'cluster_munition',
        '3',
        'several',
        'residential',
        'prosecutor',
        'constructor',
        'option0',
      ),
      fc.string({ maxLength: 20 }),
    );
    const input: fc.Arbitrary<Input | 'button'> = fc.oneof(
      { weight: 6, arbitrary: fc.constant('button' as const) },
      { weight: 2, arbitrary: values.map(value => ({ kind: 'press' as const, at: 'here', value })) },
      fc.string({ unit: 'binary', maxLength: 200 }).map(text => ({ kind: 'text' as const, text })),
      fc
        .constantFrom(
          'вчора о 15:40',
          'Краматорськ',
          '8-10',
          'кілька',
          'не знаю',
          'skip',
          '48.7 37.5',
          'назад',
        )
        .map(text => ({ kind: 'text' as const, text })),
      fc
        .record({
          lat: fc.double({ min: -90, max: 90, noNaN: true }),
          lon: fc.double({ min: -180, max: 180, noNaN: true }),
        })
        .map(point => ({ kind: 'point' as const, point, origin: 'map_pin' as const })),
      fc.constant({ kind: 'evidence' as const, evidence: { kind: 'photo' as const, file: 'sealed' } }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...locales),
        fc.array(fc.tuple(input, fc.nat()), { maxLength: 60 }),
        (locale, inputs) => {
          const talk = converse(locale);
          for (const [one, chosen] of inputs) {
            const buttons = talk.screen().buttons.flat();
            const button = buttons[chosen % buttons.length];
            const [, , , value = ''] = button && 'data' in button ? button.data.split(':') : [];
            if (value === '_discard') continue;
            const at = talk.draft().at;
            const turn =
              one === 'button'
                ? talk.act({ kind: 'press', at, value })
                : talk.act(one.kind === 'press' ? { ...one, at } : one);
            if (!turn.draft) {
              expect(one === 'button' || one.kind === 'press').toBe(true);
              return;
            }
            expect(['review', 'change', 'preview', ...questions.map(({ id }) => id)]).toContain(
              turn.draft.at,
            );
            expect(plain(talk.text()).length).toBeLessThanOrEqual(limits.textLength);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
