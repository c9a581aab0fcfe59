import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { access } from '../../../../infra/cdk/bot/access.ts';
import { type Right, rightsOf, used } from '../../../support/database/rights.ts';
import { cardOf, submit } from '../../../support/product/desk.ts';
import { type Product, startProduct, webhookSecret } from '../../../support/product/product.ts';
import { answers } from '../../../support/samples/samples.ts';
import { approval } from '../../../support/samples/submission.ts';
import { until as waitFor } from '../../../support/until.ts';
import { doEverything } from '../../../whole/everything.ts';
import { buildEntries, cdkContext, synthesize, type Templates } from '../synth.ts';

let build: Awaited<ReturnType<typeof buildEntries>>;
let templates: Templates;

beforeAll(async () => {
  process.env.CDK_VALIDATION = 'false';
  build = await buildEntries();
  templates = synthesize(build.folder, await cdkContext());
});
afterAll(async () => {
  delete process.env.CDK_VALIDATION;
  await build.remove();
});

type Statement = Readonly<{
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
}>;

/** What the template grants a function on the tables, in the words in which its calls are noted. */
const granted = (role: string): readonly Right[] => {
  const policies = Object.values(templates.bot.findResources('AWS::IAM::Policy'));
  const policy = policies.find(({ Properties }) => JSON.stringify(Properties.Roles).includes(`"${role}Role`));
  const statements = policy?.Properties.PolicyDocument.Statement as readonly Statement[];
  return statements
    .filter(({ Action }) => !/Stream|Shard|GetRecords/.test(String(Action)))
    .flatMap(({ Effect, Action, Resource }) => {
      expect(Effect).toBe('Allow');
      return [Action]
        .flat()
        .filter(action => action.startsWith('dynamodb:'))
        .flatMap(action =>
          [Resource].flat().map(resource => {
            const text = JSON.stringify(resource);
            const [, table] = /FnGetAtt(chats|keys|records)\w+Arn/.exec(text) ?? [];
            const [, index] = /"\/index\/(\w+)"/.exec(text) ?? [];
            return `${action.replace('dynamodb:', '')} ${table}${index === undefined ? '' : `/${index}`}`;
          }),
        );
    });
};

/** An incident is released by the clock, and the moderators' chat is told. */
const release = async (product: Product): Promise<void> => {
  const { store, reader } = product;
  const at = new Date().toISOString();
  const report = await submit(product, reader, {
    ...answers,
    occurred: { precision: 'unknown', zone: 'Europe/Kyiv' },
  });
  const approving = approval(report, { at });
  await store.reports.approve(approving);
  const { incident } = approving.into;
  const until = new Date(Date.now() + 200).toISOString();
  await store.incidents.hold({ incident, version: 1, by: 'admin', at, until, role: 'admin' });
  await waitFor(async () => {
    await product.tick();
    return (await store.incidents.read(incident))?.status === 'published';
  });
  await waitFor(async () => {
    await product.tick();
    return product.telegram.calls.some(({ parameters }) =>
      JSON.stringify(parameters).includes('Published: 1 incident'),
    );
  });
};

/** An admin writes to the bot in the name of the group. */
const writeAnonymously = async ({ webhook, group }: Product): Promise<void> => {
  const chat = { id: group.id, type: 'supergroup', title: 'Moderators' };
  const from = { id: 1_087_968_824, is_bot: true, first_name: 'Group', username: 'GroupAnonymousBot' };
  const message = { message_id: 90_000, date: 1_800_000_000, chat, from, sender_chat: chat, text: '/queue' };
  const { status } = await fetch(webhook, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': webhookSecret },
    body: JSON.stringify({ update_id: 900_000, message }),
  });
  expect(status).toBe(200);
};

/** A rejected report is erased by the clock, once it was kept for long enough. */
const erase = async (product: Product): Promise<void> => {
  const { store, reader, deps } = product;
  const { id, version } = await submit(product, reader);
  const at = new Date(Date.now() - (deps.kept.rejectedDays + 1) * 86_400_000).toISOString();
  await store.reports.reject({ id, version, by: 'moderator', at, rejection: { reason: 'abuse' } });
  await waitFor(async () => {
    await product.tick();
    return (await store.reports.read(id)) === undefined;
  });
};

describe('what a function may do with the tables', () => {
  it('is what its code does when everything is done once: nothing is missing, nothing is there for nothing', {
    timeout: 120_000,
  }, async () => {
    let isFull = false;
    const product = await startProduct({
      change: deps => ({ ...deps, store: { ...deps.store, rateLimit: { take: async () => !isFull } } }),
    });
    await doEverything(product, {
      place: 'Malokaterynivka',
      account: 'I saw it from the window.',
      caption: 'the yard',
      reason: 'No such thing happened.',
      phone: '+380501234567',
    });
    await product.reader.send('/map');
    // A card that cannot be sent at first: the claim of sending it is given back.
    product.telegram.faults.next('sendMessage', { kind: 'error', code: 500 });
    await cardOf(product.moderator.in(product.group), await submit(product, product.reader));
    await release(product);
    await erase(product);
    // What has no room in the group waits for the next digest.
    isFull = true;
    await writeAnonymously(product);

    // Its file's id is noted once it was sent.
    await waitFor(() => used.pictures.has('PutItem chats'));

    expect([...used.pictures].sort()).toEqual([...granted('Pictures')].sort());
    expect([...used.webhook].sort()).toEqual([...granted('Webhook')].sort());
    expect([...used.worker].sort()).toEqual([...granted('Worker')].sort());
    expect([...used.export].sort()).toEqual([...granted('ExportFunction')].sort());
    expect(product.log.join('\n')).not.toContain('AccessDenied');
  });

  it('is granted as it is written down', () => {
    expect([...granted('Webhook')].sort()).toEqual([...rightsOf(access.webhook)].sort());
    expect([...granted('Worker')].sort()).toEqual([...rightsOf(access.worker)].sort());
    expect([...granted('ExportFunction')].sort()).toEqual([...rightsOf(access.export)].sort());
    expect([...granted('Pictures')].sort()).toEqual([...rightsOf(access.pictures)].sort());
  });

  it('is, for pictures, counts and sent pictures alone; and only the webhook may start jobs, and the two that do them hand lost ones to each other', () => {
    const policies = Object.values(templates.bot.findResources('AWS::IAM::Policy'));
    const of = (role: string): readonly Statement[] =>
      policies.find(({ Properties }) => JSON.stringify(Properties.Roles).includes(`"${role}Role`))?.Properties
        .PolicyDocument.Statement ?? [];
    expect(of('Pictures').flatMap(({ Condition }) => (Condition ? [JSON.stringify(Condition)] : []))).toEqual(
      [
        expect.stringContaining('"dynamodb:LeadingKeys":["PICTURE#*"]'),
        expect.stringContaining('"dynamodb:LeadingKeys":["CELL#*"]'),
        expect.stringContaining('kms:ViaService'),
      ],
    );
    const starts = (role: string): boolean =>
      of(role).some(({ Action }) => JSON.stringify(Action).includes('lambda:'));
    expect(['Webhook', 'Worker', 'Pictures', 'ExportFunction'].filter(starts)).toEqual([
      'Webhook',
      'Pictures',
      'ExportFunction',
    ]);
    const invoking = of('Webhook').find(({ Action }) => JSON.stringify(Action).includes('lambda:'));
    expect(JSON.stringify(invoking)).toMatch(
      /^\{"Action":"lambda:InvokeFunction","Effect":"Allow","Resource":\[.*ExportFunction.*Pictures[^*]*\]\}$/,
    );
  });

  it('lets each of the functions that do jobs hand those that it lost to the other, and nothing else', () => {
    const configs = Object.values(templates.bot.findResources('AWS::Lambda::EventInvokeConfig'));
    for (const [role, other] of [
      ['Pictures', 'export'],
      ['ExportFunction', 'pictures'],
    ] as const) {
      const name = new RegExp(`:function:svidok-dev-${other}"\\]\\]\\}$`);
      const config = configs.find(({ Properties }) =>
        JSON.stringify(Properties.FunctionName).includes(`"${role}`),
      );
      expect(JSON.stringify(config?.Properties.DestinationConfig.OnFailure.Destination)).toMatch(name);
      const policies = Object.values(templates.bot.findResources('AWS::IAM::Policy'));
      const statements: readonly Statement[] = policies
        .filter(({ Properties }) => JSON.stringify(Properties.Roles).includes(`"${role}Role`))
        .flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
      const invoking = statements.filter(({ Action }) => JSON.stringify(Action).includes('lambda:'));
      expect(invoking).toHaveLength(1);
      expect(JSON.stringify((invoking[0] as { Resource?: unknown } | undefined)?.Resource)).toMatch(name);
    }
  });

  it('includes nothing on the tables for the registrar', () => {
    expect(granted('RegistrationRegistrar')).toEqual([]);
  });
});
