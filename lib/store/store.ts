import type { Chats } from './chats.ts';
import type { Incidents } from './incidents.ts';
import type { Members } from './members.ts';
import type { Notices } from './notices.ts';
import type { Reports } from './reports.ts';

/** Everything that is stored. The only room that knows DynamoDB. */
export type Store = Chats & Reports & Incidents & Members & Notices;
