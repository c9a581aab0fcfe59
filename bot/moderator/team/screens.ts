import type { Role } from '../../../lib/review/team.ts';
import { button } from '../../callbacks/moderator.ts';
import { html, isolated, join, words } from '../../telegram/html.ts';
import { keyboard } from '../../telegram/keyboard.ts';
import type { Screen } from '../../telegram/screen.ts';
import type { View } from '../../text/incident.ts';

/** A member as colleagues see them. `configured`: an admin by configuration, who cannot be removed here. */
export type Colleague = Readonly<{ key: string; name: string | undefined; role: Role; configured: boolean }>;

/** How many members one keyboard lists, with two buttons each: Telegram takes 100. */
const maxListed = 40;
const maxNameLength = 40;

/** The team, with buttons that change roles and remove members. `note` says what was just done. */
export const teamScreen = (
  team: readonly Colleague[],
  { t }: View,
  { note, isPrivate }: Readonly<{ note?: string | undefined; isPrivate: boolean }>,
): Screen => {
  const { team: texts, buttons, somebody } = t.moderator;
  const listed = team.slice(0, maxListed);
  const lines = listed.map(
    ({ name, role, configured }, index) =>
      html`${index + 1}. ${words(name ?? somebody, maxNameLength)} – ${texts.roles[role]}${configured ? ` (${texts.byConfiguration})` : ''}`,
  );
  return {
    text: join([
      note === undefined ? undefined : html`${note}`,
      html`<b>${texts.title}</b>`,
      lines.length === 0 ? html`${texts.nobody}` : join(lines, '\n'),
      html`${texts.how}`,
    ]),
    buttons: keyboard(
      ...listed.flatMap(({ key: member, name, role, configured }, index) => {
        if (configured) return [];
        const shown = isolated(name ?? somebody, maxNameLength);
        const numbered = (text: string) => `${index + 1}. ${text}`;
        return [
          [
            role === 'admin'
              ? button(numbered(buttons.demote(shown)), 'role', { member, role: 'moderator' })
              : button(numbered(buttons.promote(shown)), 'role', { member, role: 'admin' }),
          ],
          [button(numbered(buttons.remove(shown)), 'remove', { member })],
        ];
      }),
      [button(buttons.history, 'teamHistory', {})],
      [isPrivate && button(buttons.add, 'addMember', {})],
    ),
  };
};

/** Asks for confirmation before somebody is removed. */
export const removalScreen = ({ key: member, name }: Colleague, { t }: View): Screen => {
  const { team: texts, buttons, somebody } = t.moderator;
  return {
    text: html`${texts.confirmRemoval(isolated(name ?? somebody, maxNameLength))}`,
    buttons: [
      [
        button(buttons.removeYes, 'removeConfirmed', { member }, 'danger'),
        button(buttons.removeNo, 'team', {}),
      ],
    ],
  };
};
