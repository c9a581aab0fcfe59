import type { Count, Range } from '../../report/count.ts';
import type { Clause } from '../clause.ts';
import type { Passage, Stretch } from '../passage.ts';
import { type Part, type Total, totalOf } from '../total.ts';
import { assign } from './fate.ts';
import { type Item, isGroup, itemsOf, type Mention } from './item.ts';

export type Harmed = 'killed' | 'injured';

/** What a text says of one harm: one count that it is sure of, or several that must be asked. */
export type Told = Stretch & Readonly<{ options: readonly Count[]; sure: boolean; reason?: string }>;

type Harm = Extract<Item, { kind: 'harm' }>;

/** What one sentence says of one harm. */
type Statement = Stretch &
  Readonly<{
    harm: Harmed;
    total: Total;
    /** Numbers were said: it is no list of persons. */
    numbered: boolean;
    /** It adds to what was said: "ще двоє". */
    another: boolean;
    /** It replaces what was said: "вже 7". */
    corrects: boolean;
    /** It sums up a day or a region. */
    sum: boolean;
    /** Somebody of the injured died later. */
    later: boolean;
    /** It may be so. */
    perhaps: boolean;
  }>;

const exactly = (value: number): Range => ({ min: value, max: value });
const none: Total = { kind: 'understood', count: exactly(0) };
const unknown: Total = { kind: 'understood', count: 'unknown' };

/** How far a denial stands from what it denies, in tokens. */
const denialReach = 5;

/** What a text says of the killed and the injured. `isTaken` tells tokens that are something else: times, munitions. */
export const casualtiesOf = (
  passage: Passage,
  isTaken: (index: number) => boolean,
  isAnswer = false,
): Readonly<Partial<Record<Harmed, Told>>> => {
  const items = itemsOf(passage, isTaken);
  const statements: Statement[] = [];
  let at = 0;
  for (const sentence of passage.sentences) {
    const from = at;
    while (at < items.length && (items[at]?.from ?? 0) < sentence.to) at++;
    const list = items.slice(from, at);
    if (list.some(({ kind }) => kind === 'harm' || kind === 'fine'))
      statements.push(...statementsOf(passage, joinedMentions(passage, list), isAnswer));
    else if (list.some(({ kind }) => kind === 'ofwhich'))
      addParts(passage, statements, joinedMentions(passage, list));
  }
  return { killed: mergeOf(statements, 'killed'), injured: mergeOf(statements, 'injured') };
};

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
 * Mentions that are one: "троє з них медики", "двоє — волонтери" (a number and its people), "людей п'ять", "син сусідки",
 * "жінка-водій" (one person, said in two words).
 */
export const joinedMentions = (passage: Passage, items: readonly Item[]): readonly Item[] => {
  const result: Item[] = [];
  for (const [index, item] of items.entries()) {
    if (item.kind !== 'mention') {
      result.push(item);
      continue;
    }
    const isPart = result.findLast(({ kind }) => kind !== 'strange')?.kind === 'ofwhich';
    const at = result.findLastIndex(({ kind }) => kind !== 'strange' && kind !== 'ofwhich');
    const last = result[at];
    const one = last?.kind === 'mention' ? joinedMention(passage, last, item, isPart) : undefined;
    if (one) result[at] = one;
    else {
      const part = isPart || listsPeople(passage, result, item);
      result.push({
        ...item,
        part,
        bound: isBound(passage, items.slice(index + 1, index + 4), result, item, part),
      });
    }
  }
  return result;
};

/** "подружжя — чоловік та жінка", "two people, a man and his daughter,": who they were, right after how many. */
const listsPeople = (passage: Passage, before: readonly Item[], item: Mention): boolean => {
  const last = before.findLast(({ kind }) => kind === 'mention' || kind === 'harm');
  const previous = before.findLast(({ kind }) => kind === 'mention');
  if (previous?.kind !== 'mention' || !previous.numbered || previous.range.min < 2 || isGroup(previous.group))
    return false;
  if (item.numbered && !isGroup(item.group)) return false;
  const mark = passage.tokens[item.from - 1]?.text === 'a' ? item.from - 2 : item.from - 1;
  const isMarked = /^[-:(]$/.test(passage.tokens[mark]?.text ?? '');
  const isComma = passage.tokens[mark]?.text === ',' && mark === previous.to && !item.numbered && item.single;
  return (isMarked && last !== undefined && mark - last.to <= 1) || isComma;
};

/** Does a mention list the people of the one before, or put its number right? */
const isBound = (
  passage: Passage,
  after: readonly Item[],
  before: readonly Item[],
  item: Mention,
  isPart: boolean,
): boolean => {
  const last = before.findLast(({ kind }) => kind !== 'strange' && kind !== 'ofwhich');
  const isCorrection = item.bare && last?.kind === 'correction';
  if (isPart || isCorrection) return true;
  // "Постраждали: жінка, чоловік"
  const heads = before.findLast(({ kind }) => kind === 'harm' || kind === 'mention');
  if (heads?.kind === 'harm' && passage.tokens[heads.to]?.text === ':' && item.from - heads.to <= 2)
    return true;
  const next = after.find(({ kind }) => kind !== 'strange');
  const isFollowed = next?.kind === 'harm' && next.from - item.to <= 2;
  const at = before.findLastIndex(({ kind }) => kind === 'mention');
  const previous = before[at];
  if (previous?.kind !== 'mention' || last === undefined || previous.to < last.from - 1) return false;
  // "a boy and a girl were killed", but "загинула жінка і чоловік поранений"
  const hasOwn = before[at - 1]?.kind === 'harm';
  const isNamed = !item.bare && !previous.bare && (item.group !== undefined || previous.group !== undefined);
  const isAdjacent =
    item.from - last.to <= 2 && before.findLast(one => one !== last && one.kind !== 'strange') === previous;
  const isPair = last.kind === 'and' && isNamed && isAdjacent;
  if (isPair && !(hasOwn && isFollowed)) return true;
  if (isFollowed) return false;
  return previous.bound && isGroup(item.group) && (last.kind === 'and' || last.kind === 'pause');
};

const joinedMention = (
  passage: Passage,
  last: Mention,
  item: Mention,
  isPart: boolean,
): Mention | undefined => {
  if (item.pronoun || last.pronoun) return undefined;
  const gap = item.from - last.to;
  const isAnybody = last.group === undefined || last.group === 'people';
  const isNear = item.some || gap === 0 || isPart;
  if (last.numbered && !item.numbered && isAnybody && gap <= 3 && isNear && isGroup(item.group))
    return { ...last, group: item.group, bare: false, to: item.to, part: isPart };
  if (last.numbered && !item.numbered && gap === 0 && item.group === 'people')
    return { ...last, bare: false, to: item.to, group: last.group ?? 'people' };
  const isBefore = item.bare && gap === 0 && !last.numbered && (last.group === 'people' || last.man);
  if (isBefore) {
    const isRough = item.range.min === item.range.max && item.words;
    const range = isRough ? { ...item.range, about: true as const } : item.range;
    return { ...item, range, group: 'people', bare: false, from: last.from };
  }
  const isOnePerson = !item.numbered && !last.numbered && gap <= 1 && last.range.max === 1;
  if (!isOnePerson || startsClause(passage, item.from) || isListed(passage, last, item)) return undefined;
  return item.group === 'children' && gap === 1 ? { ...last, group: 'children' } : last;
};

/** "мама папа и бабушка", but not "син сусідки": a man and a woman, each named as in a list. */
const isListed = (passage: Passage, ...mentions: readonly Mention[]): boolean =>
  new Set(mentions.map(({ group }) => group)).size > 1 &&
  mentions.every(
    ({ group, from }) =>
      (group === 'men' || group === 'women') && passage.at('who', from)?.lemma === passage.tokens[from]?.text,
  );

const startsClause = ({ clauses, tokens }: Passage, index: number): boolean =>
  clauses[tokens[index]?.clause ?? 0]?.from === index;

const statementsOf = (passage: Passage, items: readonly Item[], isAnswer: boolean): readonly Statement[] => {
  const clauseAt = (index: number): Clause | undefined => passage.clauses[passage.tokens[index]?.clause ?? 0];
  const isSaid = ({ from }: Stretch): boolean => {
    const clause = clauseAt(from);
    return isAnswer || (clause?.mood === 'asserted' && !clause.earlier);
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
    if (item.kind === 'fine' && isSaid(item)) {
      // What is vague ("we got lucky", "people are fine") says less in an account than as an answer.
      const isVague = !isAnswer && item.who === 'answer';
      if (item.who === 'alive' || (isAnswer && item.who !== 'unhurt')) add('killed', item, none);
      if (item.who !== 'alive' && !isVague) add('injured', item, none);
    }
  const { denied, harms: all } = withoutDenied(passage, items);
  const died = diedOfWounds(passage, all);
  const harms = all.filter(harm => !died.has(harm));
  for (const { harm, stretch, isZero } of denied)
    if (isZero && isSaid(stretch)) for (const one of harmedBy(harm)) add(one, stretch, none);
  const open = harms.filter(harm => !isNotKnown(passage, items, harm));
  for (const harm of harms)
    if (!open.includes(harm)) for (const one of harmedBy(harm)) add(one, harm, unknown);
  const said = open.filter(isSaid);
  const mentions = items.filter(
    (item): item is Mention =>
      item.kind === 'mention' && isSaid(item) && !isTeller(passage, item) && !isActing(passage, item),
  );
  // "не двоє, а троє": what it was not.
  const contrasted = new Set(
    items.flatMap(item => (item.kind === 'nobody' && item.how === 'not' ? [item.to] : [])),
  );
  const people = [
    ...mentions.filter(({ numbered, from }) => !(numbered && contrasted.has(from))),
    ...tellersHarmed(passage, items, said),
    ...namedBeside(passage, mentions),
  ].toSorted((a, b) => a.from - b.from);
  const shares = new Map(assign(said, people, index => passage.tokens[index]?.clause ?? 0));
  for (const [harm, people] of shares) {
    // "двоє підлітків підірвалися, один з них загинув": of them one.
    const of = people.findLast(({ to }) => items.some(item => item.kind === 'ofwhich' && item.from === to));
    const rest = of
      ? people.filter(person => person.from >= of.from || clauseAt(person.from) === clauseAt(of.from))
      : people;
    if (rest.length < people.length) shares.set(harm, rest);
  }
  for (const [one, fate] of [
    ['killed', 'killed'],
    ['injured', 'injured'],
    ['injured', 'perhaps'],
  ] as const) {
    const mine = [...shares].filter(([harm]) => harm.harm === fate);
    const parts = partsOf(passage, items, mine, mentions);
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
      later: mine.some(([harm]) => harm.later) || (one === 'killed' && died.size > 0),
      perhaps: fate === 'perhaps' || isDoubted(passage, stretch, true),
    });
  }
  return statements;
};

/** "ніби двохсотих нема", "говорят, погибли пятеро": so it is said, and may not be so. */
const isDoubted = (passage: Passage, { from, to }: Stretch, counts: boolean): boolean => {
  const clause = passage.clauses[passage.tokens[from]?.clause ?? 0];
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
  const causesDeath = (from: number, to: number): boolean =>
    harms.some(
      other =>
        other.harm === 'killed' &&
        /^(призве|що призве|спричин|несуміс|несовмест)/.test(other.found.lemma) &&
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

type Denied = Readonly<{ harm: Harm; stretch: Stretch; isZero: boolean }>;

/** The harms that are said not to have happened, and the others. "Somebody was not hurt" says nothing of the others. */
const withoutDenied = (
  passage: Passage,
  items: readonly Item[],
): Readonly<{ denied: readonly Denied[]; harms: readonly Harm[] }> => {
  const harms = items.filter((item): item is Harm => item.kind === 'harm');
  const denied = new Map<Harm, Denied>();
  const clauseOf = ({ from }: Stretch): number => passage.tokens[from]?.clause ?? 0;
  const hasNumber = (harm: Harm): boolean => {
    const at = items.indexOf(harm);
    return [items[at - 1], items[at + 1]].some(
      item =>
        item?.kind === 'mention' &&
        item.numbered &&
        item.range.min > 0 &&
        (item.to === harm.from || harm.to === item.from),
    );
  };
  for (const item of items) {
    if (item.kind !== 'nobody' || item.how === 'else') continue;
    const near = (harm: Harm): boolean =>
      harm.from >= item.to ? harm.from - item.to <= denialReach : item.from - harm.to <= denialReach;
    const inClause = harms.filter(
      harm => clauseOf(harm) === clauseOf(item) && near(harm) && !hasNumber(harm),
    );
    if (item.how === 'nobody') for (const harm of inClause) denied.set(harm, zero(item, harm));
    if (item.how === 'none') {
      const [after, before] = [
        inClause.find(harm => harm.from >= item.to),
        inClause.findLast(harm => harm.to <= item.from) ??
          harms.findLast(harm => harm.to <= item.from && near(harm) && !hasNumber(harm)),
      ];
      const isAhead =
        after && (!before || after.from - item.to <= item.from - before.to || before === undefined);
      const harm =
        isAhead && !(before && denied.size === 0 && after.from - item.to > 1) ? after : (before ?? after);
      // "No aid workers were hurt" says nothing of others.
      const ofSome = items.some(
        other =>
          other.kind === 'mention' &&
          isGroup(other.group) &&
          other.from >= item.to &&
          other.from - item.to <= 1,
      );
      if (harm) denied.set(harm, { ...zero(item, harm), isZero: !ofSome });
    }
    if (item.how === 'not') {
      const harm = inClause.find(one => one.from >= item.to && one.from - item.to <= 2);
      if (!harm || denied.has(harm)) continue;
      const who = items.findLast(
        other => other.kind === 'mention' && clauseOf(other) === clauseOf(item) && other.to <= item.from,
      );
      const isEverybody = who?.kind === 'mention' && who.some && who.group === 'people' && !who.pronoun;
      denied.set(harm, { ...zero(item, harm), isZero: isEverybody });
    }
  }
  // "без жертв і поранених": what is joined to what did not happen did not happen either.
  for (const [at, harm] of harms.entries()) {
    const before = harms[at - 1];
    const known = before && denied.get(before);
    const isJoined =
      before && harm.from - before.to === 1 && passage.at('conjunction', before.to) !== undefined;
    if (known && isJoined && !denied.has(harm)) denied.set(harm, { ...known, harm });
  }
  return { denied: [...denied.values()], harms: harms.filter(harm => !denied.has(harm)) };
};

const zero = (item: Stretch, harm: Harm): Denied => ({
  harm,
  stretch: { from: Math.min(item.from, harm.from), to: Math.max(item.to, harm.to) },
  isZero: true,
});

/** "Скільки поранених, невідомо": not known, where no number of people stands beside it. */
const isNotKnown = (passage: Passage, items: readonly Item[], harm: Harm): boolean => {
  const clauseOf = ({ from }: Stretch): number => passage.tokens[from]?.clause ?? 0;
  const notKnown = items.filter(item => item.kind === 'unknown').map(clauseOf);
  if (notKnown.length === 0) return false;
  const mine = clauseOf(harm);
  const inClause = (kind: Item['kind'], clause: number): boolean =>
    items.some(item => item.kind === kind && clauseOf(item) === clause);
  const hasPeople = items.some(
    item =>
      item.kind === 'mention' && clauseOf(item) === mine && (item.numbered || (!item.some && !item.pronoun)),
  );
  if (hasPeople || inClause('some', mine)) return false;
  if (notKnown.includes(mine)) return true;
  const isAsked = passage.clauses[mine]?.mood === 'asked';
  return (
    (notKnown.includes(mine + 1) && !inClause('harm', mine + 1)) ||
    (notKnown.includes(mine - 1) && !inClause('harm', mine - 1) && (isAsked || mine > 0))
  );
};

/** Whoever says, sees or writes is no victim by that: "сусід каже, загинуло двоє". */
const isTeller = (passage: Passage, mention: Mention): boolean => {
  if (mention.numbered) return false;
  for (let at = mention.to; at <= mention.to + 2; at++) if (passage.at('telling', at)) return true;
  return passage.at('telling', mention.from - 1)?.value === 'verb';
};

/** "rescuers pulled a body": who came to help. */
const isActing = (passage: Passage, mention: Mention): boolean =>
  passage.at('acting', mention.to)?.from === mention.to &&
  /^(rescuers|medics)$/.test(mention.group ?? '') &&
  !mention.numbered;

/** "мене поранило", "я поранений", "I was wounded": the teller, where the harm stands right beside. */
const tellersHarmed = (
  passage: Passage,
  items: readonly Item[],
  harms: readonly Harm[],
): readonly Mention[] =>
  passage.all('teller').flatMap(teller => {
    const [before, after] = [
      harms.find(harm => harm.from >= teller.to && harm.from - teller.to <= 2),
      harms.findLast(harm => harm.to <= teller.from && teller.from - harm.to <= 1),
    ];
    const harm = before ?? after;
    const isFree = !items.some(
      item =>
        item.kind === 'mention' &&
        ((item.from >= teller.to && before && item.to <= before.from) || item.from === teller.to),
    );
    if (!harm || harm.harm === 'other' || !isFree || teller.value !== 'me') return [];
    if (/^(i|я)$/.test(passage.tokens[teller.from]?.text ?? '') && !before) return [];
    return [
      {
        kind: 'mention',
        range: exactly(1),
        group: undefined,
        numbered: false,
        bare: false,
        pronoun: false,
        some: false,
        part: false,
        bound: false,
        reach: teller.to,
        man: false,
        single: true,
        words: true,
        from: teller.from,
        to: teller.to,
      },
    ];
  });

/** "Petro and his wife": a name joined to a person counts one more. */
const namedBeside = (passage: Passage, mentions: readonly Mention[]): readonly Mention[] =>
  mentions.flatMap(mention => {
    if (mention.numbered || mention.some || mention.pronoun) return [];
    const { tokens } = passage;
    let at = mention.from - 1;
    if (/^(his|her|його|її|его|ее|the|a|my|мій|моя|свій|своя)$/.test(tokens[at]?.text ?? '')) at--;
    if (!passage.at('conjunction', at)) return [];
    const name = tokens[at - 1];
    if (!name?.capital || name.kind !== 'word' || passage.at('who', at - 1)) return [];
    const stretch = { from: at - 1, to: at };
    return [{ ...mention, ...stretch, range: exactly(1), group: 'people' as const }];
  });

/** The people of the harms of one kind, in order, with what joins each to the one before. */
const partsOf = (
  passage: Passage,
  items: readonly Item[],
  shares: readonly (readonly [Harm, readonly Mention[]])[],
  mentions: readonly Mention[],
): readonly Part[] => {
  const people = shares
    .flatMap(([harm, list]) => (list.length > 0 ? list : impliedBy(passage, items, harm, mentions)))
    .map(one => (one.pronoun ? meantBy(one, mentions) : one))
    .toSorted((a, b) => a.from - b.from);
  const named = people.some(({ pronoun }) => !pronoun) ? people.filter(({ pronoun }) => !pronoun) : people;
  const known = named.filter((mention, index) => !isOneOf(mention, named[index - 1], items));
  const marks = items.filter(({ kind }) => kind !== 'strange');
  return known.map((mention, index): Part => {
    const previous = known[index - 1];
    const { range } = mention;
    const group = mention.group === 'people' && !mention.numbered && !mention.some ? 'adults' : mention.group;
    if (!previous) return { range, group, joined: 'start' };
    const between = marks.filter(({ from }) => from >= previous.to && from < mention.from);
    if (between.some(({ kind }) => kind === 'correction')) return { range, group, joined: 'correction' };
    if (mention.part) return { range, group, joined: 'of_which' };
    const isAnd = between.some(({ kind }) => kind === 'and' || kind === 'another');
    return { range, group, joined: isAnd ? 'and' : 'pause' };
  });
};

/** "3 wounded, one is bleeding": one of those just counted, of whom a word of harm more is said. */
const isOneOf = (mention: Mention, before: Mention | undefined, items: readonly Item[]): boolean => {
  if (!before?.numbered || before.range.min < 2 || !mention.bare || !mention.words || mention.range.max !== 1)
    return false;
  const between = items.filter(({ from }) => from >= before.to && from < mention.from);
  const [harm] = between;
  const [next] = items.filter(({ from, kind }) => from >= mention.to && kind !== 'strange');
  return harm?.kind === 'harm' && between.every(({ kind }) => kind !== 'and') && next?.kind === 'harm';
};

/** "Женщина подорвалась, ей оторвало стопу": whom a pronoun means, if one person was named before it. */
const meantBy = (pronoun: Mention, mentions: readonly Mention[]): Mention => {
  const named = mentions.findLast(
    ({ to, pronoun: isPronoun, bare, range }) =>
      to <= pronoun.from && !isPronoun && !bare && range.max === 1 && pronoun.from - to <= subjectReach,
  );
  return named && pronoun.range.max === 1 ? { ...pronoun, group: named.group } : pronoun;
};

/** How far before it a harm that names nobody may find whom it befell. */
const subjectReach = 14;

/** A harm that names nobody: "загинув на місці" is one, "є поранені" some, "but are injured" whoever was spoken of before. */
const impliedBy = (
  passage: Passage,
  items: readonly Item[],
  { found, from, to }: Harm,
  mentions: readonly Mention[],
): readonly Mention[] => {
  const isWord = found.to === found.from + 1 && /(ти|ть|ий|ый|ся)$/.test(found.lemma);
  const base = {
    kind: 'mention',
    group: undefined,
    numbered: false,
    bare: false,
    pronoun: true,
    part: false,
    bound: false,
    reach: to,
    man: false,
    single: true,
    words: true,
    from,
    to,
  } as const;
  const isAnimal = items.some(
    item => item.kind === 'thing' && item.animal && Math.max(item.from - to, from - item.to) <= 3,
  );
  if (isAnimal) return [];
  const subject = mentions.findLast(one => one.to <= from && from - one.to <= subjectReach && !one.bare);
  const isVerb = /(ти|ть|ся)$|^(осколков|опік|ожог)/.test(found.lemma) || found.to > found.from + 1;
  const agrees =
    subject && (found.number === undefined || (found.number === 's') === (subject.range.max === 1));
  if (subject && agrees && isVerb && !isTeller(passage, subject)) return [subject];
  if (isWord && found.number === 's') return [{ ...base, range: exactly(1), some: false }];
  const isThere = items.some(item => item.kind === 'some');
  return (isWord && found.number === 'p') || isThere ? [{ ...base, range: { min: 1 }, some: true }] : [];
};

const same = (a: Count, b: Count): boolean => JSON.stringify(a) === JSON.stringify(b);

const rangeOf = (count: Count): Range => (count === 'unknown' ? { min: 0 } : count);

/** What all sentences say of one harm together. */
const mergeOf = (statements: readonly Statement[], harm: Harmed): Told | undefined => {
  const all = statements.filter(statement => statement.harm === harm);
  // "поранило ногу, везуть у лікарню": what may be so adds no doubt to what is.
  const plain = all.filter(({ perhaps, numbered }) => !perhaps || numbered);
  const mine = plain.length > 0 ? plain : all;
  const [first] = mine;
  if (!first) return undefined;
  const strikes = mine.filter(({ sum }) => !sum);
  const counted = strikes.length > 0 ? strikes : mine;
  let told: Told | undefined;
  let listed = true;
  for (const statement of counted) {
    told = told ? joined(told, statement, listed) : toldBy(statement);
    listed = listed && !statement.numbered;
  }
  if (!told) return undefined;
  // A day's total beside several numbers: which is the strike's is asked.
  const isSummed = strikes.length > 1 && mine.length > strikes.length;
  const beginning = isSummed && strikes[0] ? toldBy(strikes[0]).options : [];
  const sums = strikes.length > 0 ? mine.filter(({ sum }) => sum).flatMap(one => toldBy(one).options) : [];
  const options = [...beginning, ...told.options, ...sums].filter(
    (one, at, all) => all.findIndex(other => same(one, other)) === at,
  );
  // A day's total beside one strike's dead says nothing of that strike's wounded.
  const isOfDay = strikes.length === 0 && statements.some(one => !one.sum && one.harm !== harm);
  const isDoubtful =
    isOfDay ||
    counted.some(({ perhaps }) => perhaps) ||
    (harm === 'injured' && statements.some(({ later }) => later));
  if (isDoubtful) return { ...told, options, sure: false };
  return { ...told, options, sure: told.sure && options.length === 1 };
};

const toldBy = ({ from, to, total }: Statement): Told => {
  if (total.kind === 'understood') return { from, to, options: [total.count], sure: true };
  if (total.kind === 'contradiction')
    return { from, to, options: total.choices, sure: false, reason: total.reason };
  return { from, to, options: [], sure: false };
};

/** What was told, and what a later sentence makes of it: the same people again, more of them, some of them, or another number. */
const joined = (told: Told, statement: Statement, listed: boolean): Told => {
  const next = toldBy(statement);
  const span = { from: Math.min(told.from, next.from), to: Math.max(told.to, next.to) };
  const [known] = told.options;
  const [added] = next.options;
  if (known === undefined || !told.sure) return told.options.length === 0 ? next : { ...told, ...span };
  if (added === undefined || !next.sure) return { ...told, ...span };
  if (same(known, added)) return { ...told, ...span };
  if (statement.corrects || known === 'unknown') return { ...next, ...span };
  if (added === 'unknown') return { ...told, ...span };
  if (statement.another) return { ...span, options: [sum(known, added)], sure: true };
  const [before, after] = [rangeOf(known), rangeOf(added)];
  const isDetail =
    !statement.numbered && after.min <= (before.max ?? after.min) && after.min > 0 && before.min > 0;
  if (isDetail) return { ...span, options: [withParts(known, added)], sure: true };
  if (listed && before.min > 0 && after.min >= before.min)
    return { ...span, options: [withParts(added, known)], sure: true };
  const isPart =
    after.min > 0 && after.max !== undefined && before.max !== undefined && after.max < before.max;
  if (isPart && added.of) return { ...span, options: [withParts(known, added)], sure: true };
  return { ...span, options: [known, added], sure: false };
};

const sum = (a: Count, b: Count): Count => {
  const [x, y] = [rangeOf(a), rangeOf(b)];
  const max = x.max === undefined || y.max === undefined ? undefined : x.max + y.max;
  const total: Range = { min: x.min + y.min, max, about: x.about ?? y.about };
  const of: Record<string, Range> = {};
  for (const [group, range] of [...entriesOf(a), ...entriesOf(b)]) {
    const known = of[group];
    const most = known?.max === undefined || range.max === undefined ? range.max : known.max + range.max;
    of[group] = known ? { min: known.min + range.min, max: most } : range;
  }
  return Object.keys(of).length > 0 ? { ...total, of } : total;
};

const entriesOf = (count: Count): readonly (readonly [string, Range])[] =>
  count === 'unknown' ? [] : Object.entries(count.of ?? {});

/** A total with the groups that another count names, where they fit into it. */
const withParts = (total: Count, parts: Count): Count => {
  if (total === 'unknown' || parts === 'unknown') return total;
  const fits = Object.entries(parts.of ?? {}).filter(
    ([, range]) => range.min <= (total.max ?? range.min) && (range.max ?? 0) <= (total.max ?? range.max ?? 0),
  );
  const of = { ...Object.fromEntries(fits), ...total.of };
  return Object.keys(of).length > 0 ? { ...total, of } : total;
};
