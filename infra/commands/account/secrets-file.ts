import { randomBytes, scryptSync } from 'node:crypto';
import * as z from 'zod/mini';
import { type ParameterName, parameterNames } from '../../../bot/runtime/environment.ts';
import { decrypt, encrypt, keyBytes } from '../../../lib/identity/cipher.ts';
import { UsageError } from '../command.ts';

/** Parameters as they are kept offline, encrypted by a passphrase. */
export type Secrets = Readonly<Partial<Record<ParameterName, string>>>;

const leastPassphrase = 12;
/** Some 0.3 s and 128 MB a guess. */
const scrypt = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 1024 * 1024 };
const context = 'svidok secrets 1';
const fileSchema = z.strictObject({ kind: z.literal(context), salt: z.string(), sealed: z.string() });

const keyOf = (passphrase: string, salt: Buffer): Buffer =>
  scryptSync(passphrase.normalize('NFC'), salt, keyBytes, scrypt);

/** The content of a file that only the passphrase opens. Throws UsageError when that is too short. */
export const sealSecrets = (secrets: Secrets, passphrase: string): string => {
  if (passphrase.length < leastPassphrase)
    throw new UsageError(`The passphrase must have at least ${leastPassphrase} characters.`);
  const salt = randomBytes(16);
  const sealed = encrypt(keyOf(passphrase, salt), context, Buffer.from(JSON.stringify(secrets)));
  return `${JSON.stringify({ kind: context, salt: salt.toString('base64url'), sealed })}\n`;
};

/** What such a file holds. Throws UsageError when it is none, was changed, or the passphrase is another. */
export const openSecrets = (content: string, passphrase: string): Secrets => {
  const file = fileSchema.safeParse(parse(content));
  if (!file.success) throw new UsageError('This is no file of "npm run secrets -- --export".');
  const { salt, sealed } = file.data;
  const opened = decrypt(keyOf(passphrase, Buffer.from(salt, 'base64url')), context, sealed);
  if (!opened)
    throw new UsageError('The passphrase is another, or the file was changed. Nothing was stored.');
  const found = JSON.parse(opened.toString('utf8')) as Record<string, string>;
  return Object.fromEntries(parameterNames.flatMap(name => (found[name] ? [[name, found[name]]] : [])));
};

const parse = (content: string): unknown => {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
};
