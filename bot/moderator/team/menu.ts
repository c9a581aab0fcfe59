import { GrammyError } from 'grammy/web';
import type { Ctx } from '../../context.ts';

/** The team's commands, a line each, with what they do. */
const linesOf = (commands: Readonly<Record<string, Readonly<{ help: string }>>>): string =>
  Object.entries(commands)
    .map(([name, { help }]) => `/${name} – ${help}`)
    .join('\n');

/** The help of the moderators' group. */
export const groupHelpText = ({ t }: Ctx): string => {
  const { commands, group } = t.moderator;
  return group.help(linesOf({ ...commands, language: group.commands.language }));
};

/** The help of a member in private, sent below everybody's. */
export const teamHelpText = ({ t }: Ctx): string => t.moderator.teamHelp(linesOf(t.moderator.commands));

/**
 * Puts the team's commands into the menu of a member's private chat, before everybody's. A menu grants nothing. Somebody who
 * never wrote to the bot gets theirs with /help.
 */
export const showTeamMenu = async ({ t, deps }: Ctx, member: number): Promise<void> => {
  const team = Object.entries(t.moderator.commands).map(([name, { menu }]) => [name, menu] as const);
  const commands = [...team, ...Object.entries(t.profile.commands)];
  try {
    await deps.api.setMyCommands(
      commands.map(([command, description]) => ({ command, description })),
      { scope: { type: 'chat', chat_id: member } },
    );
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
  }
};
