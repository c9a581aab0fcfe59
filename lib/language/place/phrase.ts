import { cleanText, type Piece, piecesOf } from '../text/text.ts';
import { addressWords, connectors, fillers, streetWords } from './words.ts';

/** One word of a person's answer. `clause` counts the commas before it. */
export type Token = Readonly<{ word: string; clause: number }>;

const parting = /^[,;()/|]$/;

/** The words of an answer: pieces of the clean text, as everything that reads words has them; "р-н" is "район". */
export const tokensOf = (text: string): readonly Token[] => {
  const clean = cleanText(text);
  const pieces = piecesOf(clean);
  const tokens: Token[] = [];
  let clause = 0;
  for (let at = 0; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece) break;
    if (clean.slice(pieces[at - 1]?.end ?? 0, piece.start).includes('\n')) clause++;
    if (piece.kind === 'mark') {
      if (parting.test(piece.text)) clause++;
      continue;
    }
    const end = shortDistrict(pieces, at);
    tokens.push({ word: end ? 'район' : piece.text, clause });
    if (end) at = end;
  }
  return tokens;
};

/** Where "р-н" or "р.н" ends, if it begins here. */
const shortDistrict = (pieces: readonly Piece[], at: number): number | undefined =>
  pieces[at]?.text === 'р' && /^[-.]$/.test(pieces[at + 1]?.text ?? '') && pieces[at + 2]?.text === 'н'
    ? at + 2
    : undefined;

/** Positions of the words that are an address: "вул. Сумська 12", "Sumska street", "буд. 5". */
export const addressPositions = (tokens: readonly Token[]): ReadonlySet<number> => {
  const taken = new Set<number>();
  tokens.forEach(({ word, clause }, at) => {
    if (/^\d+\p{L}?$/u.test(word) && taken.has(at - 1)) taken.add(at);
    if (!streetWords.has(word)) {
      if (addressWords.has(word)) taken.add(at);
      return;
    }
    taken.add(at);
    const before = tokens[at - 1];
    const after = tokens[at + 1];
    // English and some Cyrillic streets go first: "Sumska street", "Соборна вулиця"
    if (after === undefined || after.clause !== clause || fillers.has(after.word)) {
      if (before !== undefined && before.clause === clause && !fillers.has(before.word)) taken.add(at - 1);
      return;
    }
    // The name of the street is all that stands before the next comma, or one word when there is no comma.
    const rest = tokens.findIndex((token, other) => other > at && token.clause !== clause);
    const endOfAll = clause === 0 ? at + 2 : tokens.length;
    const end = rest === -1 ? endOfAll : rest;
    for (let other = at + 1; other < end; other++) taken.add(other);
    if (/^\d+\p{L}?$/u.test(tokens[end]?.word ?? '')) taken.add(end);
  });
  return taken;
};

/** Words that stand together and may be one name: commas, prepositions and other small words part them. */
export type Run = Readonly<{ words: readonly string[]; from: number; clause: number }>;

/** The stretches of words that may be names: of one clause each, without what was taken, numbers, and words between names. */
export const runsOf = (tokens: readonly Token[], taken: ReadonlySet<number>): readonly Run[] => {
  const runs: { words: string[]; from: number; clause: number }[] = [];
  let open: { words: string[]; from: number; clause: number } | undefined;
  tokens.forEach(({ word, clause }, at) => {
    const isName = !taken.has(at) && !fillers.has(word) && !connectors.has(word) && !/^\d+$/.test(word);
    if (!isName || open?.clause !== clause) open = undefined;
    if (!isName) return;
    if (open === undefined) {
      open = { words: [], from: at, clause };
      runs.push(open);
    }
    open.words.push(word);
  });
  return runs;
};
