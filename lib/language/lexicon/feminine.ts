import type { Row } from './lexicon.ts';

/** The endings of trades and of the women who have them; the second after `/` is the stem of the genitive plural. */
const endings: Readonly<Record<'uk' | 'ru', readonly (readonly [man: RegExp, woman: string])[]>> = {
  uk: [
    [/ник$/, 'ниця/ниць'],
    [/((?:[оеу]|і)р|[иі]ст|[еа]нт|тель|ач|лог)$/, '$1ка/$1ок'],
    [/ар$/, 'арка/арок'],
    [/рик$/, 'ричка/ричок'],
  ],
  ru: [
    [/ник$/, 'ница'],
    [/тель$/, 'тельница'],
    [/(ист|[еа]нт)$/, '$1ка/$1ок'],
    [/([ое]р|арь)$/, '$1ша/$1ш'],
    [/щик$/, 'щица'],
    [/чик$/, 'чица'],
  ],
};

/** The woman of a trade, by the man of it: "двірничка", "кондукторша". Undefined where none is made so. */
const woman = ({ sense, language, part, lemma }: Row): Row | undefined => {
  const [name = ''] = lemma.split(/[+/=]/);
  const isTrade = sense.family === 'who' && sense.value !== 'men' && part === 'n' && !/[ ().|]/.test(lemma);
  if (!isTrade || language === 'en') return undefined;
  const ending = endings[language].find(([man]) => man.test(name));
  if (!ending) return undefined;
  const root = name.replace(ending[0], '');
  const [full = '', plural = ''] = name.replace(...ending).split('/');
  const stem = plural.startsWith(root) || plural === '' ? plural : root + plural;
  const made = stem === '' ? full : `${full}/${stem}`;
  const value = sense.value === 'people' || sense.value === 'he' ? 'women' : sense.value;
  return { sense: { ...sense, value, lemma: full }, language, part, lemma: made };
};

/** Rows of words, with the women of the trades that they name. */
export const withWomen = (rows: readonly Row[]): readonly Row[] => {
  const known = new Set(rows.flatMap(({ sense }) => (sense.family === 'who' ? [sense.lemma] : [])));
  const women = rows.flatMap(row => woman(row) ?? []);
  return [...rows, ...women.filter(({ sense }) => !known.has(sense.lemma))];
};
