import * as z from 'zod/mini';

/** An instant, ISO 8601 in UTC with milliseconds, so that text order is time order. */
export const instantSchema = z.iso.datetime({ precision: 3 });

const hourMs = 3_600_000;

/** The full hour at or before an instant (ISO 8601): so exact is stored in clear what a witness did. */
export const hourOf = (instant: string): string =>
  new Date(Math.floor(Date.parse(instant) / hourMs) * hourMs).toISOString();

/** The full hour at or after an instant. */
export const hourAfter = (instant: string): string =>
  new Date(Math.ceil(Date.parse(instant) / hourMs) * hourMs).toISOString();
