import type { Update } from 'grammy/types';
import { isSuccess } from './job.ts';
import type { Webhook } from './state.ts';

interface WebhookAnswer {
  /** 0 when none came. */
  readonly status: number;
  /** 0 when the answer does not say. */
  readonly retryAfterSeconds: number;
  /** What getWebhookInfo reports. */
  readonly failure?: string | undefined;
}

/** Posts an update to the webhook. Never throws; an abort counts as a timeout. */
export async function postUpdate(
  webhook: Webhook,
  update: Update,
  signal: AbortSignal,
): Promise<WebhookAnswer> {
  const headers = new Headers({ 'content-type': 'application/json' });
  if (webhook.secretToken) headers.set('x-telegram-bot-api-secret-token', webhook.secretToken);
  try {
    const response = await fetch(webhook.url, {
      method: 'POST',
      headers,
      body: JSON.stringify(update),
      signal,
    });
    await response.arrayBuffer();
    const { status, statusText } = response;
    return {
      status,
      retryAfterSeconds: Number.parseInt(response.headers.get('retry-after') ?? '', 10) || 0,
      failure: isSuccess(status) ? undefined : `Wrong response from the webhook: ${status} ${statusText}`,
    };
  } catch {
    const failure = signal.aborted ? 'Read timeout expired' : 'Connection refused';
    return { status: 0, retryAfterSeconds: 0, failure };
  }
}
