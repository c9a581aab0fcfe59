import { createHmac } from 'node:crypto';
import { decrypt, encrypt, subkey } from './cipher.ts';
import { createKeyRing, type KeyRing } from './sealing.ts';

/**
 * Names for people that mean nothing without the secret: 22 characters, always the same for the same person, but different
 * for their chat, for them as a reporter and as a member of the team.
 */
type Pseudonyms = Readonly<{
  /** A chat, or one person in it when `userId` is given. Ids are Telegram's. */
  chatKey: (chatId: number, userId?: number) => string;
  reporter: (userId: number) => string;
  /** The reporter of all that is brought in from a data set, by its name. */
  dataset: (name: string) => string;
  member: (userId: number) => string;
  /** Who follows what is published, by their chat. */
  follower: (chatId: number) => string;
}>;

export type Identity = Pseudonyms &
  KeyRing &
  Readonly<{
    /**
     * Encrypts a text for `open`. Sealing a text twice gives two different results. With a `context` (the key of the item
     * that holds it, say) it opens only there.
     */
    seal: (text: string, context?: string) => string;
    /**
     * The text that was sealed with any of the secrets for this context; undefined when it was tampered with, or sealed
     * with another secret or for another context.
     */
    open: (sealed: string, context?: string) => string | undefined;
    /** Pseudonyms by the older secrets, newest first. */
    earlier: readonly Pseudonyms[];
  }>;

const pseudonymBytes = 16;

/** The pseudonyms of every secret, newest first. Things are stored under the newest, and may be found under any. */
export const allPseudonyms = (identity: Identity): readonly [Pseudonyms, ...Pseudonyms[]] => [
  identity,
  ...identity.earlier,
];

/**
 * Pseudonyms, sealing and the keys of reports by one or more secrets, newest first. The newest names and seals; a sealed text tells which secret
 * sealed it. Each use has a key of its own (HKDF). Throws without a secret.
 */
export const createIdentity = (secrets: readonly string[]): Identity => {
  const [newest, ...older] = secrets;
  if (!newest) throw new Error('An identity needs at least one secret.');
  const seals = secrets.map(sealing);
  return {
    ...pseudonyms(newest),
    ...createKeyRing(secrets),
    seal: sealing(newest).seal,
    open: (sealed, context) => {
      const keyId = sealed.slice(0, sealed.indexOf('.'));
      return seals.find(candidate => candidate.keyId === keyId)?.open(sealed, context);
    },
    earlier: older.map(pseudonyms),
  };
};

const pseudonyms = (secret: string): Pseudonyms => {
  const naming = (use: string) => {
    const key = subkey(secret, use);
    return (person: string) =>
      createHmac('sha256', key).update(person).digest().subarray(0, pseudonymBytes).toString('base64url');
  };
  const chat = naming('chat');
  const reporter = naming('reporter');
  const member = naming('member');
  const follower = naming('follower');
  return {
    chatKey: (chatId, userId) => chat(userId === undefined ? `${chatId}` : `${chatId}/${userId}`),
    reporter: userId => reporter(`${userId}`),
    dataset: name => reporter(`dataset/${name}`),
    member: userId => member(`${userId}`),
    follower: chatId => follower(`${chatId}`),
  };
};

/** A sealed text is `<key id>.<encrypted>`; the key id and the context are authenticated too. */
const sealing = (secret: string) => {
  const key = subkey(secret, 'seal');
  const keyId = subkey(secret, 'key id').subarray(0, 6).toString('base64url');
  const bound = (context: string | undefined): string =>
    context === undefined ? keyId : JSON.stringify([keyId, context]);
  return {
    keyId,
    seal: (text: string, context?: string): string =>
      `${keyId}.${encrypt(key, bound(context), Buffer.from(text))}`,
    open: (sealed: string, context?: string): string | undefined =>
      decrypt(key, bound(context), sealed.slice(keyId.length + 1))?.toString('utf8'),
  };
};
