/** A fault of a Bot API call. */
export type Fault =
  /** Answers with an error; 429 with `retryAfter` seconds (1 by default). */
  | {
      readonly kind: 'error';
      readonly code: number;
      readonly description?: string;
      readonly retryAfter?: number;
    }
  /** Answers late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** Cuts the connection before or after the call takes effect. */
  | { readonly kind: 'drop'; readonly when: 'before' | 'after' };

/** A fault of an update: it is delivered twice, or after the one that follows it. */
export type UpdateFault = 'duplicate' | 'reorder';

export interface Faults {
  /** The next calls of the method (`*`: of any) fail. Faults of one method are used up in order. */
  next(method: string, fault: Fault, times?: number): void;
  /** Every call about this chat fails, until it is called again without a fault. */
  inChat(chat: number, fault?: Fault): void;
  /** The next updates fail. */
  nextUpdate(fault: UpdateFault, times?: number): void;
  /** For that long, connections are refused and no update is delivered. */
  outage(ms: number): void;
  /** Cancels all faults. */
  clear(): void;
}

/** Faults as the server uses them up. */
export interface FaultSource extends Faults {
  /** `chat` is the `chat_id` of the call, if it has one. */
  take(method: string, chat?: string): Fault | undefined;
  takeUpdate(): UpdateFault | undefined;
  /** Milliseconds until the outage ends; 0 without one. */
  outageLeftMs(): number;
  list(): readonly string[];
}

export function createFaults(changed: () => void): FaultSource {
  let calls: { method: string; fault: Fault }[] = [];
  const chats = new Map<string, Fault>();
  let updates: UpdateFault[] = [];
  let outageUntilMs = 0;
  return {
    next(method, fault, times = 1) {
      for (let count = 0; count < times; count += 1) calls.push({ method: method.toLowerCase(), fault });
      changed();
    },
    inChat(chat, fault) {
      if (fault) chats.set(String(chat), fault);
      else chats.delete(String(chat));
      changed();
    },
    nextUpdate(fault, times = 1) {
      for (let count = 0; count < times; count += 1) updates.push(fault);
      changed();
    },
    outage(ms) {
      outageUntilMs = Date.now() + ms;
      changed();
    },
    clear() {
      calls = [];
      chats.clear();
      updates = [];
      outageUntilMs = 0;
      changed();
    },
    take(method, chat = '') {
      const index = calls.findIndex(call => call.method === '*' || call.method === method.toLowerCase());
      const taken = index < 0 ? undefined : calls.splice(index, 1)[0]?.fault;
      if (taken) changed();
      return taken ?? chats.get(chat);
    },
    takeUpdate() {
      const taken = updates.shift();
      if (taken) changed();
      return taken;
    },
    outageLeftMs: () => Math.max(0, outageUntilMs - Date.now()),
    list: () => [
      ...calls.map(call => `${call.method}: ${describe(call.fault)}`),
      ...[...chats].map(([chat, fault]) => `chat ${chat}: ${describe(fault)}`),
      ...updates.map(fault => `next update: ${fault}`),
      ...(outageUntilMs > Date.now() ? ['outage'] : []),
    ],
  };
}

function describe(fault: Fault): string {
  if (fault.kind === 'slow') return `${fault.ms} ms late`;
  if (fault.kind === 'drop') return `connection cut ${fault.when} it took effect`;
  return `error ${fault.code}`;
}
