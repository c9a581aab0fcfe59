import type { BotCommand } from 'grammy/types';
import { badRequest } from '../rules/api-error.ts';
import { type Arguments, isRecord, json, text } from '../rules/arguments.ts';
import type { ChatRecord } from '../world/state.ts';
import type { World } from '../world/world.ts';

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
  world.emit({ type: 'world' });
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

/** Scope and language in one word, such as `chat:-100123/uk`. */
function commandsKey(from: Arguments): string {
  const scope = json(from, 'scope', 'BotCommandScope') ?? { type: 'default' };
  if (!isRecord(scope)) throw badRequest("Can't parse BotCommandScope: BotCommandScope must be an Object");
  const language = checkLanguage(from);
  switch (scope.type) {
    case 'default':
    case 'all_private_chats':
      return `${scope.type}/${language}`;
    case 'chat':
      if (!scope.chat_id) throw badRequest("Can't parse BotCommandScope: Empty chat_id specified");
      return `chat:${scope.chat_id}/${language}`;
    default:
      throw badRequest("Can't parse BotCommandScope: Unsupported type specified");
  }
}

function checkLanguage(from: Arguments): string {
  const language = text(from, 'language_code');
  if (language !== '' && !/^[a-z]{2}$/.test(language)) throw badRequest('invalid language code specified');
  return language;
}

/** The commands in a person's menu: https://core.telegram.org/bots/api#determining-list-of-commands */
export function commandsFor(world: World, { chat }: ChatRecord, userId: number): readonly BotCommand[] {
  const own = `chat:${chat.id}`;
  const scopes = chat.type === 'private' ? [own, 'all_private_chats', 'default'] : [own, 'default'];
  const language = languageOf(world, userId);
  for (const scope of scopes) {
    const found = world.state.commands[`${scope}/${language}`] ?? world.state.commands[`${scope}/`];
    if (found) return found;
  }
  return [];
}

/** The bot's fields of text, with their greatest length in characters. */
const textLimits = { name: 64, description: 512, short_description: 120 } as const;

export function setMyText(field: keyof typeof textLimits) {
  return (world: World, from: Arguments): true => {
    const value = text(from, field);
    const language = checkLanguage(from);
    if ([...value].length > textLimits[field]) throw badRequest(`bot ${field.replace('_', ' ')} is too long`);
    world.state.profile[`${field}/${language}`] = value;
    world.emit({ type: 'world' });
    return true;
  };
}

/** What the bot says of itself to a person who has not started it. */
export function descriptionFor(world: World, userId: number): string {
  const { profile } = world.state;
  return profile[`description/${languageOf(world, userId)}`] || (profile['description/'] ?? '');
}

function languageOf(world: World, userId: number): string {
  return world.state.users[userId]?.language_code?.slice(0, 2) ?? '';
}
