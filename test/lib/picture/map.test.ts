import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pictureWidth } from '../../../lib/picture/frame.ts';
import { layOut } from '../../../lib/picture/land.ts';
import { type MapModel, type MapPlace, mapScene } from '../../../lib/picture/map.ts';
import { boxOf, isWithin, overlap } from '../../../lib/picture/mark.ts';
import { boxAround, symbolPath } from '../../../lib/picture/symbol.ts';
import { regionAt } from '../../../lib/place/gazetteer/borders.ts';
import { borders, gazetteer, mapModels, pen } from './scenes.ts';

const context = { fonts: pen.fonts, borders, theme: 'light' } as const;
const few = { numRuns: 25 };

describe('a map', () => {
  it('draws each place once, with an area that is its number, whatever its shape, and none too small to be seen', () => {
    fc.assert(
      fc.property(mapModels, model => {
        const { symbols } = mapScene(model, context);
        expect(symbols).toHaveLength(model.places.length);
        const [first] = symbols;
        const scale = (first?.area ?? 0) / (first?.count ?? 1);
        const least = Math.min(...symbols.map(({ area }) => area));
        for (const { area, count } of symbols) expect(area).toBeCloseTo(Math.max(count * scale, least), 6);
        expect(symbols.reduce((sum, { count }) => sum + count, 0)).toBe(
          model.places.reduce((sum, { count }) => sum + count, 0),
        );
      }),
      few,
    );
  });

  it('says for which numbers a symbol is as small as any, where one place has thousands of incidents', () => {
    const [model] = fc.sample(mapModels, { numRuns: 1, seed: 1 });
    const places = gazetteer.settlements.slice(0, 300).map(
      ({ point, names }, at): MapPlace => ({
        ...{ point, name: names.uk, radiusMetres: 3000, unexploded: 0 },
        ...(at === 0
          ? { count: 9000, families: { artillery: 9000 } }
          : { count: 1 + (at % 3), families: { artillery: 1 + (at % 3) } }),
      }),
    );
    const { symbols, marks } = mapScene({ ...(model as MapModel), region: undefined, places }, context);
    const areas = symbols.map(({ area }) => area);
    expect(new Set(areas.slice(1).map(area => Math.round(area))).size).toBe(1);
    // A disc of more than a pixel's radius on a phone of 360 pixels.
    expect(Math.sqrt((areas.at(-1) ?? 0) / Math.PI)).toBeGreaterThan(4);
    const texts = marks.flatMap(mark => (mark.kind === 'text' ? [mark.text] : []));
    const [alike] = texts.filter(text => /^1–\d+$/.test(text));
    const scale = (areas[0] ?? 0) / 9000;
    expect(Number(alike?.slice(2))).toBe(Math.floor((areas.at(-1) ?? 0) / scale));
  });

  it('has no symbol and no name outside its frame, no words beyond its edges, and no two names over one another', () => {
    fc.assert(
      fc.property(mapModels, model => {
        const { symbols, body, labels, marks, height } = mapScene(model, context);
        for (const symbol of symbols) expect(isWithin(boxAround(symbol), body)).toBe(true);
        for (const label of labels) expect(isWithin(label, body)).toBe(true);
        for (const [at, label] of labels.entries())
          expect(labels.slice(at + 1).some(other => overlap(label, other))).toBe(false);
        for (const mark of marks)
          if (mark.kind === 'text') expect(isWithin(mark.box, boxOf(0, 0, pictureWidth, height))).toBe(true);
      }),
      few,
    );
  });

  it('draws shapes whose outline encloses the area that they stand for', () => {
    for (const shape of ['cluster', 'artillery', 'missile', 'bomb', 'drone', 'mine'] as const) {
      const corners = [...symbolPath(shape, [100, 100], 1000).matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(
        ([, x, y]) => [Number(x), Number(y)] as const,
      );
      const twice = corners.reduce((sum, [x, y], at) => {
        const [nextX, nextY] = corners[(at + 1) % corners.length] ?? [x, y];
        return sum + x * nextY - nextX * y;
      }, 0);
      expect(Math.abs(Math.abs(twice) / 2 - 1000)).toBeLessThan(2);
    }
  });
});

describe('the land', () => {
  const box = boxOf(40, 40, 1200, 780);

  it('is all regions of the country, Crimea and Sevastopol among them, within its box', () => {
    const land = layOut(borders, box);
    expect(land.regions.map(({ code }) => code).sort()).toEqual(
      gazetteer.regions.map(({ code }) => code).sort(),
    );
    for (const { code, path } of land.regions) {
      const inside = gazetteer.settlements.find(
        one => one.region === code && regionAt(borders, one.point) === code,
      );
      expect(inside, code).toBeDefined();
      expect(path.length, code).toBeGreaterThan(50);
    }
    const outlines = [...land.outline.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(Math.min(...outlines.map(([x = 0]) => x))).toBeGreaterThanOrEqual(box.left - 0.1);
    expect(Math.max(...outlines.map(([x = 0]) => x))).toBeLessThanOrEqual(box.right + 0.1);
    // The southernmost cape is Crimea's, and the border of the country goes around it.
    const [, cape = 0] = land.spotOf({ lat: 44.386, lon: 33.777 });
    expect(Math.abs(Math.max(...outlines.map(([, y = 0]) => y)) - cape)).toBeLessThan(3);
  });

  it('keeps areas true: a square kilometre is as large in the south as in the north', () => {
    const land = layOut(borders, box);
    const areaAt = (lat: number, lon: number): number => {
      const step = 0.1;
      const [x, y] = land.spotOf({ lat, lon });
      const [east] = [land.spotOf({ lat, lon: lon + step * 10 })];
      const north = land.spotOf({ lat: lat + step * 10, lon });
      const twice = (east[0] - x) * (north[1] - y) - (east[1] - y) * (north[0] - x);
      return Math.abs(twice) / Math.cos(((lat + step * 5) * Math.PI) / 180);
    };
    expect(areaAt(45, 34) / areaAt(51, 34)).toBeCloseTo(1, 1);
  });
});
