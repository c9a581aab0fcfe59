import { GrammyError } from 'grammy/web';
import type { Ctx } from '../../context.ts';
import { helpLines, menuOf } from '../../telegram/commands.ts';

/** The help of the moderators' group. */
export const groupHelpText = ({ t }: Ctx): string => {
  const { commands, group } = t.moderator;
  return group.help(helpLines({ ...commands, language: group.commands.language }));
};

/** The help of a member in private, sent below everybody's. */
export const teamHelpText = ({ t }: Ctx): string => t.moderator.teamHelp(helpLines(t.moderator.commands));

/**
 * Puts the team's commands into the menu of a member's private chat, before everybody's. A menu grants nothing. Somebody who
 * never wrote to the bot gets theirs with /help.
 */
export const showTeamMenu = async ({ t, deps }: Ctx, member: number): Promise<void> => {
  try {
    await deps.api.setMyCommands(menuOf({ ...t.moderator.commands, ...t.profile.commands }), {
      scope: { type: 'chat', chat_id: member },
    });
  } catch (error) {
    if (!(error instanceof GrammyError)) throw error;
  }
};
