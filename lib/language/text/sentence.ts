import type { Piece } from './text.ts';

type Stretch = Readonly<{ from: number; to: number }>;

const ends = new Set(['.', '!', '?', ';', '…']);

/** Abbreviations whose full stop ends no sentence, except as the last word before a capital. */
const abbreviations = new Set(
  (
    'чол чел ос м с смт пгт вул ул обл р рр см т ч г пос бул бульв просп пров пр тис тыс ім им буд кв корп д н хв год ' +
    'incl мин млн mr mrs ms dr st jan feb aug sept oct nov dec approx'
  ).split(' '),
);

/** Stretches up to each token for which `isEnd` holds, which belongs to the stretch that it ends. */
export const cut = (length: number, isEnd: (index: number) => boolean): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let from = 0;
  for (let index = 0; index < length; index++)
    if (index === length - 1 || isEnd(index)) {
      stretches.push({ from, to: index + 1 });
      from = index + 1;
    }
  return stretches;
};

/** The sentences of a text: up to a full stop, a question, an exclamation, a semicolon or a new line. */
export const sentencesOf = (text: string, pieces: readonly Piece[]): readonly Stretch[] =>
  cut(pieces.length, index => {
    const piece = pieces[index];
    const next = pieces[index + 1];
    if (!piece || !next) return true;
    if (text.slice(piece.end, next.start).includes('\n')) return true;
    if (!ends.has(piece.text) || ends.has(next.text)) return false;
    if (piece.text !== '.') return true;
    const before = pieces[index - 1];
    if (before?.kind === 'word' && abbreviations.has(before.text) && before.text.length <= 6) return false;
    // "01.05", "т.д." and names of sites
    return !next.glued || /\p{Lu}/u.test(text[next.start] ?? '');
  });
