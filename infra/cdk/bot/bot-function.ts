import { type Duration, RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type * as z from 'zod/mini';
import { type ParameterName, parameterNames } from '../../../bot/runtime/environment.ts';
import type { Entry } from '../bundle.ts';
import { parametersPath, type Settings } from '../settings.ts';

/** Every variable that a handler reads, except those kept in Parameter Store. */
export type Variables<Schema extends z.ZodMiniObject> = {
  readonly [Name in Exclude<keyof z.output<Schema> & string, ParameterName>]: string;
};

type BotFunctionProps<Schema extends z.ZodMiniObject> = Readonly<{
  settings: Settings;
  entry: Entry;
  /** The folder of the bundled entries. */
  build: string;
  description: string;
  /** The schema of the handler's environment: it decides which variables are set and which parameters may be read. */
  schema: Schema;
  variables: Variables<Schema>;
  statements: readonly PolicyStatement[];
  memoryMb: number;
  timeout: Duration;
  reservedConcurrency?: number | undefined;
}>;

/** Long enough to investigate after a holiday. Logs hold no personal data. */
const logRetention = RetentionDays.ONE_MONTH;

/**
 * A Lambda function on Node 24 and arm64, with its own bundle, role and JSON log group. A variable that its handler does
 * not read, or one that is missing, does not compile. The role has no managed policy: it may write to its log group, read
 * the parameters that its schema names, and do what `statements` allow.
 */
export class BotFunction<Schema extends z.ZodMiniObject> extends Construct {
  readonly function: LambdaFunction;
  readonly logGroup: LogGroup;

  constructor(scope: Construct, id: string, props: BotFunctionProps<Schema>) {
    super(scope, id);
    const { settings, entry, schema, variables } = props;
    const path = parametersPath(settings.stage);
    check(schema, variables);
    this.logGroup = new LogGroup(this, 'Logs', {
      logGroupName: `/svidok/${settings.stage}/${entry}`,
      retention: logRetention,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.logGroup.grantWrite(role);
    role.addToPolicy(
      new PolicyStatement({
        actions: ['ssm:GetParameters'],
        resources: parameterNames
          .filter(name => name in schema.shape)
          .map(name =>
            Stack.of(this).formatArn({ service: 'ssm', resource: `parameter${path}`, resourceName: name }),
          ),
      }),
    );
    for (const statement of props.statements) role.addToPolicy(statement);
    this.function = new LambdaFunction(this, 'Function', {
      functionName: `svidok-${settings.stage}-${entry}`,
      description: props.description,
      code: Code.fromAsset(`${props.build}/${entry}`),
      handler: 'index.handler',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      memorySize: props.memoryMb,
      timeout: props.timeout,
      reservedConcurrentExecutions: props.reservedConcurrency,
      role,
      logGroup: this.logGroup,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      systemLogLevelV2: SystemLogLevel.INFO,
      environment: {
        ...variables,
        PARAMETERS: path,
        PARAMETERS_VERSION: settings.parametersVersion,
      },
    });
  }
}

/** Checks the values that are known at synthesis as the handler will; the others are names that AWS assigns. */
const check = <Schema extends z.ZodMiniObject>(schema: Schema, variables: Variables<Schema>): void => {
  for (const [name, value] of Object.entries<string>(variables)) {
    const result = Token.isUnresolved(value) || schema.shape[name]?.['~standard'].validate(value);
    if (typeof result === 'object' && 'issues' in result && result.issues)
      throw new Error(`The variable ${name} is wrong: "${value}".`);
  }
};
