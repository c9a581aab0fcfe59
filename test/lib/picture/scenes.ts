import * as fc from 'fast-check';
import { loadPen } from '../../../bot/picture/pixels.ts';
import type { Bar, BarsModel } from '../../../lib/picture/bars.ts';
import type { Caption } from '../../../lib/picture/frame.ts';
import { type MapModel, type MapPlace, shapeCounts } from '../../../lib/picture/map.ts';
import { loadGazetteer } from '../../../lib/place/gazetteer/gazetteer.ts';
import { families } from '../../../lib/report/vocabulary.ts';

export const pen = await loadPen();
export const gazetteer = await loadGazetteer('UA');
if (!gazetteer.borders) throw new Error('No borders');
export const { borders } = gazetteer;

const words = fc.constantFrom(
  'Kharkiv region, March 2022',
  'Харківська область, березень – травень 2022',
  'Автономная Республика Крым, за всё время, и ещё очень длинное название, которое не помещается',
  'Нерозривнийдовгийзаголовокякийневміщаєтьсявжоденрядокіщодалі',
);

const caption: fc.Arbitrary<Caption> = fc.record({
  title: words,
  headline: words,
  lines: fc.array(words, { maxLength: 3 }),
  notes: fc.array(words, { maxLength: 3 }),
  source: fc.array(words, { minLength: 1, maxLength: 2 }),
});

const settlement = fc.integer({ min: 0, max: gazetteer.settlements.length - 1 });

/** Places as a map has them: each settlement once, most incidents first. */
const placesOf = (region: string | undefined): fc.Arbitrary<readonly MapPlace[]> =>
  fc
    .uniqueArray(
      fc.record({
        settlement,
        families: fc.dictionary(fc.constantFrom(...families), fc.integer({ min: 1, max: 400 }), {
          minKeys: 1,
        }),
        radiusMetres: fc.constantFrom(3000, 8000, 15_000, 25_000),
        isUnexploded: fc.boolean(),
      }),
      { maxLength: 60, selector: one => one.settlement },
    )
    .map(all =>
      all.flatMap(({ settlement: at, families: kinds, radiusMetres, isUnexploded }): MapPlace[] => {
        const found = gazetteer.settlements[at];
        if (!found || (region !== undefined && found.region !== region)) return [];
        const count = Object.values(kinds).reduce((sum, n) => sum + n, 0);
        const { point, names } = found;
        return [
          { point, name: names.uk, radiusMetres, count, families: kinds, unexploded: isUnexploded ? 1 : 0 },
        ];
      }),
    );

export const mapModels: fc.Arbitrary<MapModel> = fc
  .constantFrom(undefined, 'UA-63', 'UA-30', 'UA-51', 'UA-43')
  .chain(region =>
    fc.record({ places: placesOf(region), caption, corner: fc.array(words, { maxLength: 2 }) }).map(
      ({ places, ...rest }): MapModel => ({
        kind: 'map',
        region,
        places,
        towns: gazetteer.settlements
          .filter(one => region === undefined || one.region === region)
          .slice(0, 40)
          .map(({ names, point }) => ({ name: names.uk, point })),
        ...rest,
        words: {
          size: 'Події, за площею:',
          shapes: Object.fromEntries(
            Object.entries(shapeCounts(places)).map(([shape, n]) => [
              shape,
              `снаряди, реактивні системи: ${n}`,
            ]),
          ),
          ring: 'вибухонебезпечні предмети',
          dashes: 'десь у межах цього кола',
          digits: n => n.toLocaleString('uk'),
        },
      }),
    ),
  );

const bar: fc.Arbitrary<Bar> = fc.oneof(
  fc.constant(undefined),
  fc.constant('unknown' as const),
  fc
    .record({ least: fc.nat(5000), more: fc.nat(300), isOpen: fc.boolean() })
    .map(({ least, more, isOpen }) => ({ least, most: least + more, isOpen })),
);

export const barsModels: fc.Arbitrary<BarsModel> = fc.integer({ min: 0, max: 120 }).chain(count =>
  fc.record({
    kind: fc.constant('bars' as const),
    caption,
    labels: fc.constant(
      Array.from({ length: count }, (_, n) => ({
        text: String(n + 1),
        above: n % 12 === 0 ? `${2010 + n}` : undefined,
      })),
    ),
    panels: fc
      .array(fc.array(bar, { minLength: count, maxLength: count }), { minLength: 3, maxLength: 3 })
      .map(rows =>
        rows.map((bars, n) => ({
          name: (['incidents', 'killed', 'injured'] as const)[n] ?? 'incidents',
          title: 'Загинуло: щонайменше 13 (відомо для 2 із 19 подій)',
          bars,
        })),
      ),
    words: fc.constant({
      whisker: 'Whisker',
      open: 'Arrow',
      unknown: '?',
      digits: (n: number) => n.toLocaleString('uk'),
    }),
  }),
);
