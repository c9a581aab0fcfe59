import { existsSync } from 'node:fs';
import { App, Stack, Validations } from 'aws-cdk-lib';
import { Match, type Template } from 'aws-cdk-lib/assertions';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parameterNames } from '../../../bot/runtime/environment.ts';
import { tableDefinitions } from '../../../lib/store/dynamodb/tables.ts';
import { buildEntries, type Context, cdkContext, synthesize, type Templates } from './synth.ts';

const notified = 'alarms@example.org';

let build: Awaited<ReturnType<typeof buildEntries>>;
let context: Context;
let templates: Templates;

beforeAll(async () => {
  build = await buildEntries();
  const fromFile = await cdkContext();
  const stages = fromFile.stages as Readonly<Record<string, object>>;
  context = { ...fromFile, stages: { ...stages, dev: { ...stages.dev, notify: [notified] } } };
  // The one run in which everything is validated: cdk-nag and the rules that come with the CDK.
  templates = synthesize(build.folder, context);
  process.env.CDK_VALIDATION = 'false';
});
afterAll(async () => {
  delete process.env.CDK_VALIDATION;
  await build.remove();
});

type Resource = Readonly<{ Properties: Readonly<Record<string, unknown>>; [key: string]: unknown }>;
const resources = (template: Template, type: string): readonly Resource[] =>
  Object.values(template.findResources(type)) as Resource[];
const all = (): readonly Template[] => [templates.data, templates.bot, templates.operations];

describe('the validation', () => {
  it('would find what is wrong: nothing was found because nothing is', () => {
    process.env.CDK_VALIDATION = 'true';
    const app = new App({ context: { ...context } });
    new Queue(new Stack(app, 'wrong', { env: { region: 'eu-central-1' } }), 'Queue');
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    expect(() => app.synth()).toThrow(/SQS4/);
    const other = new App({ context: { ...context } });
    const stack = new Stack(other, 'wrong', { env: { region: 'eu-central-1' } });
    new CfnFunction(stack, 'Function', {
      code: {},
      role: 'arn:aws:iam::123456789012:role/a',
      runtime: 'nodejs12.x',
    });
    expect(() => other.synth()).toThrow(/deprecated|runtime/i);
    process.env.CDK_VALIDATION = 'false';
  });
});

describe('the tables', () => {
  it('are made of the definition that the local ones are made of', () => {
    for (const [name, definition] of Object.entries(tableDefinitions)) {
      const days = { none: undefined, days: 7, longest: 35 }[definition.recovery];
      templates.data.hasResourceProperties('AWS::DynamoDB::GlobalTable', {
        TableName: `svidok-dev-${name}`,
        KeySchema: [
          { AttributeName: definition.partitionKey, KeyType: 'HASH' },
          { AttributeName: definition.sortKey, KeyType: 'RANGE' },
        ],
        GlobalSecondaryIndexes:
          definition.indexes.length === 0
            ? Match.absent()
            : definition.indexes.map(index =>
                Match.objectLike({
                  IndexName: index.name,
                  KeySchema: [
                    ...index.partitionKeys.map(AttributeName => ({ AttributeName, KeyType: 'HASH' })),
                    ...index.sortKeys.map(AttributeName => ({ AttributeName, KeyType: 'RANGE' })),
                  ],
                  Projection: { ProjectionType: 'ALL' },
                }),
              ),
        TimeToLiveSpecification:
          'timeToLive' in definition
            ? { AttributeName: definition.timeToLive, Enabled: true }
            : Match.absent(),
        StreamSpecification: definition.stream ? { StreamViewType: 'NEW_AND_OLD_IMAGES' } : Match.absent(),
        Replicas: [
          Match.objectLike({
            PointInTimeRecoverySpecification: Match.objectLike({
              PointInTimeRecoveryEnabled: definition.recovery !== 'none',
              RecoveryPeriodInDays: days ?? Match.absent(),
            }),
          }),
        ],
      });
    }
  });

  it('are encrypted by a key of our own that rotates, cannot be deleted, and cost no more than their caps', () => {
    for (const { Properties, DeletionPolicy } of resources(templates.data, 'AWS::DynamoDB::GlobalTable')) {
      expect(DeletionPolicy).toBe('Retain');
      expect(Properties).toMatchObject({
        BillingMode: 'PAY_PER_REQUEST',
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        WriteOnDemandThroughputSettings: { MaxWriteRequestUnits: expect.any(Number) },
        Replicas: [
          {
            DeletionProtectionEnabled: true,
            ReadOnDemandThroughputSettings: { MaxReadRequestUnits: expect.any(Number) },
          },
        ],
      });
    }
    const [key] = resources(templates.data, 'AWS::KMS::Key');
    expect(key).toMatchObject({ DeletionPolicy: 'Retain', Properties: { EnableKeyRotation: true } });
  });

  it('lose their protection only when a stage is to be removed with everything in it', () => {
    const { data } = synthesize(build.folder, { ...context, keepData: 'false' });
    for (const table of resources(data, 'AWS::DynamoDB::GlobalTable'))
      expect(table).toMatchObject({
        DeletionPolicy: 'Delete',
        Properties: { Replicas: [{ DeletionProtectionEnabled: false }] },
      });
  });

  it('have a cap for every index too, and no contributor insights, which would cost more than all the rest', () => {
    for (const { Properties } of resources(templates.data, 'AWS::DynamoDB::GlobalTable')) {
      const [replica] = Properties.Replicas as Record<string, readonly object[] | undefined>[];
      const indexes = (Properties.GlobalSecondaryIndexes ?? []) as readonly { IndexName: string }[];
      for (const index of indexes) {
        expect(index).toMatchObject({
          WriteOnDemandThroughputSettings: { MaxWriteRequestUnits: expect.any(Number) },
        });
        expect(replica?.GlobalSecondaryIndexes).toContainEqual(
          expect.objectContaining({
            IndexName: index.IndexName,
            ReadOnDemandThroughputSettings: { MaxReadRequestUnits: expect.any(Number) },
          }),
        );
      }
      expect(JSON.stringify(Properties)).not.toContain('ContributorInsights');
    }
  });

  it('cannot be recovered any more when their stage is to be removed, so that no backup outlives them', () => {
    const { data } = synthesize(build.folder, { ...context, keepData: 'false' });
    expect(JSON.stringify(data.toJSON())).not.toContain('"PointInTimeRecoveryEnabled":true');
  });

  it('can have a copy in another region, under a key of that region', () => {
    const keyArn = 'arn:aws:kms:eu-west-1:123456789012:key/a-key';
    const { data } = synthesize(build.folder, withDev({ copies: { region: 'eu-west-1', keyArn } }));
    for (const { Properties } of resources(data, 'AWS::DynamoDB::GlobalTable')) {
      const replicas = Properties.Replicas as readonly { Region: string }[];
      expect(replicas.map(({ Region }) => Region).sort()).toEqual(['eu-central-1', 'eu-west-1']);
      expect(replicas.find(({ Region }) => Region === 'eu-west-1')).toMatchObject({
        DeletionProtectionEnabled: true,
        SSESpecification: { KMSMasterKeyId: keyArn },
      });
    }
  });
});

/** cdk.json with other settings for the stage `dev`. */
const withDev = (settings: object): Context => {
  const stages = context.stages as Readonly<Record<string, object>>;
  return { ...context, stages: { ...stages, dev: { ...stages.dev, ...settings } } };
};

describe.each([
  ['chats', 'CHATS_TABLE'],
  ['keys', 'KEYS_TABLE'],
  ['records', 'RECORDS_TABLE'],
] as const)('a restored table of %s', (name, variable) => {
  const arn = `arn:aws:dynamodb:eu-central-1:123456789012:table/svidok-dev-${name}-restored`;
  const restored = {
    tableName: `svidok-dev-${name}-restored`,
    streamArn: name === 'records' ? `${arn}/stream/2026` : undefined,
  };
  const others = ['chats', 'keys', 'records'].filter(other => other !== name);

  it('is what every part then uses, while the one before it stays', () => {
    const { data, bot, operations } = synthesize(build.folder, withDev({ restored: { [name]: restored } }));
    for (const role of ['webhook', 'worker'])
      bot.hasResourceProperties('AWS::Lambda::Function', {
        FunctionName: `svidok-dev-${role}`,
        Environment: { Variables: Match.objectLike({ [variable]: restored.tableName }) },
      });
    if (restored.streamArn)
      bot.hasResourceProperties('AWS::Lambda::EventSourceMapping', { EventSourceArn: restored.streamArn });
    for (const template of [bot, operations]) {
      expect(JSON.stringify(template.toJSON())).toContain(restored.tableName);
      expect(JSON.stringify(template.toJSON())).not.toMatch(new RegExp(`Export\\w+${name}`));
    }
    // What the bot imported before this deployment is still there, or CloudFormation refuses.
    expect(data.toJSON().Outputs).toMatchObject(templates.data.toJSON().Outputs);
    expect(data.findResources('AWS::DynamoDB::GlobalTable')).toEqual(
      templates.data.findResources('AWS::DynamoDB::GlobalTable'),
    );
  });

  it('can be taken into the stack: it is then all that the one before was, under its own name', () => {
    const { data, bot } = synthesize(
      build.folder,
      withDev({ restored: { [name]: { ...restored, managed: true } } }),
    );
    const tables = data.findResources('AWS::DynamoDB::GlobalTable');
    const before = templates.data.findResources('AWS::DynamoDB::GlobalTable');
    const [id = ''] = Object.keys(tables).filter(one => !(one in before));
    const [old = ''] = Object.keys(before).filter(one => !(one in tables));
    expect(tables[id]).toEqual({
      ...before[old],
      Properties: { ...before[old]?.Properties, TableName: restored.tableName },
    });
    expect(tables[id]?.DeletionPolicy).toBe('Retain');
    expect(Object.keys(tables)).toHaveLength(others.length + 1);
    expect(JSON.stringify(bot.toJSON())).toContain(id);
    expect(JSON.stringify(bot.toJSON())).not.toContain(old);
  });
});

describe('a restored table', () => {
  it('can replace one that was restored before and is in the stack, which stays there', () => {
    const first = { tableName: 'svidok-dev-keys-1', managed: true };
    const second = { tableName: 'svidok-dev-keys-2', stackTable: first.tableName };
    const tablesWith = (keys: object) =>
      synthesize(build.folder, withDev({ restored: { keys } })).data.findResources(
        'AWS::DynamoDB::GlobalTable',
      );
    expect(tablesWith(second)).toEqual(tablesWith(first));
  });

  it('may be encrypted by another key, which the functions then may use', () => {
    const keyArn = 'arn:aws:kms:eu-central-1:123456789012:key/of-a-copy';
    const { bot } = synthesize(
      build.folder,
      withDev({ restored: { keys: { tableName: 'svidok-prod-keys', keyArn } } }),
    );
    const policies = resources(bot, 'AWS::IAM::Policy').filter(({ Properties }) =>
      JSON.stringify(Properties.PolicyDocument).includes(keyArn),
    );
    expect(policies).toHaveLength(4);
  });

  it('of records needs its stream', () => {
    const restored = { records: { tableName: 'svidok-dev-records-restored' } };
    expect(() => synthesize(build.folder, withDev({ restored }))).toThrow(/streamArn/);
  });
});

describe('a new version of the webhook', () => {
  it('takes its calls step by step, and gives them back when it crashes or has bugs', () => {
    templates.bot.hasResource('AWS::Lambda::Alias', {
      UpdatePolicy: { CodeDeployLambdaAliasUpdate: Match.anyValue() },
    });
    const alarms = Object.entries(templates.bot.findResources('AWS::CloudWatch::Alarm'));
    expect(alarms.map(([, { Properties }]) => Properties.AlarmName).sort()).toEqual([
      'svidok-dev-release-bugs',
      'svidok-dev-release-errors',
    ]);
    templates.bot.hasResourceProperties('AWS::CodeDeploy::DeploymentGroup', {
      DeploymentConfigName: 'CodeDeployDefault.LambdaCanary10Percent5Minutes',
      AlarmConfiguration: { Enabled: true, Alarms: alarms.map(([id]) => ({ Name: { Ref: id } })) },
      AutoRollbackConfiguration: {
        Enabled: true,
        Events: ['DEPLOYMENT_FAILURE', 'DEPLOYMENT_STOP_ON_ALARM'],
      },
    });
    // Telegram's calls reach the alias, and nothing but the API may call it.
    const [aliasId] = Object.keys(templates.bot.findResources('AWS::Lambda::Alias'));
    templates.bot.hasResourceProperties('AWS::ApiGatewayV2::Integration', {
      IntegrationUri: { Ref: aliasId },
    });
  });

  it('takes all of them at once when told so', () => {
    const { bot } = synthesize(build.folder, { ...context, rollback: 'false' });
    bot.hasResourceProperties('AWS::CodeDeploy::DeploymentGroup', {
      DeploymentConfigName: 'CodeDeployDefault.LambdaAllAtOnce',
      AlarmConfiguration: { Enabled: false, Alarms: Match.absent() },
    });
  });
});

describe('the functions', () => {
  const ours = (): readonly Resource[] =>
    resources(templates.bot, 'AWS::Lambda::Function').filter(
      ({ Properties }) => 'FunctionName' in Properties,
    );

  it('run on Node 24 on arm64, log JSON into a group of their own that forgets, as a role of their own', () => {
    const roles = new Set<string>();
    for (const { Properties } of ours()) {
      expect(Properties).toMatchObject({
        Runtime: 'nodejs24.x',
        Architectures: ['arm64'],
        Handler: 'index.handler',
        LoggingConfig: { LogFormat: 'JSON', LogGroup: { Ref: expect.any(String) } },
      });
      roles.add(JSON.stringify(Properties.Role));
    }
    expect(roles.size).toBe(ours().length);
    for (const { Properties } of resources(templates.bot, 'AWS::Logs::LogGroup'))
      expect(Properties.RetentionInDays).toBe(30);
  });

  it('have no managed policy, and no wildcard but those that AWS demands', () => {
    for (const { Properties } of resources(templates.bot, 'AWS::IAM::Role'))
      expect(Properties.ManagedPolicyArns).toBeUndefined();
    const wild = resources(templates.bot, 'AWS::IAM::Policy')
      .flatMap(
        ({ Properties }) =>
          (Properties.PolicyDocument as { Statement: { Action: unknown; Resource: unknown }[] }).Statement,
      )
      // In a condition, a wildcard narrows what is allowed.
      .filter(({ Action, Resource }) => JSON.stringify([Action, Resource]).includes('*'));
    expect(wild).toEqual(
      expect.arrayContaining([
        { Effect: 'Allow', Action: 'dynamodb:ListStreams', Resource: '*' },
        { Effect: 'Allow', Action: 'cloudwatch:DescribeAlarms', Resource: '*' },
      ]),
    );
    expect(wild).toHaveLength(2);
  });

  it('know the public channel of their stage, and its language', () => {
    const channel = { id: '-1001234567890', language: 'en' };
    const { bot } = synthesize(build.folder, withDev({ channel }));
    bot.hasResourceProperties('AWS::Lambda::Function', {
      FunctionName: 'svidok-dev-worker',
      Environment: {
        Variables: Match.objectLike({ CHANNEL: channel.id, CHANNEL_LANGUAGE: channel.language }),
      },
    });
    expect(() => synthesize(build.folder, withDev({ channel: { id: '@svidok' } }))).toThrow('channel.id');
  });

  it('hold no secret in their settings, only where secrets are', () => {
    for (const { Properties } of ours()) {
      const { Variables } = Properties.Environment as { Variables: Record<string, string> };
      expect(Variables.PARAMETERS).toBe('/svidok/dev');
      for (const name of parameterNames) expect(Variables).not.toHaveProperty(name);
    }
    for (const template of all()) {
      expect(JSON.stringify(template.toJSON())).not.toContain('{{resolve:');
      expect(Object.keys(template.toJSON().Parameters ?? {})).toEqual(['BootstrapVersion']);
    }
  });

  it('start anew when a parameter has changed', () => {
    const changed = synthesize(build.folder, { ...context, parametersVersion: '7.1.2' });
    changed.bot.allResourcesProperties('Custom::TelegramWebhook', { Parameters: '7.1.2' });
    for (const name of ['webhook', 'worker', 'pictures', 'registrar'])
      changed.bot.hasResourceProperties('AWS::Lambda::Function', {
        FunctionName: `svidok-dev-${name}`,
        Environment: { Variables: Match.objectLike({ PARAMETERS_VERSION: '7.1.2' }) },
      });
  });
});

describe('the door', () => {
  it('is one route, throttled and logged, and nothing else is open to the world', () => {
    const routes = resources(templates.bot, 'AWS::ApiGatewayV2::Route');
    // The last part of the stack's id is random.
    const random = { 'Fn::Select': [2, { 'Fn::Split': ['/', { Ref: 'AWS::StackId' }] }] };
    expect(routes.map(({ Properties }) => Properties.RouteKey)).toEqual([
      { 'Fn::Join': ['', ['POST /webhook/', random]] },
    ]);
    expect(JSON.stringify(resources(templates.bot, 'Custom::TelegramWebhook'))).toContain(
      JSON.stringify(random),
    );
    templates.bot.hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      DefaultRouteSettings: { ThrottlingBurstLimit: 100, ThrottlingRateLimit: 100 },
      AccessLogSettings: { DestinationArn: Match.anyValue(), Format: Match.anyValue() },
    });
    for (const template of all())
      for (const type of [
        'AWS::Lambda::Url',
        'AWS::S3::Bucket',
        'AWS::ApiGateway::RestApi',
        'AWS::CloudFront::Distribution',
        'AWS::EC2::SecurityGroup',
      ])
        template.resourceCountIs(type, 0);
    const permissions = resources(templates.bot, 'AWS::Lambda::Permission');
    for (const { Properties } of permissions) {
      expect(['apigateway.amazonaws.com', 'events.amazonaws.com']).toContain(Properties.Principal);
      expect(Properties.SourceArn).toBeDefined();
    }
  });

  it('logs nothing of who calls, or what', () => {
    const [stage] = resources(templates.bot, 'AWS::ApiGatewayV2::Stage');
    const format = JSON.stringify(stage?.Properties.AccessLogSettings);
    expect(format).toContain('$context.requestId');
    expect(format).not.toMatch(/sourceIp|userAgent|body|header/i);
  });
});

describe('the stream', () => {
  it('is read from its beginning, with bounded retries, bisection, failures by item and a queue for what failed', () => {
    templates.bot.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      MaximumRecordAgeInSeconds: 23 * 60 * 60,
      MaximumRetryAttempts: 10_000,
      DestinationConfig: { OnFailure: { Destination: Match.anyValue() } },
      FilterCriteria: {
        Filters: [
          {
            Pattern: JSON.stringify({
              eventName: ['INSERT', 'MODIFY'],
              dynamodb: { Keys: { sk: { S: ['REPORT', 'INCIDENT'] } } },
            }),
          },
        ],
      },
    });
  });
});

describe('the alarms', () => {
  it('each tell somebody, and each say what to do, in files that exist', () => {
    const alarms = resources(templates.operations, 'AWS::CloudWatch::Alarm');
    const [topic] = Object.keys(templates.operations.findResources('AWS::SNS::Topic'));
    for (const { Properties } of alarms) {
      expect(Properties.AlarmActions).toEqual([{ Ref: topic }]);
      expect(String(Properties.AlarmDescription).length).toBeGreaterThan(100);
      // CloudWatch's own limit.
      expect(String(Properties.AlarmDescription).length).toBeLessThanOrEqual(1024);
      const files = String(Properties.AlarmDescription).match(/[\w/-]+\.ts\b/g) ?? [];
      for (const file of files) expect(existsSync(file), file).toBe(true);
    }
    const names = alarms.map(({ Properties }) => String(Properties.AlarmName).replace('svidok-dev-', ''));
    expect(names).toEqual(
      expect.arrayContaining([
        'webhook-errors',
        'webhook-throttles',
        'webhook-slow',
        'worker-errors',
        'worker-throttles',
        'worker-slow',
        'updates-failed',
        'queue-old',
        'dead-letters',
        'stream-late',
        'not-registered',
      ]),
    );
    templates.operations.hasResourceProperties('AWS::SNS::Subscription', {
      Protocol: 'email',
      Endpoint: notified,
    });
    templates.operations.hasResourceProperties('AWS::Budgets::Budget', {
      Budget: { BudgetLimit: { Amount: 20, Unit: 'USD' }, TimeUnit: 'MONTHLY' },
    });
  });
});

describe('a stage', () => {
  it('has nothing in common with another', () => {
    const prod = synthesize(build.folder, { ...context, stage: 'prod' });
    for (const template of [prod.data, prod.bot, prod.operations])
      expect(JSON.stringify(template.toJSON())).not.toContain('svidok-dev');
  });

  it('that is not in cdk.json is refused, with what there is', () => {
    expect(() => synthesize(build.folder, { ...context, stage: 'test' })).toThrow(/dev, prod/);
  });

  it('with a wrong setting is refused, by name', () => {
    const stages = { dev: { region: 'nowhere', country: 'UA', operator: 'somebody' } };
    expect(() => synthesize(build.folder, { ...context, stages })).toThrow(/region/);
    const country = { dev: { region: 'eu-central-1', country: 'Atlantis', operator: 'somebody' } };
    expect(() => synthesize(build.folder, { ...context, stages: country })).toThrow(/COUNTRY/);
  });
});
