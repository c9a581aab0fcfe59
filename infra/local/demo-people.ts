import type { Locale } from '../../lib/locale.ts';

/** The people of the chat page, the moderators' group, and the bot, with ids like real ones. */
const olena = { id: 500_100_001, first_name: 'Olena', role: 'witness' };
const marko = { id: 500_100_002, first_name: 'Marko', role: 'moderator' };
const iryna = { id: 500_100_003, first_name: 'Iryna', role: 'reader' };
const group = {
  id: -1_001_500_100_009,
  title: 'Moderators',
  members: [{ id: marko.id }],
  bot: 'administrator' as const,
};

export const people = {
  token: '500100000:local-telegram-of-this-computer',
  bot: { first_name: 'Svidok', username: 'svidok_bot' },
  users: [olena, marko, iryna],
  group,
  environment: { MODERATORS_CHAT: String(group.id), ADMINS: String(marko.id) },
  /** Stands in for the answer of getMe until there is one. */
  placeholder: { id: 500_100_000, is_bot: true, first_name: 'Svidok', username: 'svidok_bot' },
};

/** The people with phones that speak a country's languages: the reader's the second, the others' the first. */
export const peopleSpeaking = ([first, second = first]: readonly [Locale, ...Locale[]]) =>
  people.users.map(user => ({ ...user, language_code: user === iryna ? second : first }));
