import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { barsScene } from '../../../lib/picture/bars.ts';
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
