import { ArnFormat, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IDestination } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { Settings } from '../settings.ts';

/**
 * Of two functions that do jobs each tells people of the jobs that the other lost: one that died may not start at all. By name,
 * because each of them would otherwise have to exist before the other.
 */
const arnOf = (scope: Construct, { stage }: Settings, entry: 'export' | 'pictures'): string =>
  Stack.of(scope).formatArn({
    service: 'lambda',
    resource: 'function',
    resourceName: `svidok-${stage}-${entry}`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });

/** The right to hand a lost job on to that function. */
export const mayTellBy = (
  scope: Construct,
  settings: Settings,
  entry: 'export' | 'pictures',
): PolicyStatement =>
  new PolicyStatement({
    actions: ['lambda:InvokeFunction'],
    resources: [arnOf(scope, settings, entry)],
  });

/** That function as the destination of lost jobs. The role has the right by `mayTellBy`, in one exact statement. */
export const toldBy = (scope: Construct, settings: Settings, entry: 'export' | 'pictures'): IDestination => ({
  bind: () => ({ destination: arnOf(scope, settings, entry) }),
});
