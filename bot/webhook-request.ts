import { createHash, timingSafeEqual } from 'node:crypto';
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import type { Update } from 'grammy/types';
import type { HandleUpdate } from './bot.ts';
import type { Log } from './runtime/log.ts';
import { allowedUpdates } from './telegram/allowed-updates.ts';
import { updateSchema } from './telegram/update-schema.ts';

/** Limit of an update's size. Telegram's stay below some tens of kilobytes. */
export const maxBodyBytes = 256 * 1024;

/** The header in which Telegram repeats the secret given to setWebhook. */
const secretHeader = 'x-telegram-bot-api-secret-token';

/**
 * Handles requests to the webhook. The secret is compared before the body is looked at; a caller without it learns nothing.
 *
 * Status codes: 401 without the secret; 413 above `maxBodyBytes`; 400 when the body is not JSON or not an update; 503 with
 * Retry-After when the update should be delivered again; else 200. A bug answers 200 too, because Telegram would otherwise
 * redeliver the failing update for 24 hours and hold back that person's later ones.
 */
export const createWebhookHandler = (
  takeUpdate: HandleUpdate,
  { secret, log }: Readonly<{ secret: string; log: Log }>,
): ((event: APIGatewayProxyEventV2) => Promise<APIGatewayProxyStructuredResultV2>) => {
  const refuse = (statusCode: number, why: string): APIGatewayProxyStructuredResultV2 => {
    log.measure('refused', [{ name: 'Refused', value: 1 }], { statusCode, why });
    return { statusCode };
  };
  return async given => {
    // A direct invocation may pass anything.
    const event = typeof given === 'object' && given !== null ? given : ({} as APIGatewayProxyEventV2);
    if (!isSame(headerOf(event, secretHeader), secret)) return refuse(401, 'secret');
    const { body, isBase64Encoded } = event;
    const bytes = Buffer.from(typeof body === 'string' ? body : '', isBase64Encoded ? 'base64' : 'utf8');
    if (bytes.byteLength > maxBodyBytes) return refuse(413, 'size');
    const json = parse(bytes.toString('utf8'));
    if (json === undefined) return refuse(400, 'json');
    const update = updateSchema.safeParse(json);
    if (!update.success) return refuse(400, 'update');
    const start = performance.now();
    const taken = await takeUpdate(update.data as Update);
    log.measure(
      'update',
      [
        { name: 'Updates', value: 1 },
        { name: 'UpdateTime', value: Math.round(performance.now() - start) },
      ],
      { kind: allowedUpdates.find(kind => update.data[kind] !== undefined) ?? 'other', outcome: taken.kind },
    );
    return taken.kind === 'later'
      ? { statusCode: 503, headers: { 'retry-after': String(taken.seconds) } }
      : { statusCode: 200 };
  };
};

/** API Gateway lower-cases header names; other gateways may not. */
const headerOf = ({ headers }: APIGatewayProxyEventV2, name: string): unknown =>
  Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];

/** Compares in constant time, whatever the lengths. */
const isSame = (given: unknown, secret: string): boolean => {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(secret));
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
