import * as z from 'zod/mini';
import { environmentSchema } from '../../bot/runtime/environment.ts';
import { localeSchema } from '../../lib/locale.ts';

const email = z.string().check(z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/));

const region = z.string().check(z.regex(/^[a-z]{2}(-[a-z]+)+-\d$/));
const arn = z.string().check(z.regex(/^arn:aws:\S+$/));

/** A table that was restored from a backup, or is a copy from another region. */
const restoredTable = z.strictObject({
  tableName: z.string().check(z.minLength(3)),
  /** Of the table of records. */
  streamArn: z.optional(arn),
  /** What encrypts it, if that is not the stage's own key. */
  keyArn: z.optional(arn),
  /** True when it was taken into the stack by `cdk import`: from then on deployments look after its indexes and recovery. */
  managed: z._default(z.boolean(), false),
  /** The table that the stack has meanwhile, if that was itself restored and taken in. */
  stackTable: z.optional(z.string()),
});

/** An entry of `stages` in cdk.json: all that configures a stage besides its secrets. */
const stageSchema = z.strictObject({
  /** Where the data are kept. It decides about people's safety, so it is never taken from the shell's AWS_REGION. */
  region,
  country: z.string(),
  operator: environmentSchema.shape.OPERATOR,
  telegramApiRoot: z._default(z.string(), 'https://api.telegram.org'),
  /** How many different moderators must approve a report. */
  approvals: z._default(z.enum(['1', '2']), '1'),
  /** The public channel in which releases and corrections are posted; without a language in the country's first. */
  channel: z.optional(
    z.strictObject({
      id: z.string().check(z.regex(/^-100\d{5,15}$/)),
      language: z.optional(localeSchema),
    }),
  ),
  /** Hours after which moderators are reminded of a waiting report. */
  reminderHours: z._default(z.string().check(z.regex(/^[1-9]\d{0,2}$/)), '12'),
  /** Days after which rejected reports are erased. */
  rejectedDays: z._default(z.int().check(z.gte(1), z.lte(9999)), 90),
  /** E-mail addresses for alarms and budget notices. */
  notify: z._default(z.array(email), []),
  /** Budget of the whole account; `notify` gets an e-mail when it is exceeded. */
  monthlyBudgetUsd: z._default(z.number().check(z.gte(1)), 20),
  /**
   * Concurrent executions reserved for the webhook. Off by default: new accounts have 10 in all, and a deployment that
   * reserves any of them fails.
   */
  webhookConcurrency: z.optional(z.int().check(z.gte(1))),
  /**
   * Days for which deleted keys of reports can be recovered, 1 to 35: how long a mistake can be mended, and after which an
   * erasure is final.
   */
  keyRecoveryDays: z._default(z.int().check(z.gte(1), z.lte(35)), 7),
  /** The GitHub repository (`owner/name`) whose workflow `deploy` may deploy this stage. */
  deployFrom: z.optional(z.string().check(z.regex(/^[\w.-]+\/[\w.-]+$/))),
  /** False only to deploy once although errors are being counted, which would stop a gradual release. */
  rollback: z._default(z.boolean(), true),
  /** False only to remove a stage together with its data. */
  keepData: z._default(z.boolean(), true),
  /** Tables used instead of the stack's own. See "Backup and restore" in infra/README.md. */
  restored: z._default(
    z.strictObject({
      chats: z.optional(restoredTable),
      keys: z.optional(restoredTable),
      records: z.optional(
        restoredTable.check(
          z.refine(({ managed, streamArn }) => managed || streamArn !== undefined, 'needs a streamArn'),
        ),
      ),
    }),
    {},
  ),
  /**
   * Another region that has a copy of every table at every moment, encrypted by a key of that region: what is erased here is
   * erased there. Without it a lost region is lost.
   */
  copies: z.optional(z.strictObject({ region, keyArn: arn })),
});

export type Settings = Readonly<
  z.infer<typeof stageSchema> & {
    stage: string;
    /** Changes whenever a parameter does, so that a deployment restarts the functions. */
    parametersVersion: string;
    /** What is deployed, for who looks for the way back. */
    commit: string;
  }
>;

/** The restored table that is in the stack in place of its first one, if there is one. */
export const stackTableOf = (
  { restored }: Settings,
  noun: keyof Settings['restored'],
): string | undefined => {
  const { managed, tableName, stackTable } = restored[noun] ?? {};
  return managed ? tableName : stackTable;
};

/** The path in Parameter Store below which the secrets of a stage lie. */
export const parametersPath = (stage: string): string => `/svidok/${stage}`;

/** A parameter that no function reads: the deployment stores the webhook's address in it for `npm run register`. */
export const webhookUrlName = 'WEBHOOK_URL';

/** CloudWatch's namespace for the metrics of a stage. */
export const metricsNamespace = (stage: string): string => `svidok/${stage}`;

/** A stage's name is part of the names of its resources. */
const stageName = /^[a-z][a-z0-9]{1,11}$/;

/** There is no such stage in cdk.json, or one of its values is wrong. The message says what to change. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

/**
 * The settings of the requested stage (`-c stage=prod`, else dev). `-c keepData=false` and `-c rollback=false` override the
 * stage's own. Throws SettingsError.
 */
export const readSettings = (context: (key: string) => unknown): Settings => {
  const stage = String(context('stage') ?? 'dev');
  const stages = (context('stages') ?? {}) as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const entry = stageName.test(stage) && Object.hasOwn(stages, stage) ? stages[stage] : undefined;
  if (!entry)
    throw new SettingsError(
      `There is no stage "${stage}" in cdk.json. There are: ${Object.keys(stages).join(', ')}. Names are 2 to 12 letters and digits.`,
    );
  const switched = (name: 'keepData' | 'rollback'): unknown => {
    const given = context(name);
    return given === undefined ? entry[name] : String(given) !== 'false';
  };
  const result = stageSchema.safeParse({
    ...entry,
    keepData: switched('keepData'),
    rollback: switched('rollback'),
  });
  if (!result.success)
    throw new SettingsError(
      `The stage "${stage}" in cdk.json is wrong at: ${result.error.issues.map(({ path, message }) => `${path.join('.')} (${message})`).join(', ')}.`,
    );
  return {
    ...result.data,
    stage,
    parametersVersion: String(context('parametersVersion') ?? '0'),
    commit: String(context('commit') ?? 'unknown'),
  };
};
