import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { decrypt, encrypt, keyBytes, subkey } from './cipher.ts';

/**
 * What a witness said privately is sealed under a random key of its report, so that deleting that one key erases it
 * wherever the sealed text was copied: items, links, histories, backups. The key itself is stored wrapped by the identity
 * secret, so that neither the tables nor the secret alone open anything.
 */
export type ReportKey = Uint8Array;

/** What a sealed value belongs to, by its id. It opens only for the same report and field, so that none can be moved to another. */
export type SealedField = Readonly<{ report: string; field: string }>;

/** A new key for a report: 32 random bytes. Once deleted, nothing makes it again. */
export const createReportKey = (): ReportKey => randomBytes(keyBytes);

/**
 * One key of several reports, in any order: nobody has it any more once the key of one of them is deleted. For what follows
 * from all of them. Throws without any.
 */
export const keyOfAll = (keys: readonly ReportKey[]): ReportKey => {
  if (keys.length === 0) throw new Error('Nothing is sealed under no report.');
  const joined = Buffer.concat(keys.map(key => Buffer.from(key)).toSorted(Buffer.compare));
  return Buffer.from(hkdfSync('sha256', joined, '', 'svidok key of several reports', keyBytes));
};

/**
 * Seals a JSON value: AES-256-GCM under a random nonce, so that equal values look different. The text's length tells only
 * its order of magnitude (see `paddedLength`). Throws for a value that JSON cannot hold, such as undefined.
 */
export const seal = (key: ReportKey, field: SealedField, value: unknown): string => {
  const json = paddedJson(value);
  if (json === undefined) throw new Error(`Nothing to seal as ${field.field}.`);
  return encrypt(key, contextOf(field), Buffer.from(json));
};

/** A value as JSON of a padded length. JSON allows white space after a value, so that padding needs no mark. */
export const paddedJson = (value: unknown): string | undefined => {
  const json = JSON.stringify(value);
  if (json === undefined) return undefined;
  const length = Buffer.byteLength(json);
  return json + ' '.repeat(paddedLength(length) - length);
};

/**
 * The value that was sealed, for its schema to parse; undefined when the text was tampered with, sealed under another
 * key, or belongs to another report or field. Never throws for what is stored, whatever it is.
 */
export const open = (key: ReportKey, field: SealedField, sealed: string): unknown => {
  const content = decrypt(key, contextOf(field), sealed);
  return content && JSON.parse(content.toString('utf8'));
};

const leastStep = 64;

/**
 * The bytes that a value of `length` bytes is padded to: a multiple of 64 up to 512, then four sizes for each doubling
 * (640, 768, 896, 1024, 1280 …), so that at most a quarter is added to what is long.
 */
export const paddedLength = (length: number): number => {
  const step = Math.max(leastStep, 2 ** (Math.floor(Math.log2(Math.max(1, length - 1))) - 2));
  return Math.max(1, Math.ceil(length / step)) * step;
};

/** Unambiguous, whatever the field is called. The number changes with the way of sealing. */
const contextOf = ({ report, field }: SealedField): string => JSON.stringify(['report', 1, report, field]);

/** What the identity secret does for the keys and the people of reports. */
export type KeyRing = Readonly<{
  /** A report's key as it may be stored: only `unwrapKey` reads it, and only for that report. */
  wrapKey: (report: string, key: ReportKey) => string;
  /** A wrapped key, by this or an older secret; undefined when it was tampered with, or is another report's. */
  unwrapKey: (report: string, wrapped: string) => ReportKey | undefined;
  /** Whether a key is wrapped by the newest secret. Others must be wrapped again before their secret is dropped. */
  isCurrent: (wrapped: string) => boolean;
  /**
   * A pseudonym of a reporter that holds within one incident: the same for both reports of one person, and without the
   * secret of no use to find them in another incident. `known` are the voices that the incident has already: a person
   * who has one from before a change of secrets keeps it, and does not become a second voice.
   */
  voiceWithin: (incident: string, reporter: string, known?: readonly string[]) => string;
}>;

const voiceBytes = 16;
const keyIdBytes = 6;

/** The key ring of one or more versions of the secret, newest first, as `createIdentity` takes them. */
export const createKeyRing = (secrets: readonly string[]): KeyRing => {
  const wrappings = secrets.map(secret => ({
    id: subkey(secret, 'report key id').subarray(0, keyIdBytes).toString('base64url'),
    key: subkey(secret, 'report key'),
    voiceKey: subkey(secret, 'voice'),
  }));
  const [newest] = wrappings;
  if (!newest) throw new Error('A key ring needs at least one secret.');
  const wrapContext = (id: string, report: string) => JSON.stringify(['report key', id, report]);
  const voice = (voiceKey: Buffer, incident: string, reporter: string) =>
    createHmac('sha256', voiceKey)
      .update(`${incident}/${reporter}`)
      .digest()
      .subarray(0, voiceBytes)
      .toString('base64url');
  return {
    wrapKey: (report, key) => `${newest.id}.${encrypt(newest.key, wrapContext(newest.id, report), key)}`,
    unwrapKey: (report, wrapped) => {
      const [id = '', body = ''] = split(wrapped);
      const wrapping = wrappings.find(candidate => candidate.id === id);
      return wrapping && decrypt(wrapping.key, wrapContext(id, report), body);
    },
    isCurrent: wrapped => split(wrapped)[0] === newest.id,
    voiceWithin: (incident, reporter, known = []) => {
      const voices = wrappings.map(({ voiceKey }) => voice(voiceKey, incident, reporter));
      return voices.find(one => known.includes(one)) ?? voice(newest.voiceKey, incident, reporter);
    },
  };
};

/** The id of the key that wrapped, and what it wrapped. */
const split = (wrapped: string): readonly [string, string] => {
  const dot = wrapped.indexOf('.');
  return [wrapped.slice(0, Math.max(0, dot)), wrapped.slice(dot + 1)];
};
