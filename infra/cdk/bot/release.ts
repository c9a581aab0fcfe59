import { Duration, Validations } from 'aws-cdk-lib';
import { Alarm, type IMetric, Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { LambdaApplication, LambdaDeploymentConfig, LambdaDeploymentGroup } from 'aws-cdk-lib/aws-codedeploy';
import { type IRole, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { metricsNamespace, type Settings } from '../settings.ts';

const period = Duration.minutes(1);

/**
 * The version of a function that is called. A new one takes a tenth of the calls for five minutes, then all of them; when
 * it crashes or answers with bugs meanwhile, all go back to the one before, and the deployment is rolled back. With the
 * setting `rollback` off it takes all calls at once: a deployment that mends such errors would be stopped by them.
 */
export class Release extends Construct {
  readonly alias: Alias;

  constructor(
    scope: Construct,
    id: string,
    { settings, handler }: Readonly<{ settings: Settings; handler: LambdaFunction }>,
  ) {
    super(scope, id);
    const { stage, rollback } = settings;
    this.alias = new Alias(this, 'Live', { aliasName: 'live', version: handler.currentVersion });
    const alarm = (name: string, metric: IMetric, threshold: number, alarmDescription: string) =>
      new Alarm(this, name, {
        alarmName: `svidok-${stage}-release-${name.toLowerCase()}`,
        alarmDescription,
        metric,
        threshold,
        evaluationPeriods: 1,
        treatMissingData: TreatMissingData.NOT_BREACHING,
      });
    const alarms = [
      alarm(
        'Errors',
        this.alias.metricErrors({ period }),
        1,
        'The webhook crashes or times out: a deployment that is under way is rolled back.',
      ),
      alarm(
        'Bugs',
        new Metric({
          namespace: metricsNamespace(stage),
          metricName: 'Updates',
          dimensionsMap: { outcome: 'failed' },
          statistic: 'Sum',
          period,
        }),
        3,
        'Updates meet bugs: a deployment that is under way is rolled back.',
      ),
    ];
    new LambdaDeploymentGroup(this, 'Group', {
      application: new LambdaApplication(this, 'Application', { applicationName: `svidok-${stage}` }),
      alias: this.alias,
      alarms: rollback ? alarms : [],
      deploymentConfig: rollback
        ? LambdaDeploymentConfig.CANARY_10PERCENT_5MINUTES
        : LambdaDeploymentConfig.ALL_AT_ONCE,
      role: deployerRole(this, [handler.functionArn, this.alias.functionArn]),
    });
  }
}

/** The library's own role has a managed policy; this one may do what a deployment without hooks and revisions does. */
const deployerRole = (scope: Construct, functions: string[]): IRole => {
  const role = new Role(scope, 'Role', { assumedBy: new ServicePrincipal('codedeploy.amazonaws.com') });
  role.addToPolicy(
    new PolicyStatement({
      actions: ['lambda:GetAlias', 'lambda:UpdateAlias', 'lambda:GetProvisionedConcurrencyConfig'],
      resources: functions,
    }),
  );
  role.addToPolicy(new PolicyStatement({ actions: ['cloudwatch:DescribeAlarms'], resources: ['*'] }));
  Validations.of(role).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'cloudwatch:DescribeAlarms supports no resource, and CodeDeploy asks for the alarms by name.',
  });
  return role.withoutPolicyUpdates();
};
