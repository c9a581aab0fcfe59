import { expect, test } from 'vitest';
import { chooseNames } from '../../../infra/gazetteer/names/names.ts';

/** What GeoNames lists: the names of all languages in Cyrillic letters together. */
test.each([
  ['Kharkiv', ['Харков', 'Харків', 'Харьков'], 'Харьков'],
  ['Luhansk', ['Луганск', 'Луганськ', 'Луганьск'], 'Луганск'],
  ['Uman', ['Умань', 'Уман'], 'Умань'],
  ['Nova Odesa', ['Нова Одеса', 'Новая Одесса'], 'Новая Одесса'],
  ['Rava-Ruska', ['Рава-Русская', 'Рава-Руська'], 'Рава-Русская'],
  ['Sadove', ['Садове', 'Садовэ', 'Садови'], 'Садове'],
])('the Russian name of %s among %j is %s', (latin, listed, russian) => {
  expect(chooseNames('UA', [latin], listed).names.ru).toBe(russian);
});
