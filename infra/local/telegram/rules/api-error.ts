/** An error answer of the Bot API, thrown by rules and methods. Descriptions are the real server's words. */
export class ApiError extends Error {
  readonly code: number;
  readonly parameters: ApiErrorParameters | undefined;

  constructor(code: number, description: string, parameters?: ApiErrorParameters) {
    super(description);
    this.code = code;
    this.parameters = parameters;
  }
}

interface ApiErrorParameters {
  /** Seconds. */
  readonly retry_after?: number;
  readonly migrate_to_chat_id?: number;
}

/** 400. Like the real server, starts a plain sentence after "Bad Request: " in lower case. */
export function badRequest(description: string, parameters?: ApiErrorParameters): ApiError {
  return new ApiError(400, `Bad Request: ${lowerFirst(description)}`, parameters);
}

export function forbidden(description: string): ApiError {
  return new ApiError(403, `Forbidden: ${description}`);
}

/** 429. Rounds the pause up to whole seconds, at least one. */
export function tooManyRequests(retryAfterSeconds: number): ApiError {
  const retry_after = Math.max(1, Math.ceil(retryAfterSeconds));
  return new ApiError(429, `Too Many Requests: retry after ${retry_after}`, { retry_after });
}

/** Leaves codes such as BUTTON_DATA_INVALID in capitals. */
function lowerFirst(text: string): string {
  return /^[A-Z][A-Z_]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1);
}
