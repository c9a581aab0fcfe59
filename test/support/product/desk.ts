import type { Message } from 'grammy/types';
import type { Person } from '../../../infra/local/telegram/people/person.ts';
import { formatReceipt, newReportId } from '../../../lib/identity/receipt.ts';
import type { Locale } from '../../../lib/locale.ts';
import type { Answers, Report } from '../../../lib/report/report.ts';
import type { Role } from '../../../lib/review/team.ts';
import { answers } from '../samples/samples.ts';
import { until } from '../until.ts';
import { type Product, startProduct } from './product.ts';

export { until };

/** The product with a moderators' chat that is written to in English. `desk` is the first moderator, an admin, in it. */
export const startDesk = async (options: Parameters<typeof startProduct>[0] = {}) => {
  const product = await startProduct(options);
  const desk = product.moderator.in(product.group);
  await desk.send('/language');
  await desk.press('English');
  await product.witness.start();
  return { ...product, product, desk };
};

/** What a message says, without the marks that isolate people's words. */
export const read = ({ text = '' }: Pick<Message, 'text'>): string => text.replaceAll(/[\u2068\u2069]/g, '');

/** The card of a report in the moderators' chat, once it is there. */
export const cardOf = (desk: Person, { id }: Pick<Report, 'id'>): Promise<Message> =>
  until(() => desk.messages().findLast(({ text }) => text?.startsWith(`Report ${formatReceipt(id)}`)));

/** Goes through the checklist of a card, as one that shows nothing to be careful about. */
export const checkCard = async (person: Person, card: Message): Promise<void> => {
  for (const button of ['Approve', 'None of these']) await person.press(card, button);
};

/** Approves a report from its card, all the way: into a new incident, or one of those suggested. */
export const approveCard = async (person: Person, card: Message, into = 'A new incident') => {
  await checkCard(person, card);
  return person.press(card, into);
};

/** The labels of the buttons below a message as it is now. */
export const buttonsOf = (person: Person, message: Message): readonly string[] =>
  person.buttons(message).flat();

/** A message as it is now. */
export const now = (person: Person, { message_id: id }: Message): string =>
  read(person.messages().find(message => message.message_id === id) ?? {});

/** Stores a report of a person as the interview does, without the interview. */
export const submit = async (
  { store, deps: { identity, now } }: Product,
  witness: Pick<Person, 'id'>,
  change: Partial<Answers> = {},
  locale: Locale = 'en',
): Promise<Report> => {
  const report: Report = {
    id: newReportId(),
    version: 1,
    status: 'submitted',
    reporter: identity.reporter(witness.id),
    locale,
    receivedAt: now().toISOString(),
    answers: { ...answers, ...change },
  };
  const chatKey = identity.chatKey(witness.id);
  const before = await store.chats.read(chatKey);
  const chat = { recent: [], ...before, version: (before?.version ?? 0) + 1 };
  const contact = { chat: identity.seal(String(witness.id)), locale };
  const saved = await store.reports.submit({ chatKey, chat, report, contact });
  if (saved !== 'saved') throw new Error(`The report was not saved: ${saved}`);
  return report;
};

/** How many messages and edits the moderators' chat took since the calls were emptied: what its limit counts. */
export const drawnIn = ({ telegram, group }: Pick<Product, 'telegram' | 'group'>): number =>
  telegram.calls.filter(
    ({ method, parameters }) =>
      /^(send(?!ChatAction)|editMessage|copyMessage|forwardMessage)/.test(method) &&
      String(parameters.chat_id) === String(group.id),
  ).length;

/** Makes somebody a member of the team, and of the group. */
export const enlist = async (
  { store, telegram, group, moderator, deps: { identity, now } }: Product,
  name: string,
  role: Role = 'moderator',
): Promise<Person> => {
  const person = telegram.user({ first_name: name, language_code: 'en' });
  const moderators = await telegram.group({ ...group, title: 'Moderators', members: [moderator] });
  await moderators.addMember(person);
  const key = identity.member(person.id);
  await store.members.add({ key, role, name: identity.seal(name), addedAt: now().toISOString(), by: key });
  return person;
};
