import type { Clause } from '../passage/clause.ts';
import type { Passage, Stretch } from '../passage/passage.ts';
import { notKnownIn, withoutDenied } from './denial.ts';
import { assign } from './fate.ts';
import { exactly, type Harm, type Item, isGroup, itemsOf, type Mention } from './item.ts';
import { joinedMentions } from './mention.ts';
import { type Harmed, mergeOf, type Statement, type Told } from './statement.ts';
import { type Part, type Total, totalOf } from './total.ts';
import { isActing, isTeller, namedBeside, partsOf, tellersHarmed } from './victim.ts';

const none: Total = { kind: 'understood', count: exactly(0) };
const unknown: Total = { kind: 'understood', count: 'unknown' };

/** What a text says of the killed and the injured. `isTaken` tells tokens that are something else: times, munitions. */
export const casualtiesOf = (
  passage: Passage,
  isTaken: (index: number) => boolean,
  isAnswer = false,
): Readonly<Partial<Record<Harmed, Told>>> => {
  const items = itemsOf(passage, isTaken);
  const statements: Statement[] = [];
  let at = 0;
  let named: readonly Mention[] = [];
  for (const sentence of passage.sentences) {
    const from = at;
    while (at < items.length && (items[at]?.from ?? 0) < sentence.to) at++;
    const list = items.slice(from, at);
    if (list.some(({ kind }) => kind === 'harm' || kind === 'fine'))
      statements.push(...statementsOf(passage, joinedMentions(passage, list), named, isAnswer));
    else if (list.some(({ kind }) => kind === 'ofwhich'))
      addParts(passage, statements, joinedMentions(passage, list));
    const persons = list.filter((item): item is Mention => item.kind === 'mention' && isNamed(passage, item));
    if (persons.length > 0) named = persons;
  }
  return { killed: mergeOf(statements, 'killed'), injured: mergeOf(statements, 'injured') };
};

/** Somebody whom "he" or "she" of the next sentences may mean. */
const isNamed = (passage: Passage, one: Mention): boolean =>
  one.range.max === 1 && !one.numbered && !one.bare && !one.pronoun && !isTeller(passage, one);

/** "4 of the dead are children", "серед поранених — дитина": a sentence that only says who were among those told of. */
const addParts = (passage: Passage, statements: Statement[], items: readonly Item[]): void => {
  const of = items.find(({ kind }) => kind === 'ofwhich');
  const words = of
    ? passage.tokens
        .slice(of.from, of.to)
        .map(({ text }) => text)
        .join(' ')
    : '';
  const harm = /(dead|killed|загибл|погиб|убит|victim)/.test(words) ? 'killed' : 'injured';
  const isNamed = /(injured|wounded|поранен|ранен|постражд|пострад)/.test(words) || harm === 'killed';
  const at = statements.findLastIndex(one => !isNamed || one.harm === harm);
  const statement = statements[at];
  if (statement?.total.kind !== 'understood' || statement.total.count === 'unknown') return;
  const groups = items.filter((item): item is Mention => item.kind === 'mention' && isGroup(item.group));
  if (groups.length === 0) return;
  const parts: Part[] = [
    { range: statement.total.count, group: undefined, joined: 'start' },
    ...groups.map(({ range, group }): Part => ({ range, group, joined: 'of_which' })),
  ];
  const total = totalOf(parts);
  if (total.kind === 'understood') statements[at] = { ...statement, total };
};

/**
 * What one sentence says of the killed and the injured. Long because the order is the point: who is fine, what is denied, what is
 * not known, and only then the numbers of whom all that leaves.
 */
const statementsOf = (
  passage: Passage,
  items: readonly Item[],
  before: readonly Mention[],
  isAnswer: boolean,
): readonly Statement[] => {
  const clauseAt = (index: number): Clause | undefined => passage.clauses[passage.tokens[index]?.clause ?? 0];
  const isSaid = ({ from }: Stretch): boolean => {
    const clause = clauseAt(from);
    return isAnswer || (clause?.mood === 'asserted' && !clause.earlier && !clause.long);
  };
  const statements: Statement[] = [];
  const add = (harm: Harmed, stretch: Stretch, total: Total, rest: Partial<Statement> = {}): void => {
    statements.push({
      harm,
      total,
      from: stretch.from,
      to: stretch.to,
      numbered: true,
      another: false,
      corrects: false,
      later: false,
      perhaps: isDoubted(passage, stretch, false),
      sum: clauseAt(stretch.from)?.total === true,
      ...rest,
    });
  };
  for (const item of items)
    if (item.kind === 'fine' && isSaid(item) && !isOfOne(items, item)) {
      // What is vague ("we got lucky", "people are fine") says less in an account than as an answer.
      const isVague = !isAnswer && item.who === 'answer';
      if (item.who === 'alive' || (isAnswer && item.who !== 'unhurt')) add('killed', item, none);
      if (item.who !== 'alive' && !isVague) add('injured', item, none);
    }
  const { denied, harms: all } = withoutDenied(passage, items);
  const died = diedOfWounds(passage, all);
  const harms = all.filter(harm => !died.has(harm));
  // "ніхто з них": of the others it says nothing.
  for (const { harm, stretch, isZero } of denied)
    if (isZero && isSaid(stretch) && (isAnswer || !passage.at('ofwhich', stretch.from + 1)))
      for (const one of harmedBy(harm)) add(one, stretch, none);
  const isNotKnown = notKnownIn(passage, items);
  const open = harms.filter(harm => !isNotKnown(harm));
  for (const harm of harms)
    if (!open.includes(harm)) for (const one of harmedBy(harm)) add(one, harm, unknown);
  const said = open.filter(isSaid);
  const mentions = items.filter(
    (item): item is Mention =>
      item.kind === 'mention' && isSaid(item) && !isTeller(passage, item) && !isActing(passage, item),
  );
  const shares = sharesOf(passage, items, said, mentions);
  for (const [one, fate] of [
    ['killed', 'killed'],
    ['injured', 'injured'],
    ['injured', 'perhaps'],
  ] as const) {
    const mine = [...shares].filter(([harm]) => harm.harm === fate);
    const parts = partsOf(passage, items, mine, mentions, before);
    if (parts.length === 0) continue;
    const stretches = [...mine.map(([harm]) => harm), ...mine.flatMap(([, people]) => people)];
    const stretch = {
      from: Math.min(...stretches.map(({ from }) => from)),
      to: Math.max(...stretches.map(({ to }) => to)),
    };
    const first = mine.flatMap(([, people]) => people)[0];
    const lead = items.filter(({ to }) => to <= (first?.from ?? 0)).at(-1);
    add(one, stretch, totalOf(parts), {
      numbered: mine.some(([, people]) => people.some(person => person.numbered)),
      another:
        lead?.kind === 'another' || items.some(item => item.kind === 'another' && item.to === first?.from),
      corrects: items.some(item => item.kind === 'correction' && item.from < stretch.to),
      later:
        mine.some(([harm]) => harm.later) || (one === 'killed' && (died.size > 0 || isOfThem(items, first))),
      perhaps: fate === 'perhaps' || isDoubted(passage, stretch, true),
    });
  }
  return statements;
};

/** "driver unharmed": of the others it says nothing. */
const isOfOne = (items: readonly Item[], { from }: Stretch): boolean =>
  items.some(
    item => item.kind === 'mention' && item.range.max === 1 && item.to <= from && from - item.to <= 2,
  );

/** Whom each harm befell. */
const sharesOf = (
  passage: Passage,
  items: readonly Item[],
  said: readonly Harm[],
  mentions: readonly Mention[],
): ReadonlyMap<Harm, readonly Mention[]> => {
  const clauseOf = ({ from }: Pick<Stretch, 'from'>): number => passage.tokens[from]?.clause ?? 0;
  // "не двоє, а троє": what it was not.
  const contrasted = new Set(
    items.flatMap(item => (item.kind === 'nobody' && item.how === 'not' ? [item.to] : [])),
  );
  const people = [
    ...mentions.filter(({ numbered, from }) => !(numbered && contrasted.has(from))),
    ...tellersHarmed(passage, items, said),
    ...namedBeside(passage, mentions),
  ].toSorted((a, b) => a.from - b.from);
  const shares = new Map(assign(said, people, from => clauseOf({ from })));
  for (const [harm, people] of shares) {
    // "двоє підлітків підірвалися, один з них загинув": of them one.
    const of = people.findLast(({ to }) => items.some(item => item.kind === 'ofwhich' && item.from === to));
    const rest = of
      ? people.filter(person => person.from >= of.from || clauseOf(person) === clauseOf(of))
      : people;
    if (rest.length < people.length) shares.set(harm, rest);
  }
  return shares;
};

/** "постраждало семеро, двоє з них загинули" */
const isOfThem = (items: readonly Item[], first: Mention | undefined): boolean =>
  first !== undefined &&
  (first.part || items.some(({ kind, from }) => kind === 'ofwhich' && from === first.to));

/** How many words after what is denied may say that its teller is not sure. */
const doubtReach = 4;

/** "ніби двохсотих нема", "говорят, погибли пятеро": so it is said, and may not be so. */
const isDoubted = (passage: Passage, { from, to }: Stretch, counts: boolean): boolean => {
  const clause = passage.clauses[passage.tokens[from]?.clause ?? 0];
  // "no one dead I think"
  const end = counts ? to : Math.min(clause?.to ?? to, to + doubtReach);
  for (let at = to; at < end; at++) if (passage.at('hedge-after', at)) return true;
  for (let at = clause?.from ?? from; at < to; at++) {
    const hedge = passage.at('hedge', at);
    // Of a number it says how exact it is.
    const isBound =
      counts && (passage.at('bound', at) !== undefined || passage.at('bound-after', at) !== undefined);
    if (
      passage.at('hearing', at)?.value === 'rumour' ||
      (hedge && !isBound && !/попередн|предвар|prelim/.test(hedge.lemma))
    )
      return true;
  }
  return false;
};

/** "помер ще один поранений": the wounded who died are no wounded any more. */
const wounded = /^(поранен|ранен|травмован|постраждал|потерпіл|пострадавш|потерпевш|wounded|injured)/;

const inHospital = /лікарн|шпитал|реанім|больниц|госпитал|реаним|hospital/;

const diedOfWounds = (passage: Passage, harms: readonly Harm[]): ReadonlySet<Harm> => {
  const deaths = harms.filter(({ found }) =>
    /^(померти|помирати|умереть|умирать|скончаться|die|succumb)/.test(found.lemma),
  );
  // "отримала поранення, які призвели до її смерті"
  const causes = harms.filter(
    ({ harm, found }) =>
      harm === 'killed' && /^(призве|що призве|спричин|несуміс|несовмест)/.test(found.lemma),
  );
  const causesDeath = (from: number, to: number): boolean =>
    causes.some(
      other =>
        passage.tokens[other.from]?.sentence === passage.tokens[from]?.sentence &&
        Math.max(other.from - to, from - other.to) <= 4,
    );
  return new Set(
    harms.filter(
      ({ harm, found, from, to }) =>
        harm === 'injured' &&
        (causesDeath(from, to) ||
          ((wounded.test(passage.tokens[from]?.text ?? '') || inHospital.test(found.lemma)) &&
            deaths.some(
              death =>
                passage.tokens[death.from]?.clause === passage.tokens[from]?.clause &&
                Math.max(death.from - to, from - death.to) <= 4,
            ))),
    ),
  );
};

const harmedBy = ({ harm }: Harm): readonly Harmed[] => {
  if (harm === 'both') return ['killed', 'injured'];
  return harm === 'killed' || harm === 'injured' ? [harm] : [];
};
