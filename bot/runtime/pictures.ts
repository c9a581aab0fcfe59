import * as z from 'zod/mini';
import { localeSchema } from '../../lib/locale.ts';
import { themes } from '../../lib/picture/theme.ts';
import { httpsFetch } from './https-fetch.ts';
import { signedHeaders } from './signature.ts';

/** What a person wants to see: whom the function of pictures sends what. `question` is the data of a summary's button. */
export const pictureOrderSchema = z.object({
  chat: z.int(),
  locale: localeSchema,
  kind: z.enum(['map', 'chart']),
  question: z.string(),
  theme: z.enum(themes),
  /** The name of the bot, for links. */
  bot: z.string(),
});
export type PictureOrder = Readonly<z.infer<typeof pictureOrderSchema>>;

/** Takes orders for pictures: who ordered one waits for no more than that. Rejects when the order was not taken. */
export type Pictures = Readonly<{ order: (order: PictureOrder) => Promise<void> }>;

const timeoutMs = 3000;

/**
 * Orders at a Lambda function, which is called without waiting for it (`Event`). Without the SDK's client, as in
 * `readParameters`; needs the right to invoke it. `AWS_ENDPOINT_URL_LAMBDA` names another address, as for the SDK.
 */
export const createPictures = (functionName: string): Pictures => ({
  order: async order => {
    const { AWS_REGION: region = '', AWS_ENDPOINT_URL_LAMBDA: endpoint } = process.env;
    const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', AWS_SESSION_TOKEN } = process.env;
    const url = new URL(
      `/2015-03-31/functions/${functionName}/invocations`,
      endpoint || `https://lambda.${region}.amazonaws.com/`,
    );
    const body = JSON.stringify(order);
    const response = await httpsFetch(url, {
      method: 'POST',
      headers: signedHeaders(
        {
          method: 'POST',
          url,
          headers: { 'content-type': 'application/json', 'x-amz-invocation-type': 'Event' },
          body,
        },
        {
          accessKeyId: AWS_ACCESS_KEY_ID,
          secretAccessKey: AWS_SECRET_ACCESS_KEY,
          sessionToken: AWS_SESSION_TOKEN,
        },
        { service: 'lambda', region, at: new Date() },
      ),
      body,
      signal: AbortSignal.timeout(timeoutMs),
    });
    if (response.status !== 202) throw new Error(`Lambda took no order: ${response.status}.`);
  },
});
