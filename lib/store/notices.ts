/**
 * The right to send one notice until a lease ends. Whoever crashes lets the lease run out, and the next delivery sends.
 */
export type Claim =
  | Readonly<{ kind: 'claimed'; lease: string }>
  | Readonly<{ kind: 'busy' }>
  | Readonly<{ kind: 'done' }>;

export type Notices = Readonly<{
  /** Claims the sending of a notice (`id`: what it tells, of which version of what) for `leaseMs`. */
  claimNotice: (id: string, leaseMs: number) => Promise<Claim>;
  /** The notice is sent, for ever. `lost`: the lease had ended and somebody else has it. */
  finishNotice: (id: string, lease: string) => Promise<'finished' | 'lost'>;
  /** The notice could not be sent: the next delivery may try at once. */
  releaseNotice: (id: string, lease: string) => Promise<void>;
  /** Remembers the message that is a report's card in the moderators' chat. */
  setCard: (report: string, message: number) => Promise<void>;
  readCard: (report: string) => Promise<number | undefined>;
}>;
