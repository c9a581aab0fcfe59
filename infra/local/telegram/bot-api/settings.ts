import type { BotCommand } from 'grammy/types';
import { type Arguments, flag, isRecord, json, text } from '../rules/arguments.ts';
import { badRequest } from '../rules/refusal.ts';
import type { ChatRecord } from '../state.ts';
import type { World } from '../world.ts';

const maxCommands = 100;
const maxDescriptionLength = 256;

export function setMyCommands(world: World, from: Arguments): true {
  const commands = json(from, 'commands', 'commands');
  if (!Array.isArray(commands)) throw badRequest('Expected an Array of BotCommand');
  if (commands.length > maxCommands) throw badRequest('BOT_COMMANDS_TOO_MUCH');
  const checked = commands.map(checkCommand);
  const key = commandsKey(from);
  if (checked.length === 0) delete world.state.commands[key];
  else world.state.commands[key] = checked;
  world.happen({ type: 'world' });
  return true;
}

export function getMyCommands(world: World, from: Arguments): readonly BotCommand[] {
  return world.state.commands[commandsKey(from)] ?? [];
}

export function deleteMyCommands(world: World, from: Arguments): true {
  delete world.state.commands[commandsKey(from)];
  world.happen({ type: 'world' });
  return true;
}

function checkCommand(value: unknown): BotCommand {
  if (!isRecord(value)) throw badRequest("Can't parse BotCommand: expected an Object");
  const { command, description } = value;
  if (typeof command !== 'string') throw badRequest('Can\'t parse BotCommand: Can\'t find field "command"');
  if (typeof description !== 'string') {
    throw badRequest('Can\'t parse BotCommand: Can\'t find field "description"');
  }
  const name = command.replace(/^\//, '');
  if (!/^[a-z0-9_]{1,32}$/.test(name)) throw badRequest('BOT_COMMAND_INVALID');
  const length = [...description.trim()].length;
  if (length < 1 || length > maxDescriptionLength) throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  return { command: name, description };
}

const plainScopes = ['default', 'all_private_chats', 'all_group_chats', 'all_chat_administrators'];
const chatScopes = ['chat', 'chat_administrators', 'chat_member'];

/** Scope and language as one word, such as `chat:-100123/uk`. */
function commandsKey(from: Arguments): string {
  const scope = json(from, 'scope', 'BotCommandScope') ?? { type: 'default' };
  if (!isRecord(scope)) throw badRequest("Can't parse BotCommandScope: BotCommandScope must be an Object");
  const language = checkedLanguage(from);
  const type = String(scope.type ?? '');
  if (plainScopes.includes(type)) return `${type}/${language}`;
  if (!chatScopes.includes(type)) throw badRequest("Can't parse BotCommandScope: Unsupported type specified");
  if (!scope.chat_id) throw badRequest("Can't parse BotCommandScope: Empty chat_id specified");
  if (type === 'chat_member' && !(Number(scope.user_id) > 0)) {
    throw badRequest("Can't parse BotCommandScope: Invalid user_id specified");
  }
  return `${type}:${scope.chat_id}${type === 'chat_member' ? `:${scope.user_id}` : ''}/${language}`;
}

function checkedLanguage(from: Arguments): string {
  const language = text(from, 'language_code');
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified');
  return language;
}

/** The commands in a person's menu: https://core.telegram.org/bots/api#determining-list-of-commands */
export function commandsFor(world: World, record: ChatRecord, userId: number): readonly BotCommand[] {
  const { id, type } = record.chat;
  const standing = record.members[userId];
  const isAdministrator = standing === 'creator' || standing === 'administrator';
  const scopes =
    type === 'private'
      ? [`chat:${id}`, 'all_private_chats', 'default']
      : [
          `chat_member:${id}:${userId}`,
          ...(isAdministrator ? [`chat_administrators:${id}`] : []),
          `chat:${id}`,
          ...(isAdministrator ? ['all_chat_administrators'] : []),
          'all_group_chats',
          'default',
        ];
  const language = world.state.users[userId]?.language_code?.slice(0, 2) ?? '';
  for (const scope of scopes) {
    const found = world.state.commands[`${scope}/${language}`] ?? world.state.commands[`${scope}/`];
    if (found) return found;
  }
  return [];
}

/** Name, description, short description: their greatest lengths in characters. */
const textLimits = { name: 64, description: 512, short_description: 120 } as const;

export function setMyText(field: keyof typeof textLimits) {
  return (world: World, from: Arguments): true => {
    const value = text(from, field);
    const language = checkedLanguage(from);
    if ([...value].length > textLimits[field]) throw badRequest(`bot ${field.replace('_', ' ')} is too long`);
    world.state.texts[`${field}/${language}`] = value;
    world.happen({ type: 'world' });
    return true;
  };
}

export function getMyText(field: keyof typeof textLimits) {
  return (world: World, from: Arguments): Record<string, string> => {
    const fallback = world.state.texts[`${field}/`] ?? (field === 'name' ? world.bot.first_name : '');
    return { [field]: world.state.texts[`${field}/${checkedLanguage(from)}`] || fallback };
  };
}

export function setMyDefaultAdministratorRights(world: World, from: Arguments): true {
  const rights = json(from, 'rights', 'ChatAdministratorRights');
  if (rights !== undefined && !isRecord(rights)) {
    throw badRequest("Can't parse ChatAdministratorRights: ChatAdministratorRights must be an Object");
  }
  const kind = flag(from, 'for_channels') ? 'channels' : 'groups';
  world.state.texts[`rights/${kind}`] = JSON.stringify(rights ?? {});
  return true;
}

export function setChatMenuButton(world: World, from: Arguments): true {
  const button = json(from, 'menu_button', 'menu button') ?? { type: 'default' };
  if (!isRecord(button)) throw badRequest("Can't parse menu button: MenuButton must be an Object");
  const chatId = Number(text(from, 'chat_id') || 0);
  if (button.type === 'default' || button.type === 'commands') {
    world.state.menuButtons[chatId] = { type: button.type };
    return true;
  }
  throw badRequest("Can't parse menu button: MenuButton has unsupported type");
}
