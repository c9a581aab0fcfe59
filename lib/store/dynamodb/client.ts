import { DynamoDBClient, type DynamoDBClientConfig } from '@aws-sdk/client-dynamodb';

/** One call to DynamoDB, as measured at the client. */
export type Call = Readonly<{
  /** `GetItem`, `TransactWriteItems` … */
  command: string;
  requestBytes: number;
  milliseconds: number;
  /** Read and write units together; undefined when the call failed. */
  capacityUnits: number | undefined;
}>;

/** How long to wait for DynamoDB; the SDK's own default is for ever. */
const connectionTimeoutMs = 1000;
const usualRequestTimeoutMs = 2000;
/** With these times a call ends within 10 seconds, far from the minute after which Telegram hangs up. */
const defaultAttempts = 3;

/**
 * The DynamoDB client. Region, credentials and `AWS_ENDPOINT_URL_DYNAMODB` come from the environment unless given.
 * `onCall` sees every call that was made, failed ones too. `requestTimeoutMs` is for a DynamoDB on a busy machine.
 */
export const createDynamo = ({
  onCall,
  requestTimeoutMs = usualRequestTimeoutMs,
  ...config
}: Pick<DynamoDBClientConfig, 'endpoint' | 'region' | 'credentials' | 'maxAttempts'> &
  Readonly<{
    onCall?: ((call: Call) => void) | undefined;
    requestTimeoutMs?: number;
  }> = {}): DynamoDBClient => {
  const client = new DynamoDBClient({
    maxAttempts: defaultAttempts,
    ...config,
    requestHandler: {
      connectionTimeout: connectionTimeoutMs,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
    },
  });
  if (onCall) watch(client, onCall);
  return client;
};

const watch = (client: DynamoDBClient, onCall: (call: Call) => void): void => {
  client.middlewareStack.add(
    next => args => next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } }),
    { step: 'initialize', name: 'askForConsumedCapacity' },
  );
  client.middlewareStack.add(
    (next, context) => async args => {
      const { body } = args.request as { body?: string | Uint8Array };
      const start = performance.now();
      const report = (output?: object) =>
        onCall({
          command: (context.commandName ?? '').replace(/Command$/, ''),
          requestBytes: body === undefined ? 0 : Buffer.byteLength(body),
          milliseconds: performance.now() - start,
          capacityUnits: output && consumed(output),
        });
      try {
        const result = await next(args);
        report(result.output);
        return result;
      } catch (error) {
        report();
        throw error;
      }
    },
    { step: 'finalizeRequest', name: 'countCalls', priority: 'low' },
  );
};

const consumed = (output: { ConsumedCapacity?: Capacity | Capacity[] }): number =>
  [output.ConsumedCapacity ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);

type Capacity = Readonly<{ CapacityUnits?: number }>;
