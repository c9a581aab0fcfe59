import { distanceKm } from '../../lib/place/distance.ts';
import { skeleton } from '../../lib/place/gazetteer/spelling.ts';
import type { RawSettlement } from './sources.ts';

/** How far apart two sources may put one settlement of the same name, and one of any name. */
const sameNameKm = 6;
const samePlaceKm = 0.3;

const skeletons = (settlement: RawSettlement): readonly string[] =>
  [settlement.name, ...settlement.also].map(skeleton);

/** A number that no GeoNames id is (those are positive), the same at every build. */
const syntheticId = (settlement: RawSettlement): number => {
  let hash = 2166136261;
  for (const letter of `${settlement.name} ${settlement.lat} ${settlement.lon}`)
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619);
  return -(hash >>> 1) - 1;
};

export type Merged = RawSettlement & Readonly<{ id: number; newerName?: string }>;

/**
 * `base` (with ids and alternate names) completed by `newer` (neither): one entry per settlement. A newer entry is the
 * same settlement when it lies at the same spot, or near and under one of its names.
 */
export const merge = (base: readonly RawSettlement[], newer: readonly RawSettlement[]): readonly Merged[] => {
  const rows = base.map(settlement => ({ settlement, skeletons: new Set(skeletons(settlement)) }));
  const newerNames = new Map<RawSettlement, RawSettlement>();
  const added: RawSettlement[] = [];
  for (const city of newer) {
    const name = skeleton(city.name);
    const near = rows
      .filter(row => Math.abs(row.settlement.lat - city.lat) < 0.06)
      .map(row => ({ ...row, km: distanceKm(row.settlement, city), same: row.skeletons.has(name) }))
      .filter(row => row.km <= (row.same ? sameNameKm : samePlaceKm))
      .sort((a, b) => a.km + (a.same ? 0 : 9) - b.km - (b.same ? 0 : 9))[0];
    if (near === undefined) {
      const twice = added.some(
        other => skeleton(other.name) === name && distanceKm(other, city) < sameNameKm,
      );
      if (!twice) added.push(city);
    } else if (!newerNames.has(near.settlement) || near.km < 0.1) newerNames.set(near.settlement, city);
  }
  const settlements = base.map((settlement): Merged => {
    const city = newerNames.get(settlement);
    return {
      ...settlement,
      id: settlement.id ?? syntheticId(settlement),
      admin2: city?.admin2 || settlement.admin2,
      newerName: city?.name,
    };
  });
  return [...settlements, ...added.map(settlement => ({ ...settlement, id: syntheticId(settlement) }))];
};
