import type { Api } from 'grammy/web';

/** Calls `onRefused` whenever Telegram rejects the token (401): it was replaced or revoked. */
export const onUnauthorized = (api: Api, onRefused: () => void): void => {
  api.config.use(async (call, method, payload, signal) => {
    const answer = await call(method, payload, signal);
    if (!answer.ok && answer.error_code === 401) onRefused();
    return answer;
  });
};
