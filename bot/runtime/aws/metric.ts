/**
 * Every metric that is written, with its unit, and the sets of fields of its line by which it is split: `[]` is the total.
 * Not by all fields together, because every combination is a metric to pay for. Alarms and the dashboard are made from this
 * table too, so that what they watch is what is written.
 */
export const metricTable = {
  /** Updates taken, by `kind` and `outcome`. */
  Updates: { unit: 'Count', splits: [['kind'], ['outcome']] },
  /** The time from an update's arrival to the answer. */
  UpdateTime: { unit: 'Milliseconds', splits: [[]] },
  /** A chat was changed by another update since it was read; it was read again. */
  Conflicts: { unit: 'Count', splits: [[]] },
  /** Failed notices and tasks of the worker, by `what`; they are tried again. */
  NotTold: { unit: 'Count', splits: [[], ['what']] },
  /** What was put aside because it can be neither delivered nor read, and waits for an admin. */
  Problems: { unit: 'Count', splits: [[]] },
  /** 1 whenever the clock has run all its tasks, failed or not. */
  Ticks: { unit: 'Count', splits: [[]] },
  /** The wait of the report that waits longest; 0 when none does. */
  QueueAge: { unit: 'Seconds', splits: [[]] },
  QueueSize: { unit: 'Count', splits: [[]] },
  /** How late the first due incident is released; 0 when none is due. */
  ReleaseLate: { unit: 'Seconds', splits: [[]] },
  /** Pictures that were sent, and those that could not be drawn or sent. */
  Pictures: { unit: 'Count', splits: [[]] },
  PicturesFailed: { unit: 'Count', splits: [[]] },
  /** Files that could not be made or sent. */
  ExportsFailed: { unit: 'Count', splits: [[]] },
  /** How long ago what a wave of followers is being told was due; 0 while there is no wave. */
  FollowersLate: { unit: 'Seconds', splits: [[]] },
  /** Calls without the webhook's secret, or that were no updates. */
  Refused: { unit: 'Count', splits: [[]] },
  /** Items that a list skipped because this release cannot read them. */
  Unreadable: { unit: 'Count', splits: [[]] },
  /** 1 when Telegram does not know the webhook's address, or refuses the token. */
  NotRegistered: { unit: 'Count', splits: [[]] },
  /** The updates that Telegram has not delivered yet. */
  UpdatesPending: { unit: 'Count', splits: [[]] },
  /** 1 when Telegram has failed to deliver an update within the last minutes. */
  DeliveryFailing: { unit: 'Count', splits: [[]] },
} as const satisfies Readonly<
  Record<string, Readonly<{ unit: string; splits: readonly (readonly string[])[] }>>
>;
export type MetricName = keyof typeof metricTable;

/** A value that is counted or measured with a logged line. */
export type Metric = Readonly<{ name: MetricName; value: number }>;

/** Metrics in CloudWatch's embedded metric format, to be merged into a logged line; without a namespace, just the values. */
export const embeddedMetrics = (metrics: readonly Metric[], namespace: string | undefined): object => {
  const values = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  if (namespace === undefined) return values;
  return {
    ...values,
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: metrics.map(({ name }) => ({
        Namespace: namespace,
        Dimensions: metricTable[name].splits,
        Metrics: [{ Name: name, Unit: metricTable[name].unit }],
      })),
    },
  };
};
