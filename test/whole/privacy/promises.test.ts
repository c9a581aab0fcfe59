import { expect, test } from 'vitest';
import { samplePhoto } from '../../../infra/local/telegram/people/sample.ts';
import { catalogues } from '../../support/catalogues.ts';
import { approveCard, cardOf, now as shownNow, startDesk, until } from '../../support/product/desk.ts';
import type { Product } from '../../support/product/product.ts';
import { answersOfReport } from '../script.ts';
import { go, pressOn } from '../steps.ts';

/**
 * What `/privacy` says is kept, held against the tables: everything that is stored in clear has words there that say so. A new
 * attribute fails here until it has some.
 */

const privacy = catalogues.en.witness.privacy('the tests', { rejectedDays: 90, keyRecoveryDays: 7 }).source;

const page = privacy + catalogues.en.follow.privacy;

type Item = Readonly<Record<string, unknown>>;
/** By words of `/privacy`, the attributes of stored items for which they stand. */
type Told = Readonly<Record<string, readonly string[]>>;

/** Keys, versions and hashes, which say nothing; and what is sealed. */
const technical = [
  'pk',
  'sk',
  'shape',
  'version',
  'n',
  'prev',
  'state',
  'hash',
  'head',
  'under',
  'sealed',
  'wrapped',
  'erased',
];

const ofReport: Told = {
  'Its number': ['id'],
  'what the public may learn': [
    ...['phase', 'munition', 'day', 'place', 'killed', 'injured', 'isHarmful'],
    // What finds it by these.
    ...['region', 'nearby', 'area', 'latitude', 'sourceFor'],
  ],
  'whether files came with it': ['hasEvidence'],
  // Only to the hour, below. The order by harm is made of the numbers and of the hour.
  'the hours in which you wrote': ['since', 'waits', 'at', 'urgency'],
  'what moderators did': [
    ...[
      'status',
      'last',
      'kind',
      'by',
      'changes',
      'claim',
      'claimedBy',
      'claimedUntil',
      'approvals',
      'queue',
    ],
    ...['decidedAt', 'decidedBy', 'reason', 'incident'],
  ],
};

const ofErased: Told = {
  'Its number': ['id'],
  'what moderators did': ['status', 'last', 'kind', 'by', 'changes'],
  'the hours in which you wrote': ['at', 'decidedAt'],
};

/** Of an incident of which no report is left. */
const ofRetracted: Told = {
  'that it was retracted': [
    'id',
    'status',
    'approvedAt',
    'releaseAt',
    'publishedAt',
    'changedAt',
    'grade',
    'reportCount',
  ],
  'the place as it was shown, the day': ['place', 'region', 'occurred'],
  'the kind of incident': ['phase'],
};

/** By kind of an item of the table of chats, the words that tell of it. */
const ofChats: Readonly<Record<string, string>> = {
  CHAT: 'drafts, and before you agree only the numbers',
  CONTACT: '<b>Your contact:</b> encrypted',
  UNHEARD: 'kept for them alone, encrypted',
  // In which messages moderators were shown it, and that they were; that a notice was sent.
  CARD: 'encrypted, in which of their messages it stood',
  SHOWN: 'encrypted, in which of their messages it stood',
  NOTICE: 'what moderators did',
  RATE: 'when you last asked for files or pictures, encrypted, a day',
  FOLLOWERS: 'What you follow with /follow',
};

const untold = (items: readonly Item[], told: Told): readonly string[] => {
  for (const words of Object.keys(told)) expect(privacy).toContain(words);
  const known = new Set([...technical, ...Object.values(told).flat()]);
  const isEmpty = (value: unknown) => value === 'unknown' || (Array.isArray(value) && value.length === 0);
  return items.flatMap(item =>
    Object.entries(item).flatMap(([name, value]) =>
      known.has(name) || isEmpty(value) ? [] : `${item.shape} ${name}: ${JSON.stringify(value)}`,
    ),
  );
};

const about = async ({ dump }: Product, id: string): Promise<readonly Item[]> =>
  (await Promise.all((['keys', 'records'] as const).map(dump)))
    .flat()
    .filter(item => [item.pk, item.sk].some(key => String(key).includes(id)));

test('all that is stored in clear of a report is told by /privacy, before it is withdrawn and after', {
  timeout: 120_000,
}, async () => {
  let clock = Date.parse('2026-11-23T10:31:17.345Z');
  const { desk, product, witness, store } = await startDesk({ now: () => new Date(clock) });
  await go(witness, ['agree', ...answersOfReport.slice(0, -2)]);
  await witness.send('I saw it from my window.');
  await witness.photo(samplePhoto());
  await go(witness, ['send']);
  const [{ id } = { id: '' }] = (await store.queue.list({ limit: 1 })).items;
  clock += 180_000;
  const first = await cardOf(desk, { id });
  await pressOn(desk, `ask:${id}`);
  await pressOn(desk, `askFor:${id}`);
  await until(() => witness.buttons().flat().includes('Answer'));
  clock += 180_000;
  await witness.press('Answer');
  await witness.send('Behind the school');
  await witness.press('Send the answer');
  const second = await until(() =>
    desk
      .messages()
      .find(message => message.message_id > first.message_id && message.text?.includes('Behind the school')),
  );
  await approveCard(desk, second);
  await until(() => shownNow(desk, second).includes('Approved by'));
  const incident = (await store.reports.read(id))?.incident ?? '';
  const stored = await about(product, id);
  expect(stored.length).toBeGreaterThan(5);
  expect(untold(stored, ofReport)).toEqual([]);
  // What the witness did, to the hour.
  const byWitness = stored.filter(({ by }) => by === 'witness').map(({ at }) => at);
  const since = stored.flatMap(item => item.since ?? []);
  expect([...byWitness, ...since]).toEqual([...byWitness, ...since].map(() => '2026-11-23T10:00:00.000Z'));

  clock += 7_200_000;
  await witness.send('/myreports');
  for (const step of [`open:${id}`, `withdraw:${id}`, `withdraw_yes:${id}`]) await pressOn(witness, step);
  await until(() => shownNow(desk, second).includes('Withdrawn by the witness'));
  expect(untold(await about(product, id), ofErased)).toEqual([]);
  const left = (await about(product, incident)).filter(({ shape }) => String(shape).startsWith('incident'));
  expect(left).toHaveLength(1);
  expect(untold(left, ofRetracted)).toEqual([]);
  // The counters are back at zero; their names and the keys of their items say what was counted, where, and how well supported.
  for (const words of [
    'the place as it was shown',
    'the kind of incident and munition',
    'how well it was supported',
    'whether people were hurt and whether children, medics or rescuers were among them',
  ])
    expect(privacy).toContain(words);
  const tallies = (await product.dump('records')).filter(({ pk }) => String(pk).startsWith('CELL#'));
  expect(tallies.length).toBeGreaterThan(0);
  for (const { pk: _, sk, shape: __, changedAt, ...counters } of tallies) {
    expect(String(changedAt)).not.toContain(':31:');
    expect(String(sk)).toMatch(/^[\w#-]+#attack#cluster_munition#single_source$/);
    for (const [name, value] of Object.entries(counters)) {
      expect({ name, value }).toEqual({ name, value: 0 });
      expect(name).toMatch(/^(incidents|(killed|injured)\.\w+(\.\w+)?|at\.\d+\.\d+)$/);
    }
  }
  // The table without backups: each kind of item in it that is of a witness.
  await store.rateLimit.take(`${product.deps.identity.chatKey(witness.id)}#FILES`, 3);
  await witness.send('/follow');
  await witness.press('Follow all of Ukraine');
  const kinds = new Set((await product.dump('chats')).map(({ pk }) => String(pk).split('#')[0]));
  const ofNobody = ['MEMBERS', 'NEWS', 'NEWSHEAD', 'NEWSOF', 'WAVE', 'PICTURE', 'DIGEST', 'PROBLEMS'];
  expect([...kinds].filter(kind => kind && !ofNobody.includes(kind) && !(kind in ofChats))).toEqual([]);
  for (const words of Object.values(ofChats)) expect(page).toContain(words);
  for (const item of await product.dump('chats'))
    if (/^(CHAT|CONTACT|FOLLOWERS|RATE|CARD|SHOWN)/.test(String(item.pk)))
      expect(JSON.stringify(item)).not.toMatch(new RegExp(`:31:17|${witness.id}|window|school`));

  // The contact: the chat sealed, the language beside it.
  const contacts = (await product.dump('chats')).filter(({ sk }) => sk === 'CONTACT');
  expect(privacy).toContain('beside it your language');
  for (const contact of contacts) {
    expect(Object.keys(contact).sort()).toEqual(['chat', 'locale', 'pk', 'shape', 'sk']);
    expect(String(contact.chat)).not.toContain(String(witness.id));
  }
});
