/** How far an import is: a bar that is drawn again on a terminal, a line now and then elsewhere. */
type Progress = Readonly<{ show: (share: number, rows: number) => void; end: () => void }>;

type Output = Readonly<{ isTTY?: boolean; write: (text: string) => unknown }>;

const width = 30;
const drawEveryMs = 200;
const lineEveryMs = 10_000;

/** `now` in milliseconds. */
export const createProgress = (
  output: Output,
  now: () => number = performance.now.bind(performance),
): Progress => {
  const start = now();
  let last = start;
  const text = (share: number, rows: number): string => {
    const perSecond = Math.round(rows / Math.max(1, (now() - start) / 1000));
    return `${String(Math.floor(share * 100)).padStart(3)} %  ${rows} rows, ${perSecond} a second`;
  };
  return {
    show: (share, rows) => {
      const time = now();
      if (time - last < (output.isTTY ? drawEveryMs : lineEveryMs)) return;
      last = time;
      const full = Math.round(share * width);
      if (output.isTTY)
        output.write(`\r[${'#'.repeat(full)}${'.'.repeat(width - full)}] ${text(share, rows)}\u001b[K`);
      else output.write(`${text(share, rows).trim()}\n`);
    },
    end: () => {
      if (output.isTTY) output.write('\r\u001b[K');
    },
  };
};
