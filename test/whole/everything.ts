import type { Person } from '../../infra/local/telegram/people/person.ts';
import { samplePhoto } from '../../infra/local/telegram/people/sample.ts';
import { approveCard, cardOf, submit } from '../support/product/desk.ts';
import type { Product } from '../support/product/product.ts';
import { until } from '../support/until.ts';
import { answersOfReport, sendingOfReport } from './script.ts';
import { begin, go, pressOn } from './steps.ts';

/** Words of a person that must not turn up where they do not belong. */
export type Marks = Readonly<{
  place: string;
  account: string;
  caption: string;
  reason: string;
  phone: string;
}>;

/**
 * One of everything that the three roles can do, so that each way through the code is gone once. Long because it is one
 * story, in its order.
 */
export const doEverything = async (product: Product, marks: Marks): Promise<void> => {
  const { witness, moderator, reader, group, store, deps, telegram, files } = product;
  const desk = moderator.in(group);
  await desk.send('/language');
  await pressOn(desk, 'language:en');

  // A witness: a whole report, with everything that a person can send.
  await begin(witness);
  const [phase = '', , ...others] = answersOfReport;
  await go(witness, [phase, `=${marks.place}`]);
  await witness.contact({ phone_number: marks.phone, first_name: marks.place });
  await witness.edit(await witness.send('/help'), marks.account);
  await witness.send('/cancel');
  await witness.start();
  await go(witness, ['_discard', phase]);
  await witness.location(50.4501, 30.5234);
  await go(witness, others.slice(0, -2));
  await go(witness, [`=${marks.account}`]);
  await witness.photo(samplePhoto(), { caption: marks.caption });
  await go(witness, sendingOfReport);
  const [mine] = (await store.queue.list({ limit: 1 })).items;
  if (!mine) throw new Error('The report did not arrive.');

  // A moderator: the queue, decisions, the team.
  const card = await cardOf(desk, mine);
  await pressOnIfThere(desk, `evidence:${mine.id}`);
  await approveCard(desk, card);
  const [incident] = [
    ...(await store.incidents.embargoed({ limit: 1 })).items,
    ...(await store.incidents.latest({ limit: 1 })).items,
  ];
  await desk.send('/incidents');
  if (incident?.status === 'embargoed')
    for (const data of [`m:incident:${incident.id}`, `m:releaseNow:${incident.id}:1`])
      await desk.forge(desk.last(), data);
  await product.tick();
  await desk.send('/figure');
  const second = await submit(product, witness);
  await cardOf(desk, second);
  await desk.send('/queue');
  for (const data of [
    'm:queue:w23.',
    'm:queue:wcl',
    'm:queue:w23cl1',
    'm:queue:h.',
    'm:queue:h23.',
    'm:queue:hcl',
    'm:queue:h23cl',
    'm:queue:m.',
    `m:similar:${second.id}:1`,
    `m:reporter:${second.id}:1`,
    `m:muteConfirmed:${second.id}:1`,
    `m:unmute:${second.id}:1`,
    `m:history:${second.id}:1`,
    'm:queue:w.',
  ])
    await desk.forge(desk.last(), data);
  await pressOn(desk, `rejectInWords:${second.id}`).catch(() => pressOn(desk, `reject:${second.id}`));
  await pressOnIfThere(desk, `rejectInWords:${second.id}`);
  await desk.send(marks.reason);
  await moderator.send('/moderators');
  await pressOn(moderator, 'addMember');
  await moderator.contact({
    phone_number: marks.phone,
    first_name: reader.user.first_name,
    user_id: reader.id,
  });
  await moderator.send('/moderators');
  await pressOn(moderator, `remove:${deps.identity.member(reader.id)}`);
  await pressOn(moderator, `removeConfirmed:${deps.identity.member(reader.id)}`);

  // A reader: everything that can be chosen.
  await reader.send('/latest');
  await pressOn(reader, `incident:${(await store.incidents.latest({ limit: 1 })).items[0]?.id}`);
  for (const data of [
    'r:latest:30',
    'r:latest::cl',
    'r:latest:30:cl',
    'r:latest:s703448',
    'r:latest:s703448:cl',
    'r:latest::us.ou',
    'r:latest:30:us.ou',
    'r:table:all::::m',
    'r:summary:week',
    'r:summary:all:30',
  ])
    await reader.forge(reader.last(), data);
  await reader.send('/follow Izium');
  await reader.inline('Izium');
  for (const question of [
    'all',
    'all:30',
    'all::cl',
    'all:30:cl',
    'all:s703448',
    'all:s703448:cl',
    'all::us.ou',
    'all:30:us.ou',
  ])
    await reader.forge(reader.last(), `r:file:${question}${':'.repeat(4 - question.split(':').length)}:c`);
  await reader.forge(reader.last(), 'r:file:all::::m');
  await moderator.forge(moderator.last(), 'm:teamExport:c');
  await files();
  await reader.send('/summary');
  await reader.send(marks.account);

  // The witness again: takes the report back, and goes.
  await witness.send('/myreports');
  await pressOn(witness, `open:${mine.id}`);
  await pressOn(witness, `withdraw:${mine.id}`);
  await pressOn(witness, `withdraw_yes:${mine.id}`);
  await until(async () => (await store.incidents.latest({ limit: 1 })).items.length === 0);
  await witness.send('/privacy');
  await pressOn(witness, 'erase');
  await pressOn(witness, 'erase_yes');
  await telegram.idle();
};

const pressOnIfThere = async (person: Person, path: string): Promise<void> => {
  await pressOn(person, path).catch(() => {});
};
