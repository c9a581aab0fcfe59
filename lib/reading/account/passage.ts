import { cleanText, type Token, tokens } from '../text.ts';

/** Where words stand in the clean text (UTF-16 offsets, end exclusive). */
export type Span = Readonly<{ start: number; end: number }>;

/** Tokens `from` (inclusive) to `to` (exclusive) that belong together. */
export type Stretch = Readonly<{ from: number; to: number }>;

/** A long text in sentences and clauses: what is said in one of them is rarely about another. */
export type Passage = Readonly<{
  text: string;
  tokens: readonly Token[];
  sentences: readonly Stretch[];
  clauses: readonly Stretch[];
  /** The first sentence that is no greeting. */
  opening: Stretch;
}>;

const sentenceEnds = new Set(['.', '!', '?', ';', '…']);
const clauseEnds = new Set([',', ':', '(', ')']);
/** Abbreviations whose full stop ends no sentence. */
const abbreviations = new Set(
  'чол чел ос м с смт вул обл р рр см т ч ул г пос бул просп пр тис ім н е mr mrs st dr'.split(' '),
);

const greetings =
  /^(добр|вітаю|привіт|привет|здрастуй|здравствуй|слава|алло|hello|hi|hey|good|dear|шановн|уважаем|люди)/;

const cut = (list: readonly Token[], isEnd: (index: number) => boolean): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  let from = 0;
  for (const index of list.keys())
    if (isEnd(index) || index === list.length - 1) {
      stretches.push({ from, to: index + 1 });
      from = index + 1;
    }
  return stretches;
};

export const passage = (text: string): Passage => {
  const clean = cleanText(text);
  const list = tokens(clean);
  const endsSentence = (index: number): boolean => {
    const token = list[index];
    const next = list[index + 1];
    if (!token || !next) return true;
    if (clean.slice(token.end, next.start).includes('\n')) return true;
    if (!sentenceEnds.has(token.text)) return false;
    if (token.text !== '.') return true;
    const before = list[index - 1];
    return !next.glued && !(before?.kind === 'word' && abbreviations.has(before.text));
  };
  const endsClause = (index: number): boolean =>
    endsSentence(index) || clauseEnds.has(list[index]?.text ?? '');
  const sentences = cut(list, endsSentence);
  const isGreeting = ({ from, to }: Stretch): boolean =>
    to - from <= 5 && greetings.test(list[from]?.text ?? '');
  const opening = sentences.find(sentence => !isGreeting(sentence)) ?? { from: 0, to: list.length };
  return { text: clean, tokens: list, sentences, clauses: cut(list, endsClause), opening };
};

/** The words of a stretch as typed. */
export const spanOf = ({ tokens: list }: Passage, { from, to }: Stretch): Span => ({
  start: list[from]?.start ?? 0,
  end: list[to - 1]?.end ?? 0,
});

/** The sentence or clause that a token belongs to. */
export const around = (stretches: readonly Stretch[], index: number): Stretch =>
  stretches.find(({ from, to }) => from <= index && index < to) ?? { from: index, to: index + 1 };

/** The passage with some tokens made meaningless, so that "С-300" or "14:30" counts nobody. */
export const without = (whole: Passage, taken: readonly Stretch[]): Passage => ({
  ...whole,
  tokens: whole.tokens.map((token, index) =>
    taken.some(({ from, to }) => from <= index && index < to)
      ? { ...token, kind: 'word' as const, text: '\u0000' }
      : token,
  ),
});
