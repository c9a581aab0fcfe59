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

/** The wall time of a zone at an instant: `YYYY-MM-DDTHH:mm`. Throws on an unknown zone. */
export const wallTime = (instant: Date, zone: string): string => {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatIn(zone).formatToParts(instant)) part[type] = value;
  return `${part.year?.padStart(4, '0')}-${part.month}-${part.day}T${part.hour}:${part.minute}`;
};

const asUtc = (wall: string): number => Date.parse(`${wall}Z`);

/** Milliseconds by which a zone is ahead of UTC at an instant (whole minutes: all zones have been since 1972). */
const offsetAt = (ms: number, zone: string): number =>
  asUtc(wallTime(new Date(ms), zone)) - Math.floor(ms / 60_000) * 60_000;

/** The zone's offsets a day before and a day after a wall time, on either side of any change near it. */
const offsetsAround = (wall: string, zone: string): readonly [number, number] => {
  const day = 86_400_000;
  return [offsetAt(asUtc(wall) - day, zone), offsetAt(asUtc(wall) + day, zone)];
};

/** The instants that have a wall time: usually one; two, earliest first, in a repeated hour; none in a skipped one. */
export const instantsOf = (wall: string, zone: string): readonly Date[] =>
  [...new Set(offsetsAround(wall, zone).map(offset => asUtc(wall) - offset))]
    .sort((a, b) => a - b)
    .map(ms => new Date(ms))
    .filter(instant => wallTime(instant, zone) === wall);

/**
 * The instant of a wall time. `choice` decides between two in an hour that daylight saving repeats. For a skipped wall time
 * it gives the instant an hour before or after it, as Temporal's disambiguation does.
 */
export const toInstant = (wall: string, zone: string, choice: 'earlier' | 'later' = 'earlier'): Date => {
  const instants = instantsOf(wall, zone);
  const found = choice === 'earlier' ? instants[0] : instants.at(-1);
  if (found) return found;
  const shifted = offsetsAround(wall, zone).map(offset => asUtc(wall) - offset);
  return new Date(choice === 'earlier' ? Math.min(...shifted) : Math.max(...shifted));
};

/** Whether daylight saving skips a wall time. */
export const isSkipped = (wall: string, zone: string): boolean => instantsOf(wall, zone).length === 0;
