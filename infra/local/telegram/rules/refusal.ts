/**
 * A call that the Bot API refuses: what its JSON answer says. Thrown inside the stand-in, and turned into
 * an answer by the server; descriptions are the real server's words.
 */
export class Refusal extends Error {
  readonly code: number;
  readonly parameters: RefusalParameters | undefined;

  constructor(code: number, description: string, parameters?: RefusalParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

export interface RefusalParameters {
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

/** 400, worded like the real server does: after "Bad Request: " a plain sentence starts in lower case. */
export function badRequest(description: string, parameters?: RefusalParameters): Refusal {
  return new Refusal(400, `Bad Request: ${lowerFirst(description)}`, parameters);
}

export function forbidden(description: string): Refusal {
  return new Refusal(403, `Forbidden: ${description}`);
}

/** 429. The waiting time is in whole seconds, at least one. */
export function tooManyRequests(retryAfterSeconds: number): Refusal {
  const retry_after = Math.max(1, Math.ceil(retryAfterSeconds));
  return new Refusal(429, `Too Many Requests: retry after ${retry_after}`, { retry_after });
}

/** Names of errors such as BUTTON_DATA_INVALID keep their capitals. */
function lowerFirst(text: string): string {
  return /^[A-Z][A-Z_]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
