import { Duration, Stack, Token, Validations } from 'aws-cdk-lib';
import { PolicyStatement, Role, WebIdentityPrincipal } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { parameterNames } from '../../../bot/runtime/environment.ts';
import { parametersPath, type Settings, webhookUrlName } from '../settings.ts';

const issuer = 'token.actions.githubusercontent.com';
/** The qualifier of `cdk bootstrap`, unless it was given another. */
const qualifier = 'hnb659fds';

/**
 * The roles that the workflow `deploy` of one repository takes, by GitHub's own identity and without any stored key: `diff`,
 * which only looks, for the environment `<stage>-diff`, and `deploy` for the environment `<stage>`, which reviewers guard.
 * The account's identity provider is made by hand, once: see "Deploying from GitHub" in infra/README.md. Long because it is a
 * list of rights, each with its reason.
 */
export const addDeployers = (
  scope: Construct,
  { stage, deployFrom }: Settings,
  { topic }: Readonly<{ topic: ITopic }>,
): void => {
  if (deployFrom === undefined) return;
  const { account, region } = Stack.of(scope);
  const role = (name: 'diff' | 'deploy', environment: string, bootstrapRoles: readonly string[]): Role => {
    const made = new Role(scope, name === 'diff' ? 'DiffRole' : 'DeployRole', {
      roleName: `svidok-${stage}-${name}`,
      maxSessionDuration: Duration.hours(1),
      assumedBy: new WebIdentityPrincipal(`arn:aws:iam::${account}:oidc-provider/${issuer}`, {
        StringEquals: {
          [`${issuer}:aud`]: 'sts.amazonaws.com',
          [`${issuer}:sub`]: `repo:${deployFrom}:environment:${environment}`,
        },
      }),
    });
    made.addToPolicy(
      new PolicyStatement({
        actions: ['sts:AssumeRole'],
        resources: bootstrapRoles.map(
          part => `arn:aws:iam::${account}:role/cdk-${qualifier}-${part}-role-${account}-${region}`,
        ),
      }),
    );
    return made;
  };
  role('diff', `${stage}-diff`, ['lookup']);
  const deploy = role('deploy', stage, ['deploy', 'file-publishing', 'lookup']);
  deploy.addToPolicy(
    new PolicyStatement({
      actions: ['ssm:GetParameters'],
      resources: [
        ...parameterNames.map(
          name => `arn:aws:ssm:${region}:${account}:parameter${parametersPath(stage)}/${name}`,
        ),
        `arn:aws:ssm:${region}:${account}:parameter${parametersPath(stage)}/${webhookUrlName}`,
      ],
    }),
  );
  deploy.addToPolicy(
    new PolicyStatement({ actions: ['sns:ListSubscriptionsByTopic'], resources: [topic.topicArn] }),
  );
  const botStack = (of: string): string =>
    `arn:aws:cloudformation:${region}:${of}:stack/svidok-${stage}-bot/*`;
  deploy.addToPolicy(
    new PolicyStatement({ actions: ['cloudformation:DescribeStacks'], resources: [botStack(account)] }),
  );
  Validations.of(deploy).acknowledge({
    // An account that is not known yet is named like this.
    id: `AwsSolutions-IAM5[Resource::${botStack(Token.isUnresolved(account) ? '<AWS::AccountId>' : account)}]`,
    reason: 'The last part of the id of a stack is random.',
  });
  // Supports no resource.
  deploy.addToPolicy(new PolicyStatement({ actions: ['cloudwatch:DescribeAlarms'], resources: ['*'] }));
  Validations.of(deploy).acknowledge({
    id: 'AwsSolutions-IAM5[Resource::*]',
    reason: 'cloudwatch:DescribeAlarms supports no resource.',
  });
};
