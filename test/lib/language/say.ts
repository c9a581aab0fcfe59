import type { AccountReading } from '../../../lib/language/account.ts';
import type { Place } from '../../../lib/place/place.ts';
import type { Count, Range } from '../../../lib/report/count.ts';
import type { Occurred } from '../../../lib/time/occurred.ts';

/** Readings in the short notation of the corpora. */

const sayRange = ({ min, max, about }: Range): string => {
  const most = max === undefined ? '+' : `-${max}`;
  return `${about ? '~' : ''}${min}${max === min ? '' : most}`;
};

export const sayCount = (count: Count): string => {
  if (count === 'unknown') return count;
  const groups = Object.entries(count.of ?? {}).map(([group, range]) => `${sayRange(range)} ${group}`);
  return groups.length > 0 ? `${sayRange(count)} of ${groups.join(', ')}` : sayRange(count);
};

const sayPlace = ({ settlement, district, region, precision }: Place): string => {
  if (precision === 'district' && settlement === undefined && district) return `district ${district.uk}`;
  if (precision === 'region') return `region ${region}`;
  if (precision === 'district') return 'near';
  return settlement?.names.uk ?? 'near';
};

const sayTime = (time: Occurred): string => {
  if (time.precision === 'part_of_day') return `${time.part} ${time.start?.slice(0, 10)}`;
  const start = time.precision === 'hour' ? time.start?.slice(0, 16).replace(/:00$/, '') : time.start;
  return `${time.precision} ${start}`;
};

/** The fields that an account fills, each in the notation of accounts.json; `?` where it only offers options. */
export const sayAccount = (reading: AccountReading): Readonly<Record<string, string>> => {
  const said: Record<string, string | undefined> = {};
  const say = <Value>(
    name: string,
    field: { sure: true; value: Value } | { sure: false } | undefined,
    words: (value: Value) => string,
  ) => {
    if (field) said[name] = field.sure ? words(field.value) : '?';
  };
  const asIs = (value: string) => value;
  say('phase', reading.phase, asIs);
  say('place', reading.place, sayPlace);
  say('time', reading.occurred, sayTime);
  say('effect', reading.effect, asIs);
  say('munition', reading.munition, asIs);
  say('delivery', reading.delivery, asIs);
  say('knownBy', reading.knownBy, asIs);
  say('killed', reading.killed, sayCount);
  say('injured', reading.injured, sayCount);
  say('areas', reading.areas, areas => areas.toSorted().join('+'));
  say('source', reading.source, source => source.kind);
  say('side', reading.attribution, ({ side }) => side);
  if (reading.militaryPosition) said.military = 'yes';
  return said as Record<string, string>;
};
