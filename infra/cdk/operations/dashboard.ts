import { Duration } from 'aws-cdk-lib';
import { Dashboard, GraphWidget, type IMetric, SingleValueWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { Construct } from 'constructs';
import type { Metrics } from './metrics.ts';

/** One page: what people experience on top, what causes it below. */
export const addDashboard = (scope: Construct, stage: string, metrics: Metrics): Dashboard => {
  const graph = (title: string, left: IMetric[], right: IMetric[] = []): GraphWidget =>
    new GraphWidget({ title, left, right, width: 8 });
  return new Dashboard(scope, 'Dashboard', {
    dashboardName: `svidok-${stage}`,
    defaultInterval: Duration.days(1),
    widgets: [
      [
        graph(
          'Updates',
          [metrics.updates.taken, metrics.updates.later, metrics.updates.failed],
          [metrics.updatesPending],
        ),
        graph('What people do', [metrics.updates.messages, metrics.updates.presses]),
        graph('Time of one update (ms)', [metrics.updateTime.median, metrics.updateTime.slowest]),
      ],
      [
        new SingleValueWidget({
          title: 'Queue',
          metrics: [metrics.queueSize, metrics.queueAge, metrics.deadLetters],
          width: 8,
        }),
        graph('Not told', [metrics.notTold, metrics.problems], [metrics.worker.iteratorAge]),
        graph('Refused, conflicts', [metrics.refused, metrics.conflicts]),
      ],
      [
        graph('Webhook', [metrics.webhook.invocations, metrics.webhook.errors], [metrics.webhook.slow]),
        graph('Worker', [metrics.worker.invocations, metrics.worker.errors], [metrics.worker.slow]),
        graph('Pictures', [metrics.pictures.sent, metrics.pictures.failed], [metrics.pictures.slow]),
        graph('DynamoDB', [metrics.throttled.reads, metrics.throttled.writes]),
      ],
    ],
  });
};
