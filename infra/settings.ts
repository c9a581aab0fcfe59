import * as z from 'zod/mini';
import { environmentSchema } from '../bot/runtime/environment.ts';

const email = z.string().check(z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/));

/** What a stage is made of besides its secrets: an entry of `stages` in cdk.json. */
const stageSchema = z.strictObject({
  /** Where the data are kept: a decision about people's safety, so it is written down and not taken from a shell. */
  region: z.string().check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/)),
  country: z.string(),
  operator: environmentSchema.shape.OPERATOR,
  telegramApiRoot: z._default(z.string(), 'https://api.telegram.org'),
  /** How many different moderators must approve a report. */
  approvals: z._default(z.enum(['1', '2']), '1'),
  /** After how many hours moderators are reminded of a report that waits. */
  reminderHours: z._default(z.string().check(z.regex(/^[1-9]\d{0,2}$/)), '12'),
  /** Who is told of alarms and of costs, by e-mail. */
  notify: z._default(z.array(email), []),
  /** A month of the whole account; beyond it those above are told. */
  monthlyBudgetUsd: z._default(z.number().check(z.gte(1)), 20),
  /**
   * How many functions may run at once for the webhook, reserved for it. Off by default: young accounts have 10 in all,
   * and deployments fail that reserve any of them.
   */
  webhookConcurrency: z.optional(z.int().check(z.gte(1))),
  /** False only to remove a stage with everything that it holds. */
  keepData: z._default(z.boolean(), true),
  /** A table restored from a backup, to be used instead of the one of the stack. See "Backup and restore". */
  restoredRecords: z.optional(
    z.strictObject({ tableName: z.string().check(z.minLength(3)), streamArn: z.string() }),
  ),
});

export type Settings = Readonly<
  z.infer<typeof stageSchema> & {
    stage: string;
    /** Changes when a parameter does, so that a deployment starts the functions anew. */
    parametersVersion: string;
  }
>;

/** Where Parameter Store holds what is secret of a stage. */
export const parametersPath = (stage: string): string => `/svidok/${stage}`;

/** Beside what functions read: where the bot is, left there by the deployment for the command that registers by hand. */
export const webhookUrlName = 'WEBHOOK_URL';

/** Names of stages are parts of names of resources. */
const stageName = /^[a-z][a-z0-9]{1,11}$/;

/**
 * The settings of the stage that is asked for (`-c stage=prod`, else dev). `-c keepData=false` overrides the stage's own.
 * Throws, saying what to change, when there is no such stage or a value is wrong.
 */
export const readSettings = (context: (key: string) => unknown): Settings => {
  const stage = String(context('stage') ?? 'dev');
  const stages = (context('stages') ?? {}) as Readonly<Record<string, object>>;
  const entry = stageName.test(stage) && Object.hasOwn(stages, stage) ? stages[stage] : undefined;
  if (!entry)
    throw new Error(
      `There is no stage "${stage}" in cdk.json. There are: ${Object.keys(stages).join(', ')}. Names are 2 to 12 letters and digits.`,
    );
  const keepData = context('keepData');
  const result = stageSchema.safeParse({
    ...entry,
    ...(keepData !== undefined && { keepData: String(keepData) !== 'false' }),
  });
  if (!result.success)
    throw new Error(
      `The stage "${stage}" in cdk.json is wrong at: ${result.error.issues.map(({ path, message }) => `${path.join('.')} (${message})`).join(', ')}.`,
    );
  return { ...result.data, stage, parametersVersion: String(context('parametersVersion') ?? '0') };
};
