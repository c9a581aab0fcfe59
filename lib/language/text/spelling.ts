/** Letters of both alphabets, and the groups of Latin letters that stand for one Cyrillic letter, in one spelling. */
const letters: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'а=a б=b в=v г=h ґ=h д=d е=e є=e ё=e э=e ж=Z з=z и=i і=i ї=i ы=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ' +
    'ф=f х=x ц=C ч=Q ш=S щ=S ь= ъ= ю=U я=A g=h w=v y=i j=i q=k'
  )
    .split(' ')
    .map(pair => pair.split('=')),
);
const groups: readonly (readonly [string, string])[] = [
  ['shch', 'S'],
  ['zh', 'Z'],
  ['kh', 'x'],
  ['ts', 'C'],
  ['ch', 'Q'],
  ['sh', 'S'],
  ['iu', 'U'],
  ['yu', 'U'],
  ['ia', 'A'],
  ['ya', 'A'],
  ['ye', 'e'],
  ['yi', 'i'],
];

/** The sound of each letter by its code; undefined for what is no letter here. */
const sounds: readonly (string | undefined)[] = (() => {
  const table: (string | undefined)[] = [];
  for (const [letter, sound] of Object.entries({ ...letters, "'": '' })) table[letter.charCodeAt(0)] = sound;
  return table;
})();

const isLatin = (code: number): boolean => code >= 97 && code <= 122;

/**
 * One spelling for a word of Ukrainian, Russian, a mixture of both, or either in Latin letters: прилет, прилёт, prylit are
 * not one, but прилет, прилёт, prilet are. Linear in the word.
 */
export const spellingKey = (word: string): string => {
  let key = '';
  let last = '';
  for (let at = 0; at < word.length; ) {
    const code = word.charCodeAt(at);
    const group = isLatin(code) ? groups.find(([latin]) => word.startsWith(latin, at)) : undefined;
    const sound = group ? group[1] : (sounds[code] ?? word.charAt(at));
    at += group ? group[0].length : 1;
    if (sound === '' || sound === last) continue;
    key += sound;
    last = sound;
  }
  return key;
};

/** Whether two words differ by at most one letter added, dropped, changed or swapped with its neighbour. */
export const nearlySame = (a: string, b: string): boolean => {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  const most = Math.min(a.length, b.length) - head;
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const left = a.slice(head, a.length - tail);
  const right = b.slice(head, b.length - tail);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
};
