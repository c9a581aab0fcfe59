import type { Message } from 'grammy/types';
import type { ChatRecord, MemberStatus } from '../state.ts';
import { addEntry, addGroup, botUser, chatById, userById, userOf, type World } from '../world.ts';
import { announce, changeBot } from './posting.ts';

/** A group, as those who run it see it. Its owner is the member that was named first. */
export interface Group {
  readonly id: number;
  readonly title: string;
  /** Adds the bot, as a member (in privacy mode) or as an administrator (it sees everything). */
  addBot(status?: 'member' | 'administrator'): Promise<void>;
  removeBot(): Promise<void>;
  /** Adds a person, or changes their standing. */
  addMember(person: { readonly id: number }, status?: MemberStatus): Promise<void>;
  removeMember(person: { readonly id: number }): Promise<void>;
  /** Upgrades a basic group to a supergroup, which has another id: that of the group returned. */
  upgrade(): Promise<Group>;
  /** What the group shows now. */
  messages(): Message[];
  /** The bot's latest message in the group; throws when there is none. */
  last(): Message;
}

export function createGroup(world: World, id: number): Group {
  const record = (): ChatRecord => chatById(world, id);
  const seat = () => {
    const owner = Object.entries(record().members).find(([, status]) => status === 'creator')?.[0];
    return { record: record(), member: userById(world, Number(owner)) };
  };
  return {
    id,
    title: record().chat.title ?? '',
    async addBot(status = 'member') {
      const known = ['member', 'administrator'].includes(record().bot);
      const standing = changeBot(world, seat(), status);
      await Promise.all([
        standing,
        ...(known ? [] : [announce(world, seat(), { new_chat_members: [botUser(world)] })]),
      ]);
    },
    async removeBot() {
      addEntry(world, record(), seat().member, { left_chat_member: botUser(world) });
      await changeBot(world, seat(), 'kicked');
    },
    async addMember(person, status = 'member') {
      const isNew = record().members[person.id] === undefined;
      record().members[person.id] = status;
      world.happen({ type: 'world' });
      if (isNew) await announce(world, seat(), { new_chat_members: [userOf(userById(world, person.id))] });
    },
    async removeMember(person) {
      const left_chat_member = userOf(userById(world, person.id));
      delete record().members[person.id];
      world.happen({ type: 'world' });
      await announce(world, seat(), { left_chat_member });
    },
    async upgrade() {
      const old = record();
      if (old.chat.type !== 'group') throw new Error('Only a basic group can be upgraded.');
      const { title } = old.chat;
      const made = addGroup(world, { title, type: 'supergroup', members: { ...old.members } });
      made.bot = old.bot;
      const { member } = seat();
      const told = announce(world, { record: old, member }, { migrate_to_chat_id: made.chat.id });
      old.migratedTo = made.chat.id;
      const also = announce(world, { record: made, member }, { migrate_from_chat_id: old.chat.id });
      world.happen({ type: 'world' });
      await Promise.all([told, also]);
      return createGroup(world, made.chat.id);
    },
    messages: () => record().entries.map(({ message }) => message),
    last() {
      const entry = record().entries.findLast(({ message }) => message.from?.id === world.bot.id);
      if (!entry) throw new Error('The bot has sent nothing to this group.');
      return entry.message;
    },
  };
}

/** Makes a group of these people, the first its owner, and adds the bot where asked. */
export async function makeGroup(
  world: World,
  options: {
    readonly title: string;
    readonly members: readonly { readonly id: number }[];
    readonly type?: 'group' | 'supergroup';
    readonly bot?: 'member' | 'administrator';
    readonly id?: number;
  },
): Promise<Group> {
  if (options.members.length === 0) throw new Error('A group needs at least one person.');
  const members = Object.fromEntries(
    options.members.map(({ id }, index): [number, MemberStatus] => [id, index === 0 ? 'creator' : 'member']),
  );
  const isKnown = options.id !== undefined && world.state.chats[options.id] !== undefined;
  const { chat } = addGroup(world, { type: 'supergroup', ...options, members });
  const group = createGroup(world, chat.id);
  if (options.bot && !isKnown) await group.addBot(options.bot);
  return group;
}
