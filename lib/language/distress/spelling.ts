const apostrophes = /['’‘ʼʻ`´′]/g;
/** One letter is wrong, missing or too much, or two neighbours are exchanged. */
export const isLetterAway = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let same = 0;
  while (same < a.length && a[same] === b[same]) same++;
  const [restA, restB] = [a.slice(same), b.slice(same)];
  return (
    restA.slice(1) === restB.slice(1) ||
    restA.slice(1) === restB ||
    restA === restB.slice(1) ||
    (restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0])
  );
};

export const isLatin = (word: string): boolean => /^[a-z]/i.test(word);

/** English is not folded like the others, and told apart from what they are folded to. */
export const englishKey = (word: string): string =>
  `~${word
    .toLowerCase()
    .replace(apostrophes, '')
    .replace(/(.)\1{2,}/g, '$1')}`;

/** Cyrillic letters as people write them in Latin. */
const romanisation: Readonly<Record<string, string>> = Object.fromEntries(
  'аa бb вv гh ґh дd еe єye ёe жzh зz иi іi їi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щsh ь ъ ыi эe юyu яya'
    .split(' ')
    .map(([letter = '', ...latin]) => [letter, latin.join('')]),
);

/** Letters written with two or more, each as a letter that is used for nothing else here. */
const digraphs = /shch|sch|sh|zh|ch|kh/g;
const digraphLetters: Readonly<Record<string, string>> = {
  shch: 'w',
  sch: 'w',
  sh: 'w',
  zh: '3',
  ch: 'q',
  kh: 'h',
};
const alike: Readonly<Record<string, string>> = { g: 'h', x: 'h', y: 'i', j: 'i', o: 'a' };

/** A word in the one spelling in which words are compared: Latin, without what people mix up, leave out or repeat. */
export const keyOf = (word: string): string => {
  let latin = '';
  for (const letter of word.toLowerCase().replace(apostrophes, '')) latin += romanisation[letter] ?? letter;
  // "Я" stays apart from "а".
  if (latin.length < 3) return latin;
  const single = latin.replaceAll('w', 'v').replace(digraphs, letters => digraphLetters[letters] ?? letters);
  let key = '';
  for (let at = 0; at < single.length; at++) {
    const letter = single[at] ?? '';
    if ('yij'.includes(letter) && vowels.has(single[at + 1] ?? '')) continue;
    const folded = alike[letter] ?? letter;
    if (folded !== key.at(-1)) key += folded;
  }
  return key;
};

const vowels: ReadonlySet<string> = new Set('aeou');

export const entryKey = (entry: string): string => (isLatin(entry) ? englishKey(entry) : keyOf(entry));
