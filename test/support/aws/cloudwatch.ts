/** Enough of CloudWatch to tell whether an alarm of a template fires on data: see its "Using alarms" and "Metrics Insights". */

/** One value that was put. `minute` counts from when the story began. */
export type Datum = Readonly<{
  namespace: string;
  name: string;
  dimensions: Readonly<Record<string, string>>;
  minute: number;
  value: number;
}>;

type Dimension = Readonly<{ Name: string; Value: string }>;
type Watched = Readonly<{
  Namespace: string;
  MetricName: string;
  Dimensions?: readonly Dimension[];
}>;

/** The properties of an `AWS::CloudWatch::Alarm`, with everything resolved: see `resolved`. */
export type AlarmProperties = Readonly<{
  AlarmName: string;
  AlarmDescription: string;
  ComparisonOperator: string;
  Threshold: number;
  EvaluationPeriods: number;
  DatapointsToAlarm?: number;
  TreatMissingData?: string;
  Period?: number;
  Statistic?: string;
  ExtendedStatistic?: string;
  Metrics?: readonly Readonly<{
    Expression?: string;
    Period?: number;
    MetricStat?: Readonly<{ Metric: Watched; Period: number; Stat: string }>;
  }>[];
}> &
  Partial<Watched>;

/** The data in the embedded metric format of a logged line, put at a minute. */
export const dataOf = (line: string, minute: number): readonly Datum[] => {
  const fields = JSON.parse(line) as Readonly<Record<string, unknown>> & {
    _aws?: {
      CloudWatchMetrics: {
        Namespace: string;
        Dimensions: string[][];
        Metrics: { Name: string }[];
      }[];
    };
  };
  return (fields._aws?.CloudWatchMetrics ?? []).flatMap(({ Namespace, Dimensions, Metrics }) =>
    Metrics.flatMap(({ Name }) =>
      Dimensions.map(names => ({
        namespace: Namespace,
        name: Name,
        dimensions: Object.fromEntries(names.map(name => [name, String(fields[name])])),
        minute,
        value: Number(fields[Name]),
      })),
    ),
  );
};

/** Whether an alarm would be in the state ALARM at a minute. Throws for an alarm that this does not understand. */
export const fires = (alarm: AlarmProperties, data: readonly Datum[], minute: number): boolean => {
  const { EvaluationPeriods: periods, DatapointsToAlarm: needed = periods } = alarm;
  const { select, statistic, seconds } = watchedBy(alarm);
  const minutes = seconds / 60;
  const end = Math.floor(minute / minutes) * minutes;
  const watched = data.filter(select);
  const breaching = Array.from({ length: periods }, (_, index) => {
    const to = end - index * minutes;
    const values = watched
      .filter(datum => datum.minute >= to - minutes && datum.minute < to)
      .map(({ value }) => value);
    return values.length === 0 ? missing(alarm) : compare(alarm, statisticOf(statistic, values));
  });
  return breaching.filter(Boolean).length >= needed;
};

const watchedBy = (
  alarm: AlarmProperties,
): Readonly<{ select: (datum: Datum) => boolean; statistic: string; seconds: number }> => {
  const { Metrics: metrics = [] } = alarm;
  const [watched] = metrics;
  if (metrics.length > 1) throw new Error(`${alarm.AlarmName} calculates, which is not understood.`);
  if (watched?.MetricStat) {
    const { Metric, Period, Stat } = watched.MetricStat;
    return { select: isOf(Metric), statistic: Stat, seconds: Period };
  }
  if (watched) return queriedBy(watched.Expression ?? '', watched.Period ?? 0);
  const { Namespace = '', MetricName = '', Dimensions, Period = 0 } = alarm;
  return {
    select: isOf({ Namespace, MetricName, Dimensions }),
    statistic: alarm.Statistic ?? alarm.ExtendedStatistic ?? '',
    seconds: Period,
  };
};

/** A metric is only what has exactly its dimensions. */
const isOf =
  ({ Namespace, MetricName, Dimensions = [] }: Watched) =>
  ({ namespace, name, dimensions }: Datum): boolean =>
    namespace === Namespace &&
    name === MetricName &&
    keyOf(dimensions) === keyOf(Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value])));

/** A query sees every metric of the name that has the dimension, whatever else it is split by. */
const queriedBy = (expression: string, seconds: number): ReturnType<typeof watchedBy> => {
  const [, statistic = '', name, namespace, where = ''] =
    /^SELECT (\w+)\((\w+)\) FROM "([^"]+)" WHERE (.+)$/.exec(expression) ?? [];
  const conditions = where.split(' OR ').map(part => /^(\w+) = '([^']*)'$/.exec(part));
  if (!name || conditions.includes(null)) throw new Error(`This is not understood: ${expression}`);
  return {
    select: datum =>
      datum.namespace === namespace &&
      datum.name === name &&
      conditions.some(condition => condition && datum.dimensions[condition[1] ?? ''] === condition[2]),
    statistic: { SUM: 'Sum', MAX: 'Maximum', MIN: 'Minimum' }[statistic] ?? '',
    seconds,
  };
};

const keyOf = (dimensions: Readonly<Record<string, string>>): string =>
  JSON.stringify(Object.entries(dimensions).sort());

const statisticOf = (statistic: string, values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const percentile = /^p(\d+)$/.exec(statistic);
  if (percentile) return sorted[Math.ceil((Number(percentile[1]) / 100) * sorted.length) - 1] ?? 0;
  switch (statistic) {
    case 'Sum':
      return values.reduce((sum, value) => sum + value, 0);
    case 'Maximum':
      return sorted.at(-1) ?? 0;
    case 'Minimum':
      return sorted[0] ?? 0;
    default:
      throw new Error(`The statistic "${statistic}" is not understood.`);
  }
};

const compare = ({ ComparisonOperator: operator, Threshold }: AlarmProperties, value: number): boolean => {
  switch (operator) {
    case 'GreaterThanOrEqualToThreshold':
      return value >= Threshold;
    case 'LessThanThreshold':
      return value < Threshold;
    default:
      throw new Error(`The comparison "${operator}" is not understood.`);
  }
};

const missing = ({ TreatMissingData }: AlarmProperties): boolean => {
  if (TreatMissingData !== 'breaching' && TreatMissingData !== 'notBreaching')
    throw new Error(`Missing data are not treated: ${TreatMissingData}`);
  return TreatMissingData === 'breaching';
};

type Json = Readonly<Record<string, unknown>>;
type TemplateJson = Readonly<{
  Resources: Readonly<Record<string, Readonly<{ Type: string; Properties?: Json }>>>;
  Outputs?: Readonly<Record<string, Readonly<{ Value: unknown; Export?: Readonly<{ Name: string }> }>>>;
}>;

/** The properties by which AWS names what a template makes. */
const nameProperties: Readonly<Record<string, string>> = {
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::ApiGatewayV2::Stage': 'StageName',
};

/** A value of a template with its references resolved, as far as alarms use them; other stacks' exports are followed. */
export const resolved = (value: unknown, template: TemplateJson, all: readonly TemplateJson[]): unknown => {
  const go = (inner: unknown): unknown => resolved(inner, template, all);
  if (Array.isArray(value)) return value.map(go);
  if (typeof value !== 'object' || value === null) return value;
  const [entry] = Object.entries(value);
  const [kind, argument] = entry ?? [];
  switch (kind) {
    case 'Ref':
      return nameOf(String(argument), template);
    case 'Fn::GetAtt':
      return nameOf(String((argument as readonly string[])[0]), template);
    case 'Fn::Join': {
      const [separator, parts] = argument as readonly [string, readonly unknown[]];
      return parts.map(go).join(separator);
    }
    case 'Fn::ImportValue': {
      for (const other of all)
        for (const { Value, Export } of Object.values(other.Outputs ?? {}))
          if (Export?.Name === argument) return resolved(Value, other, all);
      throw new Error(`Nobody exports ${argument}.`);
    }
    default:
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, go(inner)]));
  }
};

const nameOf = (logicalId: string, { Resources }: TemplateJson): unknown => {
  const resource = Resources[logicalId];
  const property = resource && nameProperties[resource.Type];
  return (property && resource.Properties?.[property]) ?? logicalId;
};
