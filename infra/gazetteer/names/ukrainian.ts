/**
 * A Ukrainian name back from Latin letters, for settlements that GeoNames has in Latin only. Romanisation loses soft
 * signs and apostrophes and merges й with ї: where that leaves more than one reading, the answer is undefined.
 */

const vowel = '[аеєиіїоуюя]';

/** What the romanisation left open, seen on the Cyrillic draft. `ъ` marks an apostrophe or a soft sign of the source. */
const unsure: readonly RegExp[] = [
  /[^абвгґдеєжзиіїйклмнопрстуфхцчшщьюя' -]/,
  // a soft sign may be missing after these at the end of a word or before a consonant
  /[нтсздцл](?=$|[ -])(?<!(?:ськ|ець|иць|ин|ів|ад|од|ок|іль|піль|ський|цький|ист|іст|яст))/,
  /л(?=[бвгджзкмнпрстфхцчшщ])(?<!іл)/,
  /(?<=[іи])л(?=[бвгджзмпрстфхцчшщ])/,
  /[нтзд](?=[цчк](?!ьк))(?<!(?:він|нн))(?=[цч]|к[^иаоуів])/,
  // an apostrophe may be missing: Мар'янівка, but Верятця
  /[рн](?=[яю])(?<!(?:дн|сн|мн|[аеиіоу]н|вн))(?=[яю](?!$))/,
  /(?<!(?:[кн]ам|лук|зв|^куп))'(?=[яю])/,
  /[іи]я(?=[а-яіїєґ])/,
  // Russian endings
  /(?:ая|оє|єє|ое)$/,
  // сько or ско, цьк or тськ, Зіньків or Зінків
  /ск|(?<!(?:не|ни|лу|ли|ви|ри|ко))цьк|ін(?=к[^и])/,
  // й or ї after a vowel
  new RegExp(`${vowel}Ї`),
];

const pairs: readonly (readonly [RegExp, string])[] = [
  [/shch/g, 'щ'],
  [/zgh/g, 'зг'],
  [/zh/g, 'ж'],
  [/kh/g, 'х'],
  [/ts/g, 'ц'],
  [/ch/g, 'ч'],
  [/sh/g, 'ш'],
];

const single: Readonly<Record<string, string>> = {
  a: 'а',
  b: 'б',
  v: 'в',
  h: 'г',
  d: 'д',
  e: 'е',
  z: 'з',
  i: 'і',
  k: 'к',
  l: 'л',
  m: 'м',
  n: 'н',
  o: 'о',
  p: 'п',
  r: 'р',
  s: 'с',
  t: 'т',
  u: 'у',
  f: 'ф',
  y: 'и',
};

const word = (latin: string): string | undefined => {
  let name = latin.toLowerCase();
  if (/['’]/.test(name)) return undefined;
  for (const [pattern, letter] of pairs) name = name.replace(pattern, letter);
  name = name
    .replace(/(?<=[aeiou])yi$/, 'ї')
    .replace(/(?:yi|yy|yj)$/, 'ий')
    .replace(/(?:ii|iy|ij)$/, 'ій')
    .replace(/^ya/, 'я')
    .replace(/^yu/, 'ю')
    .replace(/^ye/, 'є')
    .replace(/^yi/, 'ї')
    .replace(/^yo/, 'йо')
    .replace(/(?<=[aeiouy])(?:i|yi|y)(?=vk|v$|vts|vsk)/g, 'ї')
    .replace(/(?<=mykha)[iy](?=l)/g, 'й')
    .replace(/(?<=za)[iy](?=ц)/g, 'й')
    .replace(/(?<=[bpvmf])(?:ya|ia)/g, 'ъя')
    .replace(/(?:ya|ia)/g, 'я')
    .replace(/(?<=[bpvmf])(?:yu|iu)/g, 'ъю')
    .replace(/(?:yu|iu)/g, 'ю')
    .replace(/(?:ye|ie)/g, 'є')
    .replace(/yo/g, 'Ї')
    .replace(/(?<=[aeouяює])[iy]/g, 'Ї')
    .replace(/iy|ii|yi|yy/g, 'Ї');
  name = [...name].map(letter => single[letter] ?? letter).join('');
  // what the soft sign's loss leaves certain
  name = name
    .replace(/цк(?=$|ий$|а$|е$|о|і)/g, 'цьк')
    .replace(/(?<!ь)ск(?=$|ий$|а$|е$|і$|о-)/g, 'ськ')
    .replace(/(?<=верх|ниж)но/g, 'ньо')
    .replace(/л(?=ськ)/g, 'ль')
    .replace(/(?<=[еи])ц$/, 'ць')
    .replace(/(?<=і)л(?=[нх]|$|ш)/g, 'ль')
    .replace(/(?<=пі)л$/, 'ль')
    .replace(/(?<=[бпвмфкр])ъ(?=[яю])/g, match => (match === '' ? '' : "'"))
    .replace(/(?<=[сцхтдкг])в'(?=я)/g, 'в')
    .replace(/ъ/g, "'");
  if (unsure.some(pattern => pattern.test(name))) return undefined;
  return latin[0] === latin[0]?.toLowerCase() ? name : name.charAt(0).toUpperCase() + name.slice(1);
};

/** The only Ukrainian reading of a Latin name, or undefined. */
export const ukrainianFrom = (latin: string): string | undefined => {
  const parts = latin.split(/([ -])/).map(part => (part === ' ' || part === '-' ? part : word(part)));
  return parts.some(part => part === undefined || part === '') ? undefined : parts.join('');
};
