import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { buildEntries, type Context, cdkContext, synthesize, type Templates } from '../synth.ts';

const repository = 'somebody/svidok';

/** As workflows write it. */
const expression = (what: string): string => `\${{ ${what} }}`;

let build: Awaited<ReturnType<typeof buildEntries>>;
let context: Context;
let templates: Templates;
let workflow: string;
/** The two jobs, as they are written. */
let jobs: Readonly<Record<'diff' | 'deploy', string>>;

beforeAll(async () => {
  process.env.CDK_VALIDATION = 'false';
  build = await buildEntries();
  const fromFile = await cdkContext();
  const { prod } = fromFile.stages as Readonly<Record<string, object>>;
  context = { ...fromFile, stages: { prod: { ...prod, deployFrom: repository } }, stage: 'prod' };
  templates = synthesize(build.folder, context);
  workflow = await readFile(
    new URL('../../../../.github/workflows/deploy.yml', import.meta.url),
    'utf8',
  ).then(text => text.replaceAll(expression('inputs.stage'), 'prod'));
  const [, diff = '', deploy = ''] = workflow.split(/^ {2}(?:diff|deploy):$/m);
  jobs = { diff, deploy };
});
afterAll(async () => {
  delete process.env.CDK_VALIDATION;
  await build.remove();
});

type Role = Readonly<{
  RoleName: string;
  AssumeRolePolicyDocument: Readonly<{ Statement: readonly Readonly<{ Condition: object }>[] }>;
}>;
const roleOf = (job: 'diff' | 'deploy'): Role => {
  const name = /role-to-assume: \S+ \S+ \S+:role\/(\S+)/.exec(jobs[job])?.[1];
  const roles = Object.values(templates.operations.findResources('AWS::IAM::Role'));
  const found = roles.find(({ Properties }) => Properties.RoleName === name);
  if (!found) throw new Error(`There is no role ${name}.`);
  return found.Properties as Role;
};

describe('the workflow deploy', () => {
  it.each(['diff', 'deploy'] as const)(
    'takes the role for %s by GitHub’s identity, from its own environment of one repository, with no stored key',
    job => {
      expect(workflow).toMatch(/^permissions:\n {2}contents: read\n {2}id-token: write$/m);
      expect(workflow).not.toMatch(/secrets\.|ACCESS_KEY/);
      const environment = /^ {4}environment: (\S+)$/m.exec(jobs[job])?.[1];
      const issuer = 'token.actions.githubusercontent.com';
      const [statement, ...more] = roleOf(job).AssumeRolePolicyDocument.Statement;
      expect(more).toEqual([]);
      expect(statement?.Condition).toEqual({
        StringEquals: {
          [`${issuer}:aud`]: 'sts.amazonaws.com',
          [`${issuer}:sub`]: `repo:${repository}:environment:${environment}`,
        },
      });
    },
  );

  it('can be given its roles in an account that is known, as in a real deployment, without a finding', () => {
    process.env.CDK_DEFAULT_ACCOUNT = '123456789012';
    onTestFinished(() => {
      delete process.env.CDK_DEFAULT_ACCOUNT;
    });
    expect(() => synthesize(build.folder, context)).not.toThrow();
  });

  it('lets the role that shows the changes make none', () => {
    const policies = Object.values(templates.operations.findResources('AWS::IAM::Policy'));
    const mayAssume = (job: 'Diff' | 'Deploy'): string =>
      JSON.stringify(
        policies.filter(({ Properties }) => JSON.stringify(Properties.Roles).includes(`${job}Role`)),
      );
    expect(mayAssume('Diff')).toContain('-lookup-role-');
    expect(mayAssume('Diff')).not.toMatch(/-deploy-role-|file-publishing|ssm:|cloudformation:/);
    expect(mayAssume('Deploy')).toContain('-deploy-role-');
  });

  it('shows what would change, deploys exactly that after it was looked at, and then tests it', async () => {
    expect(jobs.diff).toMatch(/npm run --silent diff -- .*"commit=\$\(git rev-parse HEAD\)"/);
    expect(jobs.diff).toContain('>> "$GITHUB_STEP_SUMMARY"');
    // Without it a diff that failed would count as one: what it prints is piped on.
    expect(workflow).toMatch(/^defaults:\n {2}run:\n {4}shell: bash$/m);
    expect(jobs.deploy).toMatch(/^ {4}needs: diff$/m);
    expect(jobs.deploy).toContain(`ref: ${expression('needs.diff.outputs.commit')}`);
    const steps = ['aws cloudformation describe-stacks', 'npm run deploy', 'npm run smoke', 'if: failure()'];
    const at = steps.map(step => jobs.deploy.indexOf(step));
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    expect(at).not.toContain(-1);
    const { scripts } = JSON.parse(
      await readFile(new URL('../../../../package.json', import.meta.url), 'utf8'),
    );
    const called = [...workflow.matchAll(/npm run (?:--silent )?(\w+)/g)].map(([, script = '']) => script);
    for (const script of called) expect(scripts).toHaveProperty(script);
  });

  it('names the commit that ran before, which is the way back', () => {
    expect(jobs.deploy).toContain("OutputKey=='Commit'");
    expect(templates.bot.findOutputs('Commit')).not.toEqual({});
  });
});
