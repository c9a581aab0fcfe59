import { httpsFetch } from '../https-fetch.ts';
import { signedHeaders } from './signature.ts';

const timeoutMs = 3000;

/**
 * A signed POST to a service of AWS in this function's region, as this function's role. Without the SDK's clients, which would
 * make a cold start longer. `AWS_ENDPOINT_URL_<SERVICE>` names another address, as for the SDK.
 */
export const callAws = (
  service: 'lambda' | 'ssm',
  {
    path = '/',
    headers,
    body,
  }: Readonly<{ path?: string; headers: Readonly<Record<string, string>>; body: string }>,
): Promise<Response> => {
  const { AWS_REGION: region = '' } = process.env;
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '', AWS_SESSION_TOKEN } = process.env;
  const endpoint = process.env[`AWS_ENDPOINT_URL_${service.toUpperCase()}`];
  const url = new URL(path, endpoint || `https://${service}.${region}.amazonaws.com`);
  const credentials = {
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    sessionToken: AWS_SESSION_TOKEN,
  };
  return httpsFetch(url, {
    method: 'POST',
    headers: signedHeaders({ method: 'POST', url, headers, body }, credentials, {
      service,
      region,
      at: new Date(),
    }),
    body,
    signal: AbortSignal.timeout(timeoutMs),
  });
};
