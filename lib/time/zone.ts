const formats = new Map<string, Intl.DateTimeFormat>();

const formatIn = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  });
  formats.set(zone, format);
  return format;
};

/** What the clock and the calendar on the wall say at an instant: `YYYY-MM-DDTHH:mm`. An unknown zone throws. */
export const wallTime = (instant: Date, zone: string): string => {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatIn(zone).formatToParts(instant)) part[type] = value;
  return `${part.year?.padStart(4, '0')}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
};

const asUtc = (wall: string): number => Date.parse(`${wall}Z`);

/** What the zone is ahead of UTC at an instant, in milliseconds (whole minutes, as zones have been since 1972). */
const offsetAt = (ms: number, zone: string): number =>
  asUtc(wallTime(new Date(ms), zone)) - Math.floor(ms / 60_000) * 60_000;

/** The zone's offsets on either side of any change near this wall time: before, after. */
const offsetsAround = (wall: string, zone: string): readonly [number, number] => {
  const day = 86_400_000;
  return [offsetAt(asUtc(wall) - day, zone), offsetAt(asUtc(wall) + day, zone)];
};

/** The instants at which the wall shows this time: one; two, earliest first, when an hour repeats; none when it is skipped. */
export const instantsOf = (wall: string, zone: string): readonly Date[] =>
  [...new Set(offsetsAround(wall, zone).map(offset => asUtc(wall) - offset))]
    .sort((a, b) => a - b)
    .map(ms => new Date(ms))
    .filter(instant => wallTime(instant, zone) === wall);

/**
 * The instant of a wall time. `choice` decides when daylight saving repeats the hour. A wall time that was skipped has no
 * instant: `earlier` and `later` then give the ones an hour away from it, as Temporal's disambiguation does.
 */
export const toInstant = (wall: string, zone: string, choice: 'earlier' | 'later' = 'earlier'): Date => {
  const instants = instantsOf(wall, zone);
  const found = choice === 'earlier' ? instants[0] : instants.at(-1);
  if (found) return found;
  const shifted = offsetsAround(wall, zone).map(offset => asUtc(wall) - offset);
  return new Date(choice === 'earlier' ? Math.min(...shifted) : Math.max(...shifted));
};

/** Did daylight saving jump over this wall time? */
export const isSkipped = (wall: string, zone: string): boolean => instantsOf(wall, zone).length === 0;
