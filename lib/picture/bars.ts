import { ticks } from 'd3-array';
import { bodyBox, type Caption, footer, header, pictureWidth, sizes } from './frame.ts';
import { type Box, boxOf, type Mark, type Scene } from './mark.ts';
import { type Fonts, paragraph, textMark, wrap } from './text.ts';
import type { Theme } from './theme.ts';

/**
 * One bar: at least `least`, at most `most` where sources give ranges; `isOpen`: some give no upper bound. `unknown`: something
 * happened, and nobody says how many, which is not zero. Undefined: nothing is counted there.
 */
export type Bar = Readonly<{ least: number; most: number; isOpen: boolean } | 'unknown'> | undefined;

/** A row of bars with a scale of its own, under words that say what they add up to. */
type Panel = Readonly<{
  name: 'incidents' | 'killed' | 'injured';
  title: string;
  bars: readonly Bar[];
}>;

/** Bars by day, month or year. Panels are never stacked: killed and injured are counted apart. */
export type BarsModel = Readonly<{
  kind: 'bars';
  caption: Caption;
  /** Of each bar; `above` where a longer stretch (a month, a year) begins. */
  labels: readonly Readonly<{ text: string; above?: string | undefined }>[];
  panels: readonly Panel[];
  /** What marks beside the bars mean, of those that there are. */
  words: Readonly<{ whisker: string; open: string; unknown: string; digits: (n: number) => string }>;
}>;

/** A bar as it was drawn, for whoever checks it. */
type DrawnBar = Readonly<{
  panel: Panel['name'];
  at: number;
  box: Box;
  whiskerTop: number | undefined;
}>;

const panelHeight = 205;
const panelGap = 26;
const widestBar = 90;
const mostTitleLines = 4;
const whiskerWidth = 3;

export const barsScene = (
  model: BarsModel,
  { fonts, theme }: Readonly<{ fonts: Fonts; theme: Theme }>,
): Scene & Readonly<{ body: Box; bars: readonly DrawnBar[] }> => {
  const head = header(fonts, model.caption);
  const columns = columnsOf(fonts, model);
  let { bottom } = head;
  const drawn: DrawnBar[] = [];
  const marks: Mark[] = [];
  const isEmpty = model.panels.every(({ bars }) => bars.every(bar => bar === undefined));
  const panels = model.panels.filter(({ name }) => !isEmpty || name !== 'incidents');
  for (const panel of panels) {
    // An empty plot below a number would say that there is none.
    const part = isEmpty
      ? titleOf(fonts, panel, bottom)
      : drawPanel(fonts, panel, model.words, { top: bottom, columns });
    marks.push(...part.marks);
    drawn.push(...part.bars);
    bottom = part.bottom + panelGap;
  }
  const axis = isEmpty
    ? { marks: [], bottom: bottom - panelGap }
    : axisMarks(fonts, model.labels, { top: bottom - panelGap, columns });
  const key = keyMarks(fonts, model, axis.bottom + 10);
  const foot = footer(fonts, model.caption, key.bottom);
  return {
    width: pictureWidth,
    height: Math.ceil(foot.bottom),
    theme,
    body: bodyBox(head.bottom, axis.bottom - head.bottom),
    bars: drawn,
    marks: [...head.marks, ...marks, ...axis.marks, ...key.marks, ...foot.marks],
  };
};

/** Where each bar stands, right of the numbers of all scales: its middle and its width. */
const columnsOf = (fonts: Fonts, { labels, panels, words }: BarsModel) => {
  const numbers = panels.flatMap(panel => scaleOf(panel).steps.map(words.digits));
  const axis = Math.max(0, ...numbers.map(number => fonts.regular(number, sizes.small))) + 16;
  const { left, right } = bodyBox(0, 0);
  const step = (right - left - axis) / Math.max(1, labels.length);
  const width = Math.min(widestBar, Math.max(2, step * (step > 16 ? 0.72 : 0.86)));
  return { axis, step, width, middle: (at: number) => left + axis + step * (at + 0.5) };
};
type Columns = ReturnType<typeof columnsOf>;

/** The numbers beside a panel, and the highest value that it has room for. */
const scaleOf = ({ bars }: Panel): Readonly<{ steps: readonly number[]; highest: number }> => {
  const most = Math.max(1, ...bars.map(bar => (bar === undefined || bar === 'unknown' ? 0 : bar.most)));
  const steps = ticks(0, most, 3).filter(Number.isInteger);
  return { steps, highest: Math.max(most, steps.at(-1) ?? 0) };
};

const titleOf = (fonts: Fonts, { title }: Panel, top: number) => {
  const { left, right } = bodyBox(0, 0);
  const lines = wrap(fonts.bold, title, { size: sizes.label, width: right - left, most: mostTitleLines });
  return { ...paragraph(fonts, lines, { left, top, size: sizes.label, weight: 'bold' }), bars: [] };
};

const drawPanel = (
  fonts: Fonts,
  panel: Panel,
  words: BarsModel['words'],
  { top, columns }: Readonly<{ top: number; columns: Columns }>,
) => {
  const { name, bars } = panel;
  const { left, right } = bodyBox(0, 0);
  const heading = titleOf(fonts, panel, top);
  const { steps, highest } = scaleOf(panel);
  // Above the highest value there is room for the arrow of an open range.
  const plot = { top: heading.bottom + 26, bottom: heading.bottom + 26 + panelHeight };
  const heightOf = (value: number): number => (value / highest) * panelHeight;
  const { axis, width, step, middle } = columns;
  const shapes = bars.map((bar, at) =>
    barMarks(fonts, bar, { x: middle(at), width, step, base: plot.bottom, heightOf }),
  );
  return {
    bottom: plot.bottom,
    bars: shapes.flatMap(({ box, whiskerTop }, at): DrawnBar[] =>
      box ? [{ panel: name, at, box, whiskerTop }] : [],
    ),
    marks: [
      ...heading.marks,
      ...steps.flatMap((value): readonly Mark[] => {
        const y = plot.bottom - heightOf(value);
        return [
          {
            kind: 'line',
            from: [left + axis, y],
            to: [right, y],
            ink: value === 0 ? 'quiet' : 'border',
            width: value === 0 ? 2 : 1.5,
          },
          textMark(fonts, words.digits(value), [left + axis - 12, y + 0.35 * sizes.small], {
            size: sizes.small,
            ink: 'quiet',
            anchor: 'end',
          }),
        ];
      }),
      ...shapes.flatMap(shape => shape.marks),
    ],
  };
};

type Column = Readonly<{
  x: number;
  width: number;
  step: number;
  base: number;
  heightOf: (value: number) => number;
}>;

const barMarks = (
  fonts: Fonts,
  bar: Bar,
  { x, width, step, base, heightOf }: Column,
): Readonly<{ marks: readonly Mark[]; box?: Box; whiskerTop?: number | undefined }> => {
  if (bar === undefined) return { marks: [] };
  if (bar === 'unknown')
    return {
      marks: [
        textMark(fonts, '?', [x, base - 6], {
          size: Math.max(14, Math.min(sizes.small, step * 1.6)),
          ink: 'quiet',
          anchor: 'middle',
          weight: 'bold',
        }),
      ],
    };
  const height = heightOf(bar.least);
  const box = boxOf(x - width / 2, base - height, width, height);
  const hasWhisker = bar.most > bar.least || bar.isOpen;
  const end = base - heightOf(bar.most);
  const cap = Math.min(width / 2, 12);
  const whisker: readonly Mark[] = bar.isOpen
    ? [
        { kind: 'line', from: [x, base - height], to: [x, end - 20], ink: 'text', width: whiskerWidth },
        {
          kind: 'path',
          d: `M${x - 8},${end - 14}L${x},${end - 24}L${x + 8},${end - 14}`,
          line: 'text',
          lineWidth: whiskerWidth,
        },
      ]
    : [
        { kind: 'line', from: [x, base - height], to: [x, end], ink: 'text', width: whiskerWidth },
        { kind: 'line', from: [x - cap, end], to: [x + cap, end], ink: 'text', width: whiskerWidth },
      ];
  return {
    box,
    whiskerTop: hasWhisker && !bar.isOpen ? end : undefined,
    marks: [
      // Nobody is said to have been harmed: a line on the ground, which an empty place is not.
      height > 0
        ? { kind: 'rect', box, fill: 'mark' }
        : {
            kind: 'line',
            from: [x - width / 2, base - 2],
            to: [x + width / 2, base - 2],
            ink: 'mark',
            width: 4,
          },
      ...(hasWhisker ? whisker : []),
    ],
  };
};

/** Every how many bars have a name: so that the same months have one in each year. */
const strides = [1, 2, 3, 4, 6, 12, 24, 60, 120];

/** The names of bars, as many as find room side by side, and of the longer stretches below them. */
const axisMarks = (
  fonts: Fonts,
  labels: BarsModel['labels'],
  { top, columns }: Readonly<{ top: number; columns: Columns }>,
): Readonly<{ marks: readonly Mark[]; bottom: number }> => {
  const { middle, step } = columns;
  const style = { size: sizes.small, ink: 'quiet' } as const;
  const widest = Math.max(1, ...labels.map(({ text }) => fonts.regular(text, sizes.small)));
  const every = strides.find(one => one * step >= widest + 14) ?? Math.max(1, labels.length);
  const line = top + 36;
  const { right } = bodyBox(0, 0);
  const names = labels.flatMap(({ text }, at) =>
    at % every === 0 ? [textMark(fonts, text, [middle(at), line], { ...style, anchor: 'middle' })] : [],
  );
  const beginning = (at: number): number => middle(at) - step / 2;
  const begun = labels.flatMap(({ above }, at) => (above === undefined ? [] : [{ above, x: beginning(at) }]));
  const stretches = begun.flatMap(({ above, x }, n): readonly Mark[] => {
    const mark = textMark(fonts, above, [x + 6, line + 40], { ...style, ink: 'text' });
    // A name that reaches into the next stretch would be taken for that one's.
    const isWhole = mark.box.right <= (begun[n + 1]?.x ?? right);
    return [
      ...(isWhole ? [mark] : []),
      { kind: 'line', from: [x, line + 10], to: [x, line + 44], ink: 'border', width: 1.5 },
    ];
  });
  const fitting = names.filter(({ box }) => box.right <= pictureWidth);
  return { marks: [...fitting, ...stretches], bottom: line + (stretches.length > 0 ? 54 : 14) };
};

/** What whiskers, arrows and question marks mean, where there are any. */
const keyMarks = (fonts: Fonts, { panels, words }: BarsModel, top: number) => {
  const bars = panels.flatMap(panel => panel.bars);
  const counted = bars.flatMap(bar => (bar === undefined || bar === 'unknown' ? [] : bar));
  const texts = [
    counted.some(bar => bar.most > bar.least) ? words.whisker : undefined,
    counted.some(bar => bar.isOpen) ? words.open : undefined,
    bars.includes('unknown') ? words.unknown : undefined,
  ].filter(text => text !== undefined);
  const { left, right } = bodyBox(0, 0);
  const lines = texts.flatMap(text => wrap(fonts.regular, text, { size: sizes.small, width: right - left }));
  return paragraph(fonts, lines, { left, top, size: sizes.small, ink: 'quiet' });
};
