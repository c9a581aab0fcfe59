/** A sound that is compared with what was typed. */
export type Misspelling<Entry = unknown> = Readonly<{
  sound: string;
  length: number;
  letters: number;
  entries: readonly Entry[];
}>;

const vowels = new Set(['a', 'e', 'i', 'o', 'u']);

/** Vowels are what spellings and languages differ in most (Николаев, Миколаїв): mistaking them costs less. */
const changeCost = (a: string | undefined, b: string | undefined): number => {
  if (a === b) return 0;
  if (a !== undefined && b !== undefined && vowels.has(a) && vowels.has(b)) return 0.5;
  return 1;
};

/**
 * How many typing errors lie between two skeletons: letters changed, missing, added, or two swapped. Anything above
 * `most` may be answered with any number above it.
 */
export const spellingCost = (a: string, b: string, most: number): number => {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      let cost = Math.min(
        (row[j - 1] ?? 0) + changeCost(a[i - 1], b[j - 1]),
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return least;
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
};
