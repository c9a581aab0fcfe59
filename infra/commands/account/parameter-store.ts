import {
  DeleteParametersCommand,
  GetParametersCommand,
  PutParameterCommand,
  SSMClient,
} from '@aws-sdk/client-ssm';
import { type ParameterName, parameterNames } from '../../../bot/runtime/environment.ts';
import { parametersPath, type Settings, webhookUrlName } from '../../cdk/settings.ts';
import { UsageError } from '../command.ts';

/**
 * The parameters of a stage, with the rights of the person at the keyboard. Throws UsageError when AWS credentials are
 * missing or lack the right.
 */
export type ParameterStore = Readonly<{
  read: () => Promise<Readonly<Partial<Record<Parameter, string>>>>;
  write: (name: ParameterName, value: string) => Promise<void>;
  /** The names of those that exist, and a text that changes whenever one of them does. Decrypts nothing. */
  versions: () => Promise<Readonly<{ names: ReadonlySet<string>; text: string }>>;
  remove: () => Promise<void>;
}>;

type Parameter = ParameterName | typeof webhookUrlName;

/** No function starts without these. */
export const requiredParameters = [
  'BOT_TOKEN',
  'BOT_INFO',
  'WEBHOOK_SECRET',
  'IDENTITY_SECRET',
] as const satisfies readonly ParameterName[];

export const openParameterStore = ({ stage, region }: Settings): ParameterStore => {
  const client = new SSMClient({ region });
  const path = parametersPath(stage);
  const get = async (WithDecryption: boolean, names: readonly string[]) => {
    const Names = names.map(name => `${path}/${name}`);
    const { Parameters = [] } = await withAdvice(
      client.send(new GetParametersCommand({ Names, WithDecryption })),
    );
    return Parameters.map(({ Name = '', Value = '', Version = 0 }) => ({
      name: Name.slice(path.length + 1),
      value: Value,
      version: Version,
    }));
  };
  return {
    read: async () =>
      Object.fromEntries(
        (await get(true, [...parameterNames, webhookUrlName])).map(({ name, value }) => [name, value]),
      ),
    write: async (name, value) => {
      await withAdvice(
        client.send(
          new PutParameterCommand({
            Name: `${path}/${name}`,
            Value: value,
            Type: 'SecureString',
            Overwrite: true,
          }),
        ),
      );
    },
    versions: async () => {
      const found = await get(false, parameterNames);
      return {
        names: new Set(found.map(({ name }) => name)),
        text: parameterNames.map(name => found.find(one => one.name === name)?.version ?? 0).join('.'),
      };
    },
    remove: async () => {
      await withAdvice(
        client.send(new DeleteParametersCommand({ Names: parameterNames.map(name => `${path}/${name}`) })),
      );
    },
  };
};

/** Turns the two faults that everyone meets into what to do about them. */
const withAdvice = async <Result>(call: Promise<Result>): Promise<Result> => {
  try {
    return await call;
  } catch (error) {
    const name = error instanceof Error ? error.name : '';
    if (name === 'CredentialsProviderError')
      throw new UsageError('There are no AWS credentials. Run "aws configure" (or set AWS_PROFILE) first.');
    if (name === 'AccessDeniedException')
      throw new UsageError(
        'These AWS credentials may not use Parameter Store: ssm:GetParameters and ssm:PutParameter are needed.',
      );
    throw error;
  }
};
