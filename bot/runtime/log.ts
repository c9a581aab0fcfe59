import { AsyncLocalStorage } from 'node:async_hooks';
import { embeddedMetrics, type Metric } from './metric.ts';

/**
 * Structured logs: one JSON object a line. A field is a code, a count or a pseudonym; never a name, an id of Telegram, a
 * text or a place. Errors are reduced to their class and a code, because messages quote what they choked on.
 */
export type Fields = Readonly<Record<string, string | number | boolean | undefined>>;
export type Log = Readonly<{
  info: (event: string, fields?: Fields) => void;
  warn: (event: string, fields?: Fields) => void;
  error: (event: string, error: unknown, fields?: Fields) => void;
  /** A line that is counted: its metrics may be told apart by its fields. */
  measure: (event: string, metrics: readonly Metric[], fields?: Fields) => void;
}>;

const requests = new AsyncLocalStorage<string>();

/** Does something on behalf of one request: every line that is logged meanwhile bears its id. */
export const inRequest = <Result>(id: string, act: () => Result): Result => requests.run(id, act);

/** Logs to stdout unless told otherwise. `namespace`: that of the metrics; without one nothing is counted. */
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

/** What of an error may be logged: its class, code, and where in our code it was thrown. */
export const describe = (error: unknown): Fields => {
  if (!(error instanceof Error)) return { error: typeof error };
  const cause = 'error' in error && error.error instanceof Error ? error.error : error;
  const code =
    'error_code' in cause ? String(cause.error_code) : 'code' in cause ? String(cause.code) : undefined;
  const at = cause.stack
    ?.split('\n')
    .filter(frame => frame.startsWith('    at '))
    .slice(0, 4)
    .map(frame => frame.trim().replace(/\(?(file:\/\/)?[^ ()]*\/([^/ ()]+:\d+:\d+)\)?$/, '$2'))
    .join(' < ');
  return { error: cause.name, ...(code !== undefined && { code }), ...(at && { at }) };
};
