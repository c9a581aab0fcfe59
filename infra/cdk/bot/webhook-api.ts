import { Fn, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi,
  HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

/** Requests a second. Telegram delivers at most 10 updates at once, each taking some 0.2 s: more is not Telegram. */
const rateLimit = 100;
const burstLimit = 100;

/**
 * The only public endpoint: one throttled route that passes each update to the function. Its path ends in the random part of
 * the stack's id, which only whoever may read the stack knows: a scanner of addresses finds 404 and starts no function.
 * Removing the stack and deploying again gives another.
 */
export class WebhookApi extends Construct {
  /** The webhook's address, to register with Telegram. */
  readonly url: string;
  readonly api: HttpApi;
  readonly stage: HttpStage;

  constructor(
    scope: Construct,
    id: string,
    { stage, handler }: Readonly<{ stage: string; handler: IFunction }>,
  ) {
    super(scope, id);
    this.api = new HttpApi(this, 'Api', {
      apiName: `svidok-${stage}`,
      description: `Takes Telegram's updates for svidok ${stage}.`,
      createDefaultStage: false,
    });
    const path = `/webhook/${Fn.select(2, Fn.split('/', Stack.of(this).stackId))}`;
    const route = new HttpRoute(this, 'Route', {
      httpApi: this.api,
      routeKey: HttpRouteKey.with(path, HttpMethod.POST),
      integration: new HttpLambdaIntegration('Webhook', handler),
    });
    Validations.of(route).acknowledge({
      id: 'AwsSolutions-APIG4',
      reason:
        'Telegram knows no AWS credentials and no JWT. It repeats a secret in a header, which the function compares in constant time before it looks at anything else.',
    });
    const logs = new LogGroup(this, 'AccessLogs', {
      logGroupName: `/svidok/${stage}/access`,
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    this.stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit, burstLimit },
      accessLogSettings: {
        destination: new LogGroupLogDestination(logs),
        format: AccessLogFormat.custom(
          JSON.stringify({
            requestId: '$context.requestId',
            time: '$context.requestTime',
            status: '$context.status',
            latencyMs: '$context.responseLatency',
            functionStatus: '$context.integration.status',
            functionRequestId: '$context.integration.requestId',
            error: '$context.error.message',
          }),
        ),
      },
    });
    this.url = `${this.api.apiEndpoint}${path}`;
  }
}
