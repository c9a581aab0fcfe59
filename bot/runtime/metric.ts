/**
 * A value that is counted or measured with a logged line. `by` names fields of the line, by each of which it is split (not by
 * all of them together: every combination would be a metric to pay for).
 */
export type Metric = Readonly<{
  name: MetricName;
  value: number;
  by?: readonly string[];
}>;

/** Every metric with its unit. Alarms and the dashboard use these names. */
const metricUnits = {
  /** Updates taken, by `kind` and `outcome`. */
  Updates: 'Count',
  /** The time from an update's arrival to the answer. */
  UpdateTime: 'Milliseconds',
  /** A chat was changed by another update since it was read; it was read again. */
  Conflicts: 'Count',
  /** Failed notices and tasks of the worker, by `what`; they are tried again. */
  NotTold: 'Count',
  /** The wait of the report that waits longest; 0 when none does. */
  QueueAge: 'Seconds',
  QueueSize: 'Count',
  /** How late the first due incident was released; 0 when none was due. */
  ReleaseLate: 'Seconds',
  /** Calls without the webhook's secret, or that were no updates. */
  Refused: 'Count',
  /** Items that a list skipped because this release cannot read them. */
  Unreadable: 'Count',
  /** 1 when the webhook could not be registered. */
  NotRegistered: 'Count',
} as const;
export type MetricName = keyof typeof metricUnits;

/** Metrics in CloudWatch's embedded metric format, to be merged into a logged line; without a namespace, just the values. */
export const embeddedMetrics = (metrics: readonly Metric[], namespace: string | undefined): object => {
  const values = Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  if (namespace === undefined) return values;
  return {
    ...values,
    _aws: {
      Timestamp: Date.now(),
      CloudWatchMetrics: metrics.map(({ name, by = [] }) => ({
        Namespace: namespace,
        Dimensions: by.length > 0 ? by.map(field => [field]) : [[]],
        Metrics: [{ Name: name, Unit: metricUnits[name] }],
      })),
    },
  };
};
