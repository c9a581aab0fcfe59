import type { UserFromGetMe } from 'grammy/types';
import * as z from 'zod/mini';
import { type Country, countryCodes, findCountry } from '../../lib/country.ts';
import { localeSchema, locales } from '../../lib/locale.ts';

/** Telegram ids as a person would write them: `123456789, 987654321`. */
const ids = z.pipe(
  z.string().check(z.regex(/^\s*(\d+(\s*,\s*\d+)*)?\s*$/)),
  z.transform(
    (text: string): ReadonlySet<number> =>
      new Set(
        text
          .split(',')
          .map(id => id.trim())
          .filter(id => id !== '')
          .map(Number),
      ),
  ),
);

const botInfo = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.issues.push({ code: 'custom', input: text });
        return undefined;
      }
    }),
  ),
  z.pipe(
    z.looseObject({ id: z.int(), is_bot: z.literal(true), first_name: z.string(), username: z.string() }),
    // The rest are flags of what the bot can do, to which Telegram adds over time.
    z.transform(info => info as unknown as UserFromGetMe),
  ),
);

const country = z.pipe(
  z._default(z.string(), 'UA'),
  z.transform((code, context): Country => {
    const found = findCountry(code);
    if (found) return found;
    context.issues.push({ code: 'custom', input: code });
    return z.NEVER;
  }),
);

/** A report that has waited for longer was overlooked. */
const defaultReminderHours = 12;

/** Longer than a witness needs to see why, and to correct it. */
const defaultRejectedDays = 90;
const defaultKeyRecoveryDays = 7;

const days = (most: number, usual: number) =>
  z._default(
    z.pipe(
      z.string().check(
        z.regex(/^[1-9]\d{0,3}$/),
        z.refine(text => Number(text) <= most),
      ),
      z.transform(Number),
    ),
    usual,
  );

/** Treats an empty variable as missing. */
const optional = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.pipe(
    z.transform((value: unknown) => (value === '' ? undefined : value)),
    z.optional(schema),
  );

/** The name of a Lambda function. */
const functionName = optional(z.string().check(z.regex(/^[\w-]{1,64}$/)));

/**
 * Everything that is configured from outside, by the name of its variable. A deployment keeps those of `parameterNames` in
 * Parameter Store; a local start reads all of them from variables.
 */
export const environmentSchema = z.object({
  BOT_TOKEN: z.string().check(z.regex(/^\d+:[\w-]{8,}$/)),
  BOT_INFO: botInfo,
  WEBHOOK_SECRET: z.string().check(z.regex(/^[\w-]{16,256}$/)),
  IDENTITY_SECRET: z.pipe(
    z.string().check(z.regex(/^[^\s,]{32,}(,[^\s,]{32,})*$/)),
    z.transform((text: string): readonly string[] => text.split(',')),
  ),
  TELEGRAM_API_ROOT: z._default(
    z.string().check(z.regex(/^https?:\/\/[^\s]+[^/]$/)),
    'https://api.telegram.org',
  ),
  CHATS_TABLE: z.string().check(z.minLength(3)),
  KEYS_TABLE: z.string().check(z.minLength(3)),
  RECORDS_TABLE: z.string().check(z.minLength(3)),
  MODERATORS_CHAT: optional(z.pipe(z.string().check(z.regex(/^-\d+$/)), z.transform(Number))),
  ADMINS: z._default(ids, new Set<number>()),
  CHANNEL: optional(z.pipe(z.string().check(z.regex(/^-100\d{5,15}$/)), z.transform(Number))),
  CHANNEL_LANGUAGE: optional(localeSchema),
  COUNTRY: country,
  APPROVALS: z._default(z.enum(['1', '2']), '1'),
  RELEASES: z._default(z.enum(['batches', 'immediate']), 'batches'),
  REMINDER_HOURS: z._default(
    z.pipe(z.string().check(z.regex(/^[1-9]\d{0,2}$/)), z.transform(Number)),
    defaultReminderHours,
  ),
  REJECTED_DAYS: days(9999, defaultRejectedDays),
  KEY_RECOVERY_DAYS: days(35, defaultKeyRecoveryDays),
  OPERATOR: z.string().check(z.minLength(2), z.maxLength(200)),
  EXPORT_FUNCTION: functionName,
  PICTURES_FUNCTION: functionName,
  METRICS: optional(z.string().check(z.regex(/^[\w/-]{1,100}$/))),
});

/** Where Telegram should deliver updates; without it, nothing watches whether it does. */
const webhookUrl = optional(z.string().check(z.regex(/^https?:\/\/\S+$/)));

export type Environment = Readonly<z.infer<typeof environmentSchema>>;
type Variable = keyof Environment | 'WEBHOOK_URL';

/** Secrets and ids of people, which neither templates nor function settings may hold. Parameters have the variables' names. */
export const parameterNames = [
  'BOT_TOKEN',
  'BOT_INFO',
  'WEBHOOK_SECRET',
  'IDENTITY_SECRET',
  'MODERATORS_CHAT',
  'ADMINS',
] as const satisfies readonly Variable[];
export type ParameterName = (typeof parameterNames)[number];

/** What each Lambda entry reads. Its variables and its rights in the deployment are made from the same schema. */
export const environments = {
  webhook: environmentSchema,
  worker: z.extend(
    z.pick(environmentSchema, {
      BOT_TOKEN: true,
      IDENTITY_SECRET: true,
      TELEGRAM_API_ROOT: true,
      CHATS_TABLE: true,
      KEYS_TABLE: true,
      RECORDS_TABLE: true,
      MODERATORS_CHAT: true,
      CHANNEL: true,
      CHANNEL_LANGUAGE: true,
      COUNTRY: true,
      APPROVALS: true,
      RELEASES: true,
      REMINDER_HOURS: true,
      REJECTED_DAYS: true,
      KEY_RECOVERY_DAYS: true,
      METRICS: true,
    }),
    { WEBHOOK_URL: webhookUrl },
  ),
  export: z.pick(environmentSchema, {
    BOT_TOKEN: true,
    TELEGRAM_API_ROOT: true,
    RECORDS_TABLE: true,
    COUNTRY: true,
    METRICS: true,
  }),
  pictures: z.pick(environmentSchema, {
    BOT_TOKEN: true,
    TELEGRAM_API_ROOT: true,
    CHATS_TABLE: true,
    RECORDS_TABLE: true,
    COUNTRY: true,
    METRICS: true,
  }),
  registrar: z.pick(environmentSchema, {
    BOT_TOKEN: true,
    WEBHOOK_SECRET: true,
    TELEGRAM_API_ROOT: true,
    MODERATORS_CHAT: true,
    COUNTRY: true,
    METRICS: true,
  }),
} as const;

/** What each variable must be, in words. Problems never quote the value: it may be a secret. */
const expected: Readonly<Record<Variable, string>> = {
  BOT_TOKEN: "the bot's token from @BotFather, such as 123456789:AAE…",
  BOT_INFO: "what Telegram's getMe answers for the bot, as JSON",
  WEBHOOK_SECRET: '16 to 256 characters of A-Z a-z 0-9 _ -',
  IDENTITY_SECRET: 'at least 32 characters without spaces; several, newest first, are separated by commas',
  TELEGRAM_API_ROOT:
    'the address of a Bot API server without a slash at its end, such as https://api.telegram.org',
  EXPORT_FUNCTION: 'the name of the function that makes files',
  WEBHOOK_URL: 'the address at which Telegram delivers updates',
  CHATS_TABLE: 'the name of the table of chats',
  KEYS_TABLE: "the name of the table of reports' keys",
  RECORDS_TABLE: 'the name of the table of records',
  MODERATORS_CHAT: "the id of the moderators' group, a negative number such as -1001234567890",
  ADMINS: 'Telegram ids separated by commas, such as 123456789,987654321',
  CHANNEL: 'the id of the public channel, a number such as -1001234567890',
  CHANNEL_LANGUAGE: `one of ${locales.join(', ')}`,
  COUNTRY: `one of ${countryCodes.join(', ')}`,
  APPROVALS: '1 or 2: how many different moderators must approve a report',
  RELEASES:
    'batches, or immediate (for trying things out: nothing waits, which tells when a report was sent)',
  REMINDER_HOURS: 'after how many hours of waiting moderators are reminded of a report, 1 to 999',
  REJECTED_DAYS: 'after how many days rejected reports are erased, 1 to 9999',
  KEY_RECOVERY_DAYS: 'for how many days erased keys can be recovered, 1 to 35',
  OPERATOR: 'who runs this bot, as told to every witness (2 to 200 characters)',
  PICTURES_FUNCTION: 'the name of the function that draws pictures',
  METRICS: 'the namespace of the metrics, such as svidok/dev',
};

type EnvironmentReading<Read = Environment> =
  | Readonly<{ kind: 'valid'; environment: Read }>
  | Readonly<{ kind: 'invalid'; problems: readonly string[] }>;

/** Reads the environment. Otherwise a line for each variable that is missing or wrong, with what it must be. */
export function readEnvironment(variables: Variables): EnvironmentReading;
export function readEnvironment<Schema extends z.ZodMiniObject>(
  variables: Variables,
  schema: Schema,
): EnvironmentReading<z.output<Schema>>;
export function readEnvironment(
  variables: Variables,
  schema: z.ZodMiniObject = environmentSchema,
): EnvironmentReading<unknown> {
  const parsed = schema.safeParse(variables);
  if (parsed.success) return { kind: 'valid', environment: parsed.data };
  const names = new Set(parsed.error.issues.map(issue => String(issue.path[0]) as Variable));
  return {
    kind: 'invalid',
    problems: [...names].map(
      name =>
        `${name} is ${variables[name] === undefined ? 'missing' : 'wrong'}: it must be ${expected[name]}.`,
    ),
  };
}

type Variables = Readonly<Record<string, string | undefined>>;
