import type { BotCommand } from 'grammy/types';

/** What is said of commands, by name: `menu` in Telegram's list, `help` in the bot's own help; what has none is not in it. */
type Commands = Readonly<Record<string, Readonly<{ menu: string; help?: string }>>>;

/** Commands as Telegram lists them. */
export const menuOf = (commands: Commands): readonly BotCommand[] =>
  Object.entries(commands).map(([command, { menu: description }]) => ({ command, description }));

/** Commands in the help, a line each, with what they do. */
export const helpLines = (commands: Commands): string =>
  Object.entries(commands)
    .flatMap(([name, { help }]) => (help === undefined ? [] : `/${name} – ${help}`))
    .join('\n');
