/** A stored item that is not what was once written. It names the key, and nothing of the content. */
export class CorruptItem extends Error {
  override name = 'CorruptItem';
}

/** Others kept changing the same items for longer than was worth waiting. */
export class ContendedItem extends Error {
  override name = 'ContendedItem';
}

/** Faults that pass by themselves: DynamoDB is busy, out of reach, or another transaction is at the same items. */
const passing = new Set([
  'ContendedItem',
  'InternalServerError',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
  'ServiceUnavailable',
  'ThrottlingException',
  'TransactionConflictException',
  'TransactionInProgressException',
  // What smithy and Node name the troubles of the network.
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

/** The codes of a cancelled transaction that pass by themselves. */
const passingReasons = new Set(['ThrottlingError', 'ProvisionedThroughputExceeded', 'TransactionConflict']);

/** Whether the same call may well succeed later. False for a bug, a refused condition, a corrupt item. */
export const isRetryable = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false;
  if (error.name === 'TransactionCanceledException') return isPassingCancellation(error);
  const { code, $metadata } = error as { code?: unknown; $metadata?: { httpStatusCode?: number } };
  return (
    passing.has(error.name) ||
    (typeof code === 'string' && passing.has(code)) ||
    ($metadata?.httpStatusCode ?? 0) >= 500 ||
    isRetryable(error.cause)
  );
};

/**
 * Whether a cancelled transaction met a fault that passes. Conditions that were refused beside it prove nothing: the other
 * transaction may be half visible.
 */
export const isPassingCancellation = (error: Error): boolean => {
  const { CancellationReasons: reasons = [] } = error as { CancellationReasons?: { Code?: string }[] };
  return reasons.some(({ Code: code }) => code !== undefined && passingReasons.has(code));
};
