import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPassage } from '../../../../lib/language/passage/passage.ts';

const clauses = (text: string) => {
  const passage = readPassage(text);
  return passage.clauses.map(({ from, to, mood, unknown, earlier, total }) => {
    const first = passage.tokens[from]?.start ?? 0;
    const last = passage.tokens[to - 1]?.end ?? 0;
    const marks = [mood, unknown && 'unknown', earlier && 'earlier', total && 'total'].filter(Boolean);
    return `${marks.join(' ')}: ${passage.text.slice(first, last)}`;
  });
};

describe('the passage', () => {
  it('parts clauses, and says what each does with what it says', () => {
    expect(
      clauses(
        'Якби не підвал, ми б загинули. Чи є поранені? Двоє вбиті, але ніхто не знає, скільки поранених',
      ),
    ).toEqual([
      'supposed: Якби не підвал,',
      'supposed: ми б загинули.',
      'asked: Чи є поранені?',
      'asserted: Двоє вбиті,',
      'asserted unknown: але ніхто не знає,',
      'asserted: скільки поранених',
    ]);
    expect(clauses('Сподіваюся, всі живі, але двоє загинули')).toEqual([
      'wished: Сподіваюся,',
      'wished: всі живі,',
      'asserted: але двоє загинули',
    ]);
    expect(clauses('За добу 5 загиблих. Минулого разу теж загинуло троє')).toEqual([
      'asserted total: За добу 5 загиблих.',
      'asserted earlier: Минулого разу теж загинуло троє',
    ]);
  });

  it.each([
    ['двадцять п’ять', 25],
    ['сто двадцять', 120],
    ['1 200', 1200],
    ['восьмеро', 8],
    ['пів десятка', 5],
    ['one hundred and five', 105],
  ])('knows the number %s', (text, value) => {
    expect(readPassage(text).numbers.get(0)).toMatchObject({ value });
  });

  it('finds a word in any of its forms, in surzhyk, and in Latin letters', () => {
    const family = (text: string) =>
      readPassage(text)
        .all('harm')
        .map(({ value }) => value);
    for (const text of ['поранених', 'пораненими', 'раненный', 'поранєний', 'poraneni', 'ПОРАНЕНО'])
      expect(family(text)).toEqual(['injured']);
  });

  it('ends no sentence at an abbreviation, a date or a number', () => {
    const count = (text: string) => readPassage(text).sentences.length;
    expect(count('с. Борщова, вул. Миру 5, 01.05.2026 о 17.30')).toBe(1);
    expect(count('Загинув один. Двоє поранених!\nБудинок згорів')).toBe(3);
  });

  it('holds every token in one sentence and one clause, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), text => {
        const { text: clean, tokens, sentences, clauses } = readPassage(text);
        let end = 0;
        for (const token of tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(clean.slice(token.start, token.end)).not.toBe('');
          end = token.end;
        }
        for (const list of [sentences, clauses]) {
          expect(
            list.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)),
          ).toEqual([...tokens.keys()]);
        }
      }),
    );
  });
});
