/** How long what is approved waits before readers may know of it, in milliseconds from when it happened. */
export type Delay = Readonly<{
  /** Where a military object was hit. */
  militaryMs: number;
  otherMs: number;
}>;

/** What a deployment decides about reviewing and publishing. */
export type Policy = Readonly<{
  delay: Delay;
  /** How many different moderators must approve a report. */
  approvalsNeeded: 1 | 2;
  /** How long a moderator has a report for themselves after claiming it. */
  leaseMs: number;
}>;

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** The practice that the joint statement of Ukrainian media and officials of April 2022 agreed: 12 hours and 3. */
export const usualDelay: Delay = { militaryMs: 12 * hourMs, otherMs: 3 * hourMs };

export const defaultPolicy: Policy = { delay: usualDelay, approvalsNeeded: 1, leaseMs: 30 * minuteMs };
