import type { BotCommandScope } from 'grammy/types';
import type { Api } from 'grammy/web';
import type { Locale } from '../../lib/locale.ts';
import { loadCatalogue } from '../locales/load.ts';
import { menuOf } from '../telegram/commands.ts';

/** For phones whose language the bot does not speak. */
const fallbackLocale: Locale = 'en';

/**
 * Sets the bot's names, descriptions and command menus in every language offered, and for everyone else in the
 * country's first, in which the bot speaks to them. A menu
 * grants nothing: permission is checked when a command is used.
 */
export const introduce = async (
  api: Api,
  {
    languages,
    moderatorsChat,
  }: Readonly<{ languages: readonly Locale[]; moderatorsChat?: number | undefined }>,
): Promise<void> => {
  for (const locale of [undefined, ...languages]) {
    const { profile, moderator } = await loadCatalogue(locale ?? languages[0] ?? fallbackLocale);
    const language = locale === undefined ? {} : { language_code: locale };
    await api.setMyName(profile.name, language);
    await api.setMyDescription(profile.description, language);
    await api.setMyShortDescription(profile.shortDescription, language);
    const setMenu = (scope: BotCommandScope, commands: Parameters<typeof menuOf>[0]) =>
      api.setMyCommands(menuOf(commands), { scope, ...language });
    await setMenu({ type: 'all_private_chats' }, profile.commands);
    if (moderatorsChat !== undefined)
      await setMenu(
        { type: 'chat', chat_id: moderatorsChat },
        { ...moderator.commands, ...moderator.group.commands },
      );
  }
};
