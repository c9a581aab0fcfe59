/** Who is on the chat page: three people, the moderators' group, and the bot. Their ids are of the shape of real ones. */
const olena = { id: 500_100_001, first_name: 'Olena', language_code: 'uk', role: 'witness' };
const marko = { id: 500_100_002, first_name: 'Marko', language_code: 'uk', role: 'moderator' };
const iryna = { id: 500_100_003, first_name: 'Iryna', language_code: 'en', role: 'reader' };
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
  /** Stands for the answer of getMe until there is one. */
  placeholder: { id: 500_100_000, is_bot: true, first_name: 'Svidok', username: 'svidok_bot' },
};
