import { canonical } from '../../history/event.ts';

/**
 * Each of several things once, in an order that follows from what they say. The order of sending, of approving and of
 * writing leave no trace. (Incidents are listed by their release and then by their id, which is random.)
 */
export const inPublicOrder = <Thing>(things: readonly Thing[]): readonly Thing[] =>
  [...new Map(things.map(thing => [`${canonical(thing)}`, thing]))]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, thing]) => thing);
