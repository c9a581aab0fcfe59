/** A stored item that cannot be read: of a shape that this release does not know, or damaged. Names the key, no content. */
export class CorruptItem extends Error {
  override name = 'CorruptItem';
}

/** Others kept changing the same items for as long as was worth trying. */
export class ContendedItem extends Error {
  override name = 'ContendedItem';
}

/** A condition of a write does not hold, though it follows from what is stored: a fault of what is stored, or of this code. */
export class RefusedPlan extends Error {
  override name = 'RefusedPlan';
}

/** Transient errors: DynamoDB is busy or out of reach, or another transaction is at the same items. */
const transient = new Set([
  'ContendedItem',
  'InternalServerError',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ServiceUnavailable',
  'ThrottlingException',
  'TransactionConflictException',
  'TransactionInProgressException',
  // Errors of the network, as smithy and Node name them.
  'AbortError',
  'NetworkingError',
  'RequestTimeout',
  'TimeoutError',
  'EAI_AGAIN',
  'ECONNABORTED',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);

/** The transient reasons for which a transaction is cancelled. */
const transientReasons = new Set(['ThrottlingError', 'ProvisionedThroughputExceeded', 'TransactionConflict']);

/** Whether the same call may succeed later. False for a bug, a refused condition, a corrupt item. */
export const isRetryable = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error.name === 'TransactionCanceledException') return isTransientCancellation(error);
  const { code, $metadata } = error as { code?: unknown; $metadata?: { httpStatusCode?: number } };
  return (
    transient.has(error.name) ||
    (typeof code === 'string' && transient.has(code)) ||
    ($metadata?.httpStatusCode ?? 0) >= 500 ||
    isRetryable(error.cause)
  );
};

/**
 * Whether a transaction was cancelled for a transient reason. Conditions that were refused beside it prove nothing: the other
 * transaction may be half visible.
 */
export const isTransientCancellation = (error: Error): boolean => {
  const { CancellationReasons: reasons = [] } = error as { CancellationReasons?: { Code?: string }[] };
  return reasons.some(({ Code: code }) => code !== undefined && transientReasons.has(code));
};
