import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type BarsModel, barsScene } from '../../../lib/picture/bars.ts';
import { pictureWidth } from '../../../lib/picture/frame.ts';
import { boxOf, isWithin } from '../../../lib/picture/mark.ts';
import { barsModels, pen } from './scenes.ts';

const context = { fonts: pen.fonts, theme: 'dark' } as const;
const few = { numRuns: 25 };

it('bars are as high as their numbers within a panel, whiskers end at the most, and what is unknown is no bar', () => {
  fc.assert(
    fc.property(barsModels, model => {
      const { bars } = barsScene(model, context);
      for (const panel of model.panels) {
        const drawn = bars.filter(bar => bar.panel === panel.name);
        expect(drawn.map(({ at }) => at)).toEqual(
          panel.bars.flatMap((bar, at) => (bar === undefined || bar === 'unknown' ? [] : [at])),
        );
        const perUnit = drawn.flatMap(({ at, box, whiskerTop }) => {
          const bar = panel.bars[at];
          if (bar === undefined || bar === 'unknown') return [];
          return [
            ...(bar.least > 0 ? [(box.bottom - box.top) / bar.least] : []),
            ...(whiskerTop !== undefined && bar.most > 0 ? [(box.bottom - whiskerTop) / bar.most] : []),
          ];
        });
        for (const one of perUnit) expect(one).toBeCloseTo(perUnit[0] ?? 0, 6);
      }
    }),
    few,
  );
});

it('stand within the picture, side by side', () => {
  fc.assert(
    fc.property(barsModels, model => {
      const { bars, marks, body, height } = barsScene(model, context);
      for (const { box } of bars) expect(isWithin(box, body)).toBe(true);
      for (const [at, one] of bars.entries()) {
        const next = bars[at + 1];
        if (next?.panel === one.panel) expect(next.box.left).toBeGreaterThanOrEqual(one.box.right);
      }
      for (const mark of marks)
        if (mark.kind === 'text') expect(isWithin(mark.box, boxOf(0, 0, pictureWidth, height))).toBe(true);
    }),
    few,
  );
});

const model = (change: Partial<BarsModel>): BarsModel => ({
  kind: 'bars',
  caption: { title: 'Ukraine', headline: '1 incident', lines: [], notes: [], source: ['Svidok'] },
  labels: [],
  panels: [],
  words: { whisker: 'Whisker', open: 'Arrow', unknown: '?', digits: String },
  ...change,
});

it('the name of a month never reaches into the next one, whose beginning is marked all the same', () => {
  // Five days of February, March, and two days of April.
  const labels = Array.from({ length: 38 }, (_, at) => ({
    text: String(at),
    above: { 0: 'February 2022', 5: 'March 2022', 36: 'April 2022' }[at],
  }));
  const bars = labels.map(() => ({ least: 1, most: 1, isOpen: false }));
  const { marks } = barsScene(model({ labels, panels: [{ name: 'incidents', title: 'By day', bars }] }), {
    fonts: pen.fonts,
    theme: 'light',
  });
  const texts = marks.flatMap(mark => (mark.kind === 'text' ? [mark.text] : []));
  expect(texts).toContain('March 2022');
  expect(texts).not.toContain('February 2022');
  expect(texts).not.toContain('April 2022');
  const isTick = (mark: (typeof marks)[number]) => mark.kind === 'line' && mark.from[0] === mark.to[0];
  expect(marks.filter(isTick)).toHaveLength(3);
});

it('where nothing is in a bar there is no plot that would say so of the number above it; no number is cut', () => {
  const people =
    'Killed: at least 12 (known for 3 of 19 incidents); of whom children: 1; medics: 2; rescuers: 3';
  const panel = (name: 'incidents' | 'killed', title: string) => ({ name, title, bars: [undefined] });
  const notes = [`In no bar: 19 incidents (${people}; ${people}).`];
  const { marks, bars } = barsScene(
    model({
      caption: { title: 'Ukraine', headline: '19 incidents', lines: [], notes, source: ['Svidok'] },
      labels: [{ text: '1' }],
      panels: [panel('incidents', 'Incidents by day'), panel('killed', people)],
    }),
    { fonts: pen.fonts, theme: 'light' },
  );
  expect(bars).toEqual([]);
  expect(marks.filter(({ kind }) => kind === 'line')).toEqual([]);
  const said = marks.flatMap(mark => (mark.kind === 'text' ? [mark.text] : [])).join(' ');
  expect(said).toContain(people);
  expect(said).toContain(notes[0]);
  expect(said).not.toContain('Incidents by day');
});
