/** Prints rows below a head, in columns as wide as they must be; numbers to the right. */
export const printTable = (head: readonly string[], rows: readonly (readonly string[])[]): void => {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map(row => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) =>
        /^[\d.,]/.test(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const rule = widths.map(width => '-'.repeat(width)).join('  ');
  process.stdout.write(`${[line(head), rule, ...rows.map(line)].join('\n')}\n\n`);
};

/** `within` or `over`, for a value that must not be above its budget. */
export const mark = (value: number, budget: number): string => (value <= budget ? 'within' : 'OVER');

/** With one digit after the point where there is something after it. */
export const digits = (value: number): string => String(Math.round(value * 10) / 10);

export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
};
