import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

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
  const answers: Readonly<Record<string, (input: Input) => object>> = {
    GetParameters: ({ Names = [] }) => {
      calls.push(Names);
      return {
        Parameters: Names.filter(name => values.has(name)).map(Name => ({
          Name,
          Value: values.get(Name),
          Version: versions.get(Name) ?? 1,
        })),
        InvalidParameters: Names.filter(name => !values.has(name)),
      };
    },
    PutParameter: ({ Name = '', Value = '' }) => {
      versions.set(Name, values.has(Name) ? (versions.get(Name) ?? 1) + 1 : 1);
      values.set(Name, Value);
      return { Version: versions.get(Name) };
    },
    DeleteParameters: ({ Names = [] }) => {
      for (const name of Names) values.delete(name);
      return { DeletedParameters: Names };
    },
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const action = String(request.headers['x-amz-target']).replace('AmazonSSM.', '');
    const answer = refusal === undefined && answers[action]?.(JSON.parse(Buffer.concat(chunks).toString()));
    response
      .writeHead(answer ? 200 : 400, { 'content-type': 'application/x-amz-json-1.1' })
      .end(JSON.stringify(answer || { __type: refusal ?? 'UnknownOperationException' }));
  });
  await new Promise<void>(settle => server.listen(0, '127.0.0.1', settle));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    environment: {
      AWS_ENDPOINT_URL_SSM: url,
      AWS_REGION: 'local',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    },
    values,
    calls,
    refuseWith: error => {
      refusal = error;
    },
    stop: () =>
      new Promise(settle => {
        server.close(() => settle());
        server.closeAllConnections();
      }),
  };
};
