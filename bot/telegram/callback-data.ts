import { limits } from './screen.ts';

/**
 * What a button sends back, as a readable path: `w:K7Q:place:unknown`. It says what was pressed, never what may be done:
 * every right and every state is checked again when it comes back, because a client can send any bytes.
 */
export const callbackData = (...path: readonly string[]): string => {
  const data = path.join(':');
  if (Buffer.byteLength(data) > limits.callbackDataBytes) throw new Error(`Callback data too long: ${data}`);
  return data;
};

/** The path of a press; a forged one is just a path that leads nowhere. */
export const parseCallbackData = (data: string): readonly string[] => data.split(':');
