import type { Role } from '../../../lib/review/team.ts';
import { callbackData } from '../../telegram/callback-data.ts';
import { html, isolated, join, words } from '../../telegram/html.ts';
import type { Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';

/** A member as colleagues see them. `configured`: an admin by configuration, whom nobody removes here. */
export type Colleague = Readonly<{ key: string; name: string | undefined; role: Role; configured: boolean }>;

/** How many members one keyboard lists. Telegram takes 100 buttons. */
const maxListed = 40;
const nameLength = 40;

/** The team, each with a button that removes them. `note` says what was just done. */
export const teamScreen = (
  team: readonly Colleague[],
  { t }: View,
  { note, isPrivate }: Readonly<{ note?: string; isPrivate: boolean }>,
): Screen => {
  const { team: said, buttons, somebody } = t.moderator;
  const listed = team.slice(0, maxListed);
  return {
    text: join([
      note === undefined ? undefined : html`${note}`,
      html`<b>${said.title}</b>`,
      team.length === 0
        ? html`${said.nobody}`
        : join(
            listed.map(
              ({ name, role, configured }) =>
                html`• ${words(name ?? somebody, nameLength)} – ${said.roles[role]}${configured ? ` (${said.byConfiguration})` : ''}`,
            ),
            '\n',
          ),
      html`${said.how}`,
    ]),
    buttons: [
      ...listed
        .filter(({ configured }) => !configured)
        .flatMap(({ key, name, role }) => {
          const shown = isolated(name ?? somebody, nameLength);
          const other = role === 'admin' ? 'moderator' : 'admin';
          return [
            [
              {
                text: role === 'admin' ? buttons.demote(shown) : buttons.promote(shown),
                data: callbackData('m', 'role', key, other),
              },
            ],
            [{ text: buttons.remove(shown), data: callbackData('m', 'remove', key) }],
          ];
        }),
      [{ text: buttons.history, data: callbackData('m', 'team_history', '0') }],
      ...(isPrivate ? [[{ text: buttons.add, data: callbackData('m', 'add') }]] : []),
    ],
  };
};

/** Asks once more before somebody is removed. */
export const removalScreen = ({ key, name }: Colleague, { t }: View): Screen => {
  const { team: said, buttons, somebody } = t.moderator;
  return {
    text: html`${said.confirmRemoval(isolated(name ?? somebody, nameLength))}`,
    buttons: [
      [
        { text: buttons.removeYes, data: callbackData('m', 'remove', key, 'yes'), style: 'danger' },
        { text: buttons.removeNo, data: callbackData('m', 'team') },
      ],
    ],
  };
};
