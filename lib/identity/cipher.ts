import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Bytes of every key: AES-256, and HMAC-SHA-256 as strong. */
export const keyBytes = 32;

const nonceBytes = 12;
const tagBytes = 16;

/** A key for one use, so that no use of the secret helps against another (HKDF). */
export const subkey = (secret: string, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `svidok ${use}`, keyBytes));

/**
 * Encrypts with AES-256-GCM under a random nonce: nonce, ciphertext and tag, as base64url. `context` is authenticated
 * and not kept: who decrypts must name the same one. The same input never gives the same output twice.
 */
export const encrypt = (key: Uint8Array, context: string, content: Uint8Array): string => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(content), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
};

/** What was encrypted; undefined when it was tampered with, or under another key or for another context. */
export const decrypt = (key: Uint8Array, context: string, encrypted: string): Buffer | undefined => {
  const body = Buffer.from(encrypted, 'base64url');
  // Node skips characters that are not base64url: without this check, different texts could decrypt alike.
  if (body.length < nonceBytes + tagBytes || body.toString('base64url') !== encrypted) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, body.subarray(0, nonceBytes), {
    authTagLength: tagBytes,
  })
    .setAAD(Buffer.from(context))
    .setAuthTag(body.subarray(-tagBytes));
  const content = decipher.update(body.subarray(nonceBytes, -tagBytes));
  try {
    return Buffer.concat([content, decipher.final()]);
  } catch {
    return undefined;
  }
};
