import { describe, expect, it } from 'vitest';
import { withWomen } from '../../../../lib/language/lexicon/feminine.ts';
import { entriesOf, rowsOf } from '../../../../lib/language/lexicon/lexicon.ts';
import { formsOf } from '../../../../lib/language/lexicon/paradigm.ts';
import { fold } from '../../../../lib/language/text/text.ts';
import { files, words } from '../../../../lib/language/words/index.ts';
import { munitions } from '../../../../lib/report/vocabulary.ts';
import { type Dictionary, loadDictionary } from './dictionary.ts';

const rows = Object.values(files).flatMap(rowsOf);

/** е is written for ё. */
const knows = (dictionary: Dictionary, form: string): boolean =>
  dictionary.knows(form) ||
  [...form].some(
    (letter, at) => letter === 'е' && dictionary.knows(`${form.slice(0, at)}ё${form.slice(at + 1)}`),
  );

describe('the forms of a word', () => {
  it.each([
    { language: 'uk', name: 'dictionary-uk' },
    { language: 'ru', name: 'dictionary-ru' },
  ] as const)('in $language are in a published dictionary, where it has the word', ({ language, name }) => {
    const dictionary = loadDictionary(name);
    expect(dictionary, `${name} is a development dependency`).toBeDefined();
    if (!dictionary) return;
    let [known, all] = [0, 0];
    for (const row of rows) {
      if (row.language !== language || row.part === 'w' || row.lemma.includes(' ')) continue;
      const forms = [...new Set(formsOf(row.lemma, language, row.part).map(({ text }) => text))];
      if (!knows(dictionary, forms[0] ?? '')) continue;
      all += forms.length;
      known += forms.filter(form => knows(dictionary, form)).length;
    }
    console.log(
      `${language}: ${known} of ${all} forms are in ${name} (${((100 * known) / all).toFixed(1)} %)`,
    );
    expect(all).toBeGreaterThan(9000);
    expect(known / all).toBeGreaterThanOrEqual(0.93);
  });

  it('of the women of trades are made, and those that a dictionary has are declined as it has them', () => {
    const women = withWomen(rows).slice(rows.length);
    expect(women.map(({ lemma }) => lemma.split('/')[0])).toEqual(
      expect.arrayContaining([
        'директорка',
        'учителька',
        'працівниця',
        'кондукторша',
        'сотрудница',
        'студентка',
      ]),
    );
    let [known, all] = [0, 0];
    const dictionaries = { uk: loadDictionary('dictionary-uk'), ru: loadDictionary('dictionary-ru') };
    for (const { language, part, lemma } of women) {
      const dictionary = dictionaries[language === 'ru' ? 'ru' : 'uk'];
      const forms = [...new Set(formsOf(lemma, language, part).map(({ text }) => text))];
      if (!dictionary || !knows(dictionary, forms[0] ?? '')) continue;
      all += forms.length;
      known += forms.filter(form => knows(dictionary, form)).length;
    }
    expect(all).toBeGreaterThan(500);
    expect(known / all).toBeGreaterThanOrEqual(0.93);
  });

  it('are all found by the lexicon, which makes them only when a text has what begins like them', () => {
    const lost = rows.flatMap(({ sense, language, part, lemma }) => {
      if (lemma.includes(' ') || (part === 'w' && /[~-]/.test(lemma))) return [];
      const forms = formsOf(lemma, language, part).map(({ text }) => fold(text));
      return forms.filter(form => !entriesOf(words(), form).some(entry => entry.sense.lemma === sense.lemma));
    });
    expect(lost).toEqual([]);
  });

  it.each([
    ['жін(о)ка', 'uk', 'n', 'жінок'],
    ['будин(о)к+у', 'uk', 'n', 'будинком'],
    ['рука', 'uk', 'n', 'руці'],
    ['росіянин', 'uk', 'n', 'росіян'],
    ['ніч+ж/ноч', 'uk', 'n', 'ніччю'],
    ['поранити', 'uk', 'v', 'пораненого'],
    ['евакуювати', 'uk', 'v', 'евакуйовано'],
    ['підірватися/підірв', 'uk', 'v', 'підірветься'],
    ['россиянин', 'ru', 'n', 'россиян'],
    ['ранить', 'ru', 'v', 'ранены'],
    ['осадить', 'ru', 'v', 'осажден'],
    ['hit+t/hit', 'en', 'v', 'hitting'],
    ['woman/women', 'en', 'n', 'women'],
  ] as const)('%s has %s', (lemma, language, part, form) => {
    expect(formsOf(lemma, language, part).map(({ text }) => text)).toContain(form);
  });

  it('tell one from several', () => {
    const number = (form: string) =>
      new Set(
        entriesOf(words(), form)
          .filter(({ sense }) => sense.family === 'who')
          .map(({ number }) => number),
      );
    expect(number('жінку')).toEqual(new Set(['s']));
    expect(number('жінок')).toEqual(new Set(['p']));
    expect(number('жінки')).toEqual(new Set([undefined]));
  });
});

describe('a row of words', () => {
  it('is refused where it cannot be read', () => {
    expect(() => rowsOf('who:women\n  uk x: жінка')).toThrow('No row of words');
    expect(() => rowsOf('  uk n: жінка')).toThrow('No row of words');
  });

  it('names codes that exist', () => {
    const named = rows.filter(({ sense }) => sense.family === 'munition');
    for (const { sense } of named)
      for (const type of sense.value.replace(/[*>].*/, '').split('|')) expect(munitions).toContain(type);
  });
});
