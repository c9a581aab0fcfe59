import type { Message } from 'grammy/types';
import { addEntry } from '../world/messages.ts';
import type { MemberStatus } from '../world/state.ts';
import { addGroup, botUser, chatById, userById, type World } from '../world/world.ts';
import { announce, changeBot, type Participant } from './posting.ts';
import { botMessages } from './reading.ts';

/** A group as its owner runs it: the member that was named first. */
export interface Group {
  readonly id: number;
  readonly title: string;
  /** Adds the bot as a member (in privacy mode), or as an administrator, who sees everything. */
  addBot(status?: 'member' | 'administrator'): Promise<void>;
  removeBot(): Promise<void>;
  /** Adds a person, or changes their standing. */
  addMember(person: { readonly id: number }, status?: MemberStatus): Promise<void>;
  /** Upgrades a basic group to a supergroup, which has another id; returns the supergroup. */
  upgrade(): Promise<Group>;
  /** What the group shows now. */
  messages(): Message[];
  /** The bot's latest message in the group; throws when there is none. */
  last(): Message;
}

export interface GroupOptions {
  readonly title: string;
  /** The first is the owner. */
  readonly members: readonly { readonly id: number }[];
  /** A supergroup by default. */
  readonly type?: 'group' | 'supergroup';
  /** The bot's standing; without it the bot is not in the group. */
  readonly bot?: 'member' | 'administrator';
  readonly id?: number;
}

/** Makes a group of these people and adds the bot where asked, or finds the group by id. */
export async function makeGroup(world: World, options: GroupOptions): Promise<Group> {
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

function createGroup(world: World, id: number): Group {
  const record = () => chatById(world, id);
  return {
    id,
    title: record().chat.title ?? '',
    async addBot(status = 'member') {
      const isIn = ['member', 'administrator'].includes(record().bot);
      const changed = changeBot(world, ownerOf(world, id), status);
      if (!isIn) await announce(world, ownerOf(world, id), { new_chat_members: [botUser(world)] });
      await changed;
    },
    async removeBot() {
      const owner = ownerOf(world, id);
      addEntry(world, record(), owner.user, { left_chat_member: botUser(world) });
      await changeBot(world, owner, 'kicked');
    },
    async addMember(person, status = 'member') {
      const isNew = record().members[person.id] === undefined;
      record().members[person.id] = status;
      world.emit({ type: 'world' });
      const new_chat_members = [userById(world, person.id)];
      if (isNew) await announce(world, ownerOf(world, id), { new_chat_members });
    },
    upgrade: () => upgradeGroup(world, id),
    messages: () => record().entries.map(({ message }) => message),
    last() {
      const message = botMessages(world, record()).at(-1);
      if (!message) throw new Error('The bot has sent nothing to this group.');
      return message;
    },
  };
}

function ownerOf(world: World, id: number): Participant {
  const record = chatById(world, id);
  const owner = Object.entries(record.members).find(([, status]) => status === 'creator')?.[0];
  return { record, user: userById(world, Number(owner)) };
}

async function upgradeGroup(world: World, id: number): Promise<Group> {
  const { record: old, user } = ownerOf(world, id);
  if (old.chat.type !== 'group') throw new Error('Only a basic group can be upgraded.');
  const { title } = old.chat;
  const upgraded = addGroup(world, { title, type: 'supergroup', members: { ...old.members } });
  upgraded.bot = old.bot;
  const left = announce(world, { record: old, user }, { migrate_to_chat_id: upgraded.chat.id });
  old.migratedTo = upgraded.chat.id;
  const joined = announce(world, { record: upgraded, user }, { migrate_from_chat_id: old.chat.id });
  world.emit({ type: 'world' });
  await Promise.all([left, joined]);
  return createGroup(world, upgraded.chat.id);
}
