/**
 * One name in many spellings: Ukrainian, Russian and Latin letters, apostrophes and hyphens, keyboard layouts.
 * Everything here is about letters only: it knows no settlement.
 */

/** Everything that people type where an apostrophe belongs. */
const apostrophes = /['’ʼ`´‘′"*ʹ]/g;
const marks = /[\u0300-\u036f]/g;

/** Latin letters that look like Cyrillic ones, as typed by mistake within a Cyrillic word. */
export const lookAlikes: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  i: 'і',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  ï: 'ї',
};

const isCyrillic = (text: string): boolean => /[а-яёіїєґ]/i.test(text);

const repairWord = (word: string): string => {
  const cyrillic = word.match(/[а-яёіїєґ]/g)?.length ?? 0;
  const latin = word.match(/[a-zï]/g)?.length ?? 0;
  if (cyrillic === 0 || latin === 0 || cyrillic < latin) return word;
  return word.replace(/[a-zï]/g, letter => lookAlikes[letter] ?? letter);
};

/**
 * A name as it is compared: lower case, no apostrophes and accents, hyphens as spaces, `ё` as `е`, `ґ` as `г`, and
 * Latin letters within a Cyrillic word put right. Words stay apart by one space.
 */
export const normalise = (text: string): string => {
  const lower = text.toLowerCase();
  return plainWords.test(lower) ? lower : normaliseAll(lower);
};

const plainWords = /^(?:[a-z]+(?: [a-z]+)*|[а-яіїє]+(?: [а-яіїє]+)*)$/;

const normaliseAll = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[ёëґ]/g, letter => (letter === 'ґ' ? 'г' : 'е'))
    .replace(apostrophes, '')
    .replace(/[\p{L}\p{M}\p{N}]+/gu, word => repairWord(word))
    .replace(/[іїйєа-яa-z]?[\u0300-\u036f]/g, letter => letter.replace(marks, ''))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The key under which a name is looked up: as {@link normalise}, without the spaces (Новий Світ = Новийсвіт). */
export const nameKey = (text: string): string => normalise(text).replaceAll(' ', '');

const plainLatin: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ı: 'i',
  ß: 'ss',
  æ: 'e',
  œ: 'e',
  š: 'S',
  ś: 'S',
  ž: 'Z',
  ż: 'Z',
  ź: 'Z',
  č: 'Q',
  ć: 'Q',
};

/** A table of letters, written as "letter=spelling" pairs. */
const letterTable = (pairs: string): Readonly<Record<string, string>> =>
  Object.fromEntries(pairs.split(' ').map(pair => pair.split('=')));

const cyrillicSounds = letterTable(
  'а=a б=b в=v г=g ґ=g д=d е=e є=ie ё=e ж=Z з=z и=i і=i ї=i й=i к=k л=l м=m н=n о=o ' +
    'п=p р=r с=s т=t у=u ф=f х=H ц=C ч=Q ш=S щ=S ь= ъ= ы=i э=e ю=iu я=ia ў=v ј=i',
);

/** Latin letters that stand for one sound together. */
const latinGroups: ReadonlyMap<string, string> = new Map([
  ['shch', 'S'],
  ['szcz', 'S'],
  ['sch', 'S'],
  ['tch', 'Q'],
  ['zgh', 'zg'],
  ['sh', 'S'],
  ['sz', 'S'],
  ['cz', 'Q'],
  ['zh', 'Z'],
  ['kh', 'H'],
  ['ch', 'Q'],
  ['ts', 'C'],
  ['tz', 'C'],
  ['ph', 'f'],
  ['ck', 'k'],
]);
const latinSounds: Readonly<Record<string, string>> = {
  c: 'C',
  h: 'g',
  j: 'i',
  q: 'k',
  w: 'v',
  x: 'ks',
  y: 'i',
};

const letterSounds: ReadonlyMap<string, string> = new Map(
  Object.entries({ ...latinSounds, ...plainLatin, ...cyrillicSounds }),
);

/** The sound at a position of a key, and how many letters it takes. */
const soundAt = (key: string, at: number): readonly [sound: string, length: number] => {
  const letter = key.charAt(at);
  if ('stczkp'.includes(letter))
    for (let length = Math.min(4, key.length - at); length >= 2; length--) {
      const sound = latinGroups.get(key.slice(at, at + length));
      if (sound !== undefined) return [sound, length];
    }
  const sound = letterSounds.get(letter);
  if (sound !== undefined) return [sound, 1];
  if (/[a-z0-9]/.test(letter)) return [letter, 1];
  const plain = letter.normalize('NFD').charAt(0);
  return [/[a-z]/.test(plain) ? (letterSounds.get(plain) ?? plain) : '', 1];
};

const skeletonOf = (key: string): string => {
  let skeleton = '';
  for (let at = 0; at < key.length; ) {
    const [sounds, length] = soundAt(key, at);
    at += length;
    for (const sound of sounds) {
      // й, ь and their kin before a vowel, doubled letters, and тс for ц are spelling, not sound
      if (skeleton.endsWith('i') && 'aeou'.includes(sound)) skeleton = skeleton.slice(0, -1);
      if (skeleton.endsWith('t') && sound === 'C') skeleton = skeleton.slice(0, -1);
      if (!skeleton.endsWith(sound)) skeleton += sound;
    }
  }
  return skeleton;
};

/**
 * What is left of a name when all romanisations and both Cyrillic spellings are made alike: Малокатеринівка,
 * Malokaterynivka and Malokaterinivka give one skeleton. It is an ASCII word, not meant to be read.
 */
export const skeleton = (text: string): string => skeletonOf(nameKey(text));

const romanLetters = letterTable(
  'а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z и=y і=i ї=i й=i к=k л=l м=m ' +
    'н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь= ю=iu я=ia',
);
const romanInitials: Readonly<Record<string, string>> = { є: 'ye', ї: 'yi', й: 'y', ю: 'yu', я: 'ya' };

/** A Ukrainian name in Latin letters by the national standard of 2010 (Cabinet resolution 55). */
export const romanise = (ukrainian: string): string =>
  ukrainian.replace(apostrophes, '').replace(/[\p{L}]+/gu, word => {
    const letters = [...word.toLowerCase()].map((letter, at, all) => {
      if (letter === 'г' && all[at - 1] === 'з') return 'gh';
      return (at === 0 ? romanInitials[letter] : undefined) ?? romanLetters[letter] ?? letter;
    });
    const roman = letters.join('');
    return word[0] === word[0]?.toLowerCase() ? roman : roman.charAt(0).toUpperCase() + roman.slice(1);
  });

const latinKeys = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`";
const ukrainianKeys = "йцукенгшщзхїфівапролджєячсмитьбю'";
const russianKeys = 'йцукенгшщзхъфывапролджэячсмитьбюё';

/** What the keys give with Shift: "{fhrsd" is "Харків". */
const shiftedKeys: Readonly<Record<string, string>> = {
  '{': '[',
  '}': ']',
  ':': ';',
  '"': "'",
  '<': ',',
  '>': '.',
  '~': '`',
};

const retype = (text: string, from: string, to: string): string =>
  [...text.toLowerCase()].map(letter => to[from.indexOf(shiftedKeys[letter] ?? letter)] ?? letter).join('');

/** What was meant if the wrong keyboard layout was on: Cyrillic typed on Latin keys, or the reverse. Offer it only. */
export const otherLayouts = (text: string): readonly string[] =>
  isCyrillic(text)
    ? [...new Set([retype(text, ukrainianKeys, latinKeys), retype(text, russianKeys, latinKeys)])]
    : [...new Set([retype(text, latinKeys, ukrainianKeys), retype(text, latinKeys, russianKeys)])];
