import { Duration } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { environments } from '../../../bot/runtime/environment.ts';
import type { DataStack } from '../data-stack.ts';
import type { Settings } from '../settings.ts';
import { access, statementsOf } from './access.ts';
import { BotFunction, type Variables } from './bot-function.ts';
import { mayTellBy, toldBy } from './told-by.ts';

/** A picture takes a second or two; the rest is for waiting when Telegram asks for it. */
const timeout = Duration.minutes(1);
/** Who has waited for so long has asked again. */
const longestWait = Duration.minutes(5);

/** The function that draws pictures and sends them. Nothing waits for it; it tells people itself when it fails, unless it died. */
export const addPictures = (
  scope: Construct,
  {
    settings,
    data,
    build,
    variables,
  }: Readonly<{
    settings: Settings;
    data: DataStack;
    build: string;
    variables: Variables<typeof environments.pictures>;
  }>,
): BotFunction<typeof environments.pictures> => {
  const pictures = new BotFunction(scope, 'Pictures', {
    settings,
    entry: 'pictures',
    build,
    description: 'Draws maps and charts of what is published, and sends them.',
    schema: environments.pictures,
    variables,
    statements: [...statementsOf(access.pictures, data), mayTellBy(scope, settings, 'export')],
    // A whole processor.
    memoryMb: 1769,
    timeout,
  });
  // A process that died is tried once more; whatever else fails was told to the person.
  pictures.function.configureAsyncInvoke({
    retryAttempts: 1,
    maxEventAge: longestWait,
    onFailure: toldBy(scope, settings, 'export'),
  });
  return pictures;
};
