import { type ReleasePolicy, usualReleases } from './incident/publication/release.ts';

/** The publication delay: how long after it happened an approved incident may be released. */
export type Delay = Readonly<{
  /** Where a military object was hit. */
  militaryMs: number;
  otherMs: number;
}>;

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

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** 12 and 3 hours, as agreed in the joint statement of Ukrainian media and officials of April 2022. */
export const usualDelay: Delay = { militaryMs: 12 * hourMs, otherMs: 3 * hourMs };

export const defaultPolicy: Policy = {
  delay: usualDelay,
  releases: usualReleases('UTC'),
  approvalsNeeded: 1,
  leaseMs: 30 * minuteMs,
};
