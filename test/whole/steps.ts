import type { Message } from 'grammy/types';
import { witnessCallbacks } from '../../bot/callbacks/witness.ts';
import type { Person } from '../../infra/local/telegram/people/person.ts';
import { catalogues } from '../support/catalogues.ts';
import type { Product } from '../support/product/product.ts';
import { until } from '../support/until.ts';

/** All callback data of a message's buttons. */
export const dataOf = (message: Message): readonly string[] =>
  (message.reply_markup && 'inline_keyboard' in message.reply_markup
    ? message.reply_markup.inline_keyboard
    : []
  )
    .flat()
    .flatMap(button => ('callback_data' in button && button.callback_data ? [button.callback_data] : []));

/** The bot's latest message that has a button whose data holds this path. */
const withButton = (person: Person, path: string): readonly [Message, string] => {
  for (const message of person.messages().toReversed()) {
    const data = dataOf(message).find(one => `:${one}:`.includes(`:${path}:`));
    if (data) return [message, data];
  }
  const last = person.messages().at(-1);
  throw new Error(`No button "${path}" below "${last?.text}": ${last && dataOf(last)}`);
};

/** Presses the button that means this, whatever its label says in the person's language. */
export const pressOn = async (person: Person, path: string) => {
  const [message, data] = withButton(person, path);
  return person.press(message, data);
};

/**
 * Does one thing after another: `'=words'` types them, anything else is the meaning of a button. Further questions are
 * passed over, so that a new one changes no story but its own.
 */
export const go = async (person: Person, steps: readonly string[]): Promise<void> => {
  for (const step of steps) {
    await passDetails(person);
    await (step.startsWith('=') ? person.send(step.slice(1)) : pressOn(person, step));
  }
};

/** Takes the way out of further questions until something else is asked. */
export const passDetails = async (person: Person): Promise<void> => {
  const message = person.messages().at(-1);
  const way = message && dataOf(message).find(isWayPastDetail);
  if (!way) return;
  await person.press(message, way);
  await passDetails(person);
};

const isWayPastDetail = (data: string): boolean => {
  const pressed = witnessCallbacks.parse(data);
  if (pressed?.name !== 'answer' || pressed.args.value !== '_none') return false;
  return Object.hasOwn(catalogues.en.witness.details, pressed.args.question);
};

/** Consent. The first step of a report says what is reported. */
export const begin = async (person: Person): Promise<void> => {
  await person.start();
  await go(person, ['agree']);
};

/** The shortest report that can be sent, up to the preview. */
export const unknownAllTheWay = [
  'attack',
  '_none',
  '_none',
  '_none',
  '_none',
  '_none',
  '_none',
  '_none',
  'own_eyes',
  '_none',
] as const;

/** Approves a report from its card, with a checklist that finds nothing, into a new incident or the one of this id. */
export const approve = async (person: Person, id: string, into = 'new', version = 1): Promise<void> => {
  await untilButton(person, `approve:${id}`);
  await go(person, [
    `approve:${id}`,
    // No military position, nobody identified, nothing graphic.
    `incidentFor:${id}`,
    into === 'new' ? `approveAsNew:${id}:${version}` : `add:${id}:${version}:-:${into}`,
  ]);
};

/** Releases what waits for its time, as an admin may, and the clock does. */
export const release = async ({ store, tick, deps }: Product): Promise<void> => {
  const at = deps.now().toISOString();
  for (const { id, version } of (await store.incidents.embargoed({ limit: 50 })).items)
    await store.incidents.hold({ incident: id, version, by: 'an admin', at, until: at, role: 'admin' });
  await tick();
};

/** Waits until a message with this button has come. */
export const untilButton = (person: Person, path: string): Promise<true> =>
  until(() =>
    person.messages().some(message => dataOf(message).some(data => `:${data}:`.includes(`:${path}:`))),
  ).then(() => true);
