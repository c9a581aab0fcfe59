/**
 * Something that is counted or measured with a logged line. `by`: fields of the line, by each of which it is told apart (not
 * by all together: every combination would be a metric to pay for).
 */
export type Metric = Readonly<{
  name: MetricName;
  value: number;
  by?: readonly string[];
}>;

/** Every metric, with its unit. Alarms and the dashboard name the same. */
export const metricUnits = {
  /** Updates taken, by `kind` and `outcome`. */
  Updates: 'Count',
  /** How long one update took, from its arrival to the answer. */
  UpdateTime: 'Milliseconds',
  /** Somebody else had changed a chat since it was read; it was read again. */
  Conflicts: 'Count',
  /** What could not be told to somebody, by `what`; the stream delivers it again. */
  NotTold: 'Count',
  /** How long the report has waited that waits longest; 0 when none does. */
  QueueAge: 'Seconds',
  QueueSize: 'Count',
  /** How long after its time the first incident was released that was due; 0 when none was. */
  ReleaseLate: 'Seconds',
  /** Calls that did not know the webhook's secret, or were no updates. */
  Refused: 'Count',
  /** Telegram did not let the webhook be registered. */
  NotRegistered: 'Count',
} as const;
export type MetricName = keyof typeof metricUnits;

/**
 * Metrics as CloudWatch finds them in a logged line (its embedded metric format). Without a namespace the values are just
 * logged.
 */
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
