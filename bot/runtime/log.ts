import { AsyncLocalStorage } from 'node:async_hooks';
import { embeddedMetrics, type Metric } from './aws/metric.ts';

/**
 * Structured logs: one JSON object a line. A field is a code, a count or a pseudonym; never a name, an id of Telegram, a
 * text or a place. Errors are reduced to their class and a code, because messages quote what they choked on.
 */
type Fields = Readonly<Record<string, string | number | boolean | undefined>>;
export type Log = Readonly<{
  info: (event: string, fields?: Fields) => void;
  warn: (event: string, fields?: Fields) => void;
  error: (event: string, error: unknown, fields?: Fields) => void;
  /** A line with metrics, which may be split by its fields. */
  measure: (event: string, metrics: readonly Metric[], fields?: Fields) => void;
}>;

const requests = new AsyncLocalStorage<string>();

/** Runs something on behalf of one request: every line that it logs carries the request's id. */
export const inRequest = <Result>(id: string, act: () => Result): Result => requests.run(id, act);

/** Logs to stdout unless given `write`. `namespace` is that of the metrics; without one CloudWatch counts nothing. */
export const createLog = (
  write: (line: string) => void = line => process.stdout.write(`${line}\n`),
  { namespace }: Readonly<{ namespace?: string | undefined }> = {},
): Log => {
  const line = (level: string, event: string, fields?: Fields, more?: object): void =>
    write(JSON.stringify({ level, event, requestId: requests.getStore(), ...fields, ...more }));
  return {
    info: (event, fields) => line('info', event, fields),
    warn: (event, fields) => line('warn', event, fields),
    error: (event, error, fields) => line('error', event, { ...describe(error), ...fields }),
    measure: (event, metrics, fields) => line('info', event, fields, embeddedMetrics(metrics, namespace)),
  };
};

/** What may be logged of an error: its class, its code, and where in our code it was thrown. */
const describe = (error: unknown): Fields => {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = 'error' in error && error.error instanceof Error ? error.error : error;
  const at = cause.stack
    ?.split('\n')
    .filter(frame => frame.startsWith('    at '))
    .slice(0, 4)
    .map(frame => frame.trim().replace(/\(?(file:\/\/)?[^ ()]*\/([^/ ()]+:\d+:\d+)\)?$/, '$2'))
    .join(' < ');
  return { error: cause.name, code: codeOf(cause), at: at || undefined };
};

/** Telegram's `error_code` or Node's `code`. */
const codeOf = (error: Error): string | undefined => {
  if ('error_code' in error) return String(error.error_code);
  return 'code' in error ? String(error.code) : undefined;
};
