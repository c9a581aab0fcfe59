const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** A draft is erased after this many days without an answer. Witnesses are told so before the first question. */
export const draftLifetimeDays = 7;

/** The publication delay: how long after it happened an approved incident may be released. */
export type Delay = Readonly<{
  /** Where a military object was hit. */
  militaryMs: number;
  otherMs: number;
}>;

/**
 * When releases happen: at these hours of the country's wall clock (0–23, in order), the first batch that comes after a
 * further delay, random and below `spreadMs`. `immediate` is for trying things out: at once, as nobody's safety needs it.
 */
export type ReleasePolicy =
  | Readonly<{ kind: 'batches'; zone: string; hours: readonly [number, ...number[]]; spreadMs: number }>
  | Readonly<{ kind: 'immediate' }>;

/** Twice a day, after up to half a day more: who counts back from a release gets a day, not a minute. */
export const usualReleases = (zone: string): ReleasePolicy => ({
  kind: 'batches',
  zone,
  hours: [8, 20],
  spreadMs: 12 * hourMs,
});

/** The rules of reviewing and publishing. */
export type Policy = Readonly<{
  delay: Delay;
  releases: ReleasePolicy;
  /** How many different moderators must approve a report. */
  approvalsNeeded: 1 | 2;
  /** How long a claim of a report lasts. */
  leaseMs: number;
}>;

/** What one decision is made by. `random` is from 0 to below 1, from a source that nobody can guess: see `releaseAfter`. */
export type Rules = Policy & Readonly<{ random: number }>;

/** 12 and 3 hours, as agreed in the joint statement of Ukrainian media and officials of April 2022. */
export const usualDelay: Delay = { militaryMs: 12 * hourMs, otherMs: 3 * hourMs };

export const defaultPolicy: Policy = {
  delay: usualDelay,
  releases: usualReleases('UTC'),
  approvalsNeeded: 1,
  leaseMs: 30 * minuteMs,
};
