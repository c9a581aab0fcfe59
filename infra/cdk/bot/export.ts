import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { environments } from '../../../bot/runtime/environment.ts';
import type { DataStack } from '../data-stack.ts';
import type { Settings } from '../settings.ts';
import { access, statementsOf } from './access.ts';
import { BotFunction, type Variables } from './bot-function.ts';
import { mayTellBy, toldBy } from './told-by.ts';

/** A hundred thousand incidents are read, written and sent in a few; longer hangs. */
const timeout = Duration.minutes(10);
/** Whoever waited longer has asked again. */
const jobLifetime = Duration.minutes(5);

/**
 * The function that makes files of what is published, called by the webhook without waiting. It has no queue of failed jobs, which
 * would keep who asked for what: whoever asked is told that it failed, by the function that draws pictures where this one died,
 * and asks again.
 */
export const addExport = (
  scope: Construct,
  {
    settings,
    data,
    build,
    variables: { RECORDS_TABLE, COUNTRY, TELEGRAM_API_ROOT, METRICS },
  }: Readonly<{
    settings: Settings;
    data: DataStack;
    build: string;
    variables: Variables<typeof environments.export>;
  }>,
): BotFunction<typeof environments.export> => {
  const made = new BotFunction(scope, 'ExportFunction', {
    settings,
    entry: 'export',
    build,
    description: 'Makes files of what is published, and sends them to whoever asked.',
    schema: environments.export,
    variables: { RECORDS_TABLE, COUNTRY, TELEGRAM_API_ROOT, METRICS },
    statements: [...statementsOf(access.export, data), mayTellBy(scope, settings, 'pictures')],
    // Half a processor, for the compression; the memory itself is not needed (test/bench/export.ts).
    memoryMb: 1024,
    timeout,
  });
  // A second try would send a second file.
  made.function.configureAsyncInvoke({
    retryAttempts: 0,
    maxEventAge: jobLifetime,
    onFailure: toldBy(scope, settings, 'pictures'),
  });
  return made;
};
