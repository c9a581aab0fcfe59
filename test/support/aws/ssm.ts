import { AwsError, awsEnvironment, startAwsServer } from './aws.ts';

/** A Parameter Store on this computer: as much of its protocol as is used here. */
export type ParameterServer = Readonly<{
  url: string;
  /** What the SDK needs to find it. */
  environment: Readonly<Record<string, string>>;
  /** Parameters by full name. */
  values: Map<string, string>;
  /** The names that were asked for, by call. */
  calls: readonly string[][];
  /** Answers every call with this error (`AccessDeniedException`) from now on. */
  refuseWith: (error: string) => void;
  stop: () => Promise<void>;
}>;

type Input = Readonly<{ Names?: string[]; Name?: string; Value?: string }>;

export const startParameterServer = async (
  initial: Readonly<Record<string, string>> = {},
): Promise<ParameterServer> => {
  const values = new Map(Object.entries(initial));
  const versions = new Map<string, number>();
  const calls: string[][] = [];
  let refusal: string | undefined;
  const unlessRefused =
    (answer: (input: Input) => object) =>
    (input: Input): object => {
      if (refusal !== undefined) throw new AwsError(refusal);
      return answer(input);
    };
  const { url, stop } = await startAwsServer({
    GetParameters: unlessRefused(({ Names = [] }) => {
      calls.push(Names);
      return {
        Parameters: Names.filter(name => values.has(name)).map(Name => ({
          Name,
          Value: values.get(Name),
          Version: versions.get(Name) ?? 1,
        })),
        InvalidParameters: Names.filter(name => !values.has(name)),
      };
    }),
    PutParameter: unlessRefused(({ Name = '', Value = '' }) => {
      versions.set(Name, values.has(Name) ? (versions.get(Name) ?? 1) + 1 : 1);
      values.set(Name, Value);
      return { Version: versions.get(Name) };
    }),
    DeleteParameters: unlessRefused(({ Names = [] }) => {
      for (const name of Names) values.delete(name);
      return { DeletedParameters: Names };
    }),
  });
  return {
    url,
    environment: awsEnvironment('SSM', url),
    values,
    calls,
    refuseWith: error => {
      refusal = error;
    },
    stop,
  };
};
