import type { Range } from '../../report/count.ts';
import { type CasualtyGroup, casualtyGroups } from '../../report/vocabulary.ts';
import type { Found } from '../lexicon/lexicon.ts';
import type { Passage, Stretch } from '../passage/passage.ts';
import { type Age, agesOf } from './age.ts';
import { boundedAfter, type Quantity, quantityAt } from './quantity.ts';
import type { Group } from './total.ts';

/** A person or several, as one mention of them says. */
export type Mention = Stretch &
  Readonly<{
    kind: 'mention';
    range: Range;
    group: Group | undefined;
    /** A number was said; else one person, or some. */
    numbered: boolean;
    /** A number by itself, which counts people only right beside what befell them. */
    bare: boolean;
    /** "he", "її": somebody told of before, or else somebody. */
    pronoun: boolean;
    /** A plural without a number: "діти", "people". */
    some: boolean;
    /** Said to be of those just told of: "серед них дитина". */
    part: boolean;
    /** It belongs to the mention or the harm before it: it lists its people, or puts its number right. */
    bound: boolean;
    /** The token after it and all who are joined to it, and whether a number of them is (`fate.ts`). */
    reach: number;
    joined: boolean;
    /** Counted by a trade or kinship that others do not have: policemen, not passengers. */
    trade: boolean;
    /** "чоловік", which is a man, and after a number a person. */
    man: boolean;
    /** One person, by the form of the word. */
    single: boolean;
    /** The number was said in words. */
    words: boolean;
  }>;

/** `both`: killed or injured, not said which. `perhaps`: hurt, but it is not said. `other`: what befell them is no harm, or not counted (missing, rescued). */
type Fate = 'killed' | 'injured' | 'both' | 'perhaps' | 'other';

export type Item = Stretch &
  (
    | Mention
    | Readonly<{ kind: 'harm'; harm: Fate; found: Found; later: boolean }>
    | Readonly<{ kind: 'nobody'; how: string }>
    | Readonly<{ kind: 'fine'; who: string }>
    | Readonly<{
        kind: 'unknown' | 'ofwhich' | 'another' | 'correction' | 'later' | 'and' | 'pause' | 'rest';
      }>
    | Readonly<{ kind: 'some'; yes: boolean }>
    | Readonly<{ kind: 'refused' }>
    | Readonly<{ kind: 'reversed'; range: Range }>
    /** A number of something else; `quiet`: an age or a time, which may stand beside a number of people. */
    | Readonly<{ kind: 'thing'; numbered: boolean; animal?: boolean; quiet?: boolean }>
    | Readonly<{ kind: 'strange'; word: boolean }>
  );

export type Harm = Extract<Item, { kind: 'harm' }>;

const one: Range = { min: 1, max: 1 };
export const exactly = (value: number): Range => ({ min: value, max: value });

/** Words that may stand between a number and whom it counts: "8 місцевих мешканців", "three other young men". */
const adjective = /(?:их|ых|ими|ыми|ого|ний|ный|ої|ній)$/;
const mostAdjectives = 3;

/** What a number counts, after it and at most a few adjectives. */
const countedAt = (passage: Passage, from: number): Found | undefined => {
  const { tokens, at } = passage;
  let adjectives = 0;
  for (let index = from; index <= from + mostAdjectives; index++) {
    const counted = startingAt(passage, ['who', 'member', 'crowd', 'thing', 'body'], index);
    const harm = at('harm', index);
    const isHarm = harm?.from === index && harm.to >= (counted?.to ?? 0);
    // "2 осколки в нозі" are no people.
    if (isHarm) return at('fragment', index) ? at('thing', index) : undefined;
    if (counted) return lastOf(passage, counted);
    const token = tokens[index];
    if (token?.kind !== 'word' || at('parting', index)) return undefined;
    const isEnglish = /^[a-z]+$/.test(token.text) && !at('conjunction', index) && !at('ofwhich', index);
    if (!adjective.test(token.text) && !isEnglish) return undefined;
    adjectives++;
    if (isEnglish && adjectives > 2) return undefined;
  }
  return undefined;
};

/** "цивільна жінка", "місцева мешканка": of two words for one person the last names the group. */
const lastOf = (passage: Passage, found: Found): Found => {
  const next = found.family === 'who' ? passage.at('who', found.to) : undefined;
  return next?.from === found.to &&
    /цивільн|гражданск|місцев|местн|мирн|доросл|взросл|local|civilian|adult/.test(found.lemma)
    ? { ...next, from: found.from }
    : found;
};

const startingAt = (passage: Passage, families: readonly string[], index: number): Found | undefined => {
  let best: Found | undefined;
  for (const family of families) {
    const found = passage.at(family, index);
    if (found?.from === index && (!best || found.to > best.to)) best = found;
  }
  return best;
};

/** `grown`: what somebody who is told by kinship is when known to be grown up. */
type Who = Readonly<{ group: Group; size: number | undefined; man: boolean; grown?: Group }>;

const whoOf = ({ value, number }: Found): Who => {
  const [group = '', size] = value.split('*');
  if (group === 'man') return { group: 'men', size: undefined, man: true };
  if (group === 'he') return { group: number === 's' ? 'men' : 'people', size: undefined, man: false };
  if (group === 'son') return { group: 'people', size: undefined, man: false, grown: 'men' };
  if (group === 'daughter') return { group: 'people', size: undefined, man: false, grown: 'women' };
  return { group: group as Group, size: size === undefined ? undefined : Number(size), man: false };
};

/** Of somebody below 18 the group is children, whatever else they are called. */
const aged = (group: Group, ages: Age | undefined, grown: Group = group): Group => {
  if (!ages) return group;
  return ages.minor && (group === 'people' || group === 'men' || group === 'women') ? 'children' : grown;
};

const groups: ReadonlySet<string> = new Set(casualtyGroups);
export const isGroup = (group: Group | undefined): group is CasualtyGroup =>
  group !== undefined && groups.has(group);

export const mention = (stretch: Stretch, range: Range, rest: Partial<Mention>): Mention => ({
  from: stretch.from,
  to: stretch.to,
  kind: 'mention',
  range,
  group: undefined,
  numbered: false,
  bare: false,
  pronoun: false,
  some: false,
  part: false,
  bound: false,
  reach: stretch.to,
  joined: false,
  trade: false,
  man: false,
  single: false,
  words: false,
  ...rest,
});

/** One person, of whom nothing else is said. */
export const person = (stretch: Stretch): Mention => mention(stretch, one, { group: 'people', single: true });

/** Where the size of a group is said after it: "родина з трьох людей", "a family of four". */
const sizeAt = (passage: Passage, from: number): Quantity | undefined => {
  if (!/^(з|із|зі|из|с|of|from)$/.test(passage.tokens[from]?.text ?? '')) return undefined;
  return quantityAt(passage, from + 1);
};

/** The items of a text in the order of its words. Tokens for which `isTaken` holds are something else. */
export const itemsOf = (passage: Passage, isTaken: (index: number) => boolean): readonly Item[] => {
  const ages = agesOf(passage);
  const items: Item[] = [];
  const { tokens } = passage;
  for (let at = 0; at < tokens.length; ) {
    if (isTaken(at)) {
      items.push({ kind: 'thing', numbered: passage.numbers.has(at), from: at, to: at + 1 });
      at++;
      continue;
    }
    const item = itemAt(passage, ages, at, isTaken);
    const age = ages.get(at);
    if (age?.minor && item.kind === 'thing') markMinor(items, at);
    items.push(item);
    at = Math.max(item.to, at + 1);
  }
  return items;
};

/** How far after a person an age of theirs may be told: "онука поранило, йому сім років". */
const ageReach = 8;

/** The person of whom an age below 18 is told is a child. */
const markMinor = (items: Item[], at: number): void => {
  const last = items.findLastIndex(item => item.kind === 'mention' && !item.pronoun);
  const person = items[last];
  if (person?.kind === 'mention' && person.single && person.group === 'people' && at - person.to <= ageReach)
    items[last] = { ...person, group: 'children' };
};

const itemAt = (
  passage: Passage,
  ages: ReadonlyMap<number, Age>,
  at: number,
  isTaken: (index: number) => boolean,
): Item => {
  const age = ages.get(at);
  if (age) return agedItem(passage, ages, age);
  const word = wordItem(passage, at);
  if (word && (word.to > at + 1 || word.kind === 'unknown')) return word;
  const who = startingAt(passage, ['who', 'crowd'], at);
  // "both my parents"
  const isSaying = who !== undefined && who.to > (passage.numbers.get(at)?.to ?? who.to);
  const numbered = isSaying ? undefined : numberItem(passage, ages, at, isTaken);
  if (numbered) return numbered;
  const harm = passage.at('harm', at);
  if (who && !(harm?.from === at && harm.to > who.to)) return whoItem(passage, ages, who);
  const animal = passage.at('thing', at);
  if (animal?.from === at && animal.value === 'animal')
    return { kind: 'thing', numbered: false, animal: true, from: at, to: animal.to };
  if (word) return word;
  const { kind = 'mark' } = passage.tokens[at] ?? {};
  return kind === 'mark'
    ? markItem(passage, at)
    : { kind: 'strange', word: kind === 'word', from: at, to: at + 1 };
};

const quietMarks = new Set(['-', '"', '«', '»', '“', '”', "'", '*', '#', ':', '…']);

const markItem = (passage: Passage, at: number): Item => {
  const text = passage.tokens[at]?.text ?? '';
  if (/[/\\]/.test(text)) return { kind: 'strange', word: true, from: at, to: at + 1 };
  return quietMarks.has(text)
    ? { kind: 'strange', word: false, from: at, to: at + 1 }
    : { kind: 'pause', from: at, to: at + 1 };
};

/** Words about people and numbers that are neither. */
const wordItem = (passage: Passage, at: number): Item | undefined => {
  const found = startingAt(
    passage,
    [
      'fine',
      'later',
      'rest',
      'knowing',
      'ofwhich',
      'correction',
      'nobody',
      'harm',
      'another',
      'conjunction',
      'some',
      'pronoun',
    ],
    at,
  );
  if (!found) return undefined;
  const stretch = { from: found.from, to: found.to };
  switch (found.family) {
    case 'fine':
      return { ...stretch, kind: 'fine', who: found.value };
    case 'harm':
      return { ...stretch, kind: 'harm', harm: found.value as Fate, found, later: false };
    case 'later':
      return { ...stretch, kind: 'harm', harm: 'killed', found, later: true };
    case 'nobody':
      // "нікого крім мене", "кроме меня никого"
      if (
        found.value === 'else' ||
        [found.to, found.to + 1, found.from - 2, found.from - 3].some(at => passage.at('except', at))
      )
        return { ...stretch, kind: 'strange', word: false };
      if (found.value === 'nobody' && isSilent(passage, found)) return { ...stretch, kind: 'unknown' };
      return { ...stretch, kind: 'nobody', how: found.value };
    case 'knowing':
      return found.value === 'unknown'
        ? { ...stretch, kind: 'unknown' }
        : { ...stretch, kind: 'strange', word: false };
    case 'some':
      return { ...stretch, kind: 'some', yes: found.value === 'yes' };
    case 'conjunction':
      return { ...stretch, kind: 'and' };
    case 'pronoun':
      // "його дружина", "her son"
      if (passage.at('who', found.to)?.from === found.to || passage.at('age-adjective', found.to + 1))
        return { ...stretch, kind: 'strange', word: false };
      return mention(stretch, found.value === 's' ? one : { min: 1 }, {
        pronoun: true,
        single: found.value === 's',
      });
    default:
      return { ...stretch, kind: found.family as 'ofwhich' };
  }
};

/** How far after "nobody" what nobody says or knows may stand, in tokens. */
const silenceReach = 3;

/** "ніхто не повідомляв", "nobody will tell us": so it is not known. */
const isSilent = ({ tokens, at, clauses }: Passage, { to }: Found): boolean => {
  const clause = tokens[to]?.clause ?? 0;
  if (tokens[to - 1]?.clause !== clause) return false;
  const { from = to, to: end = to } = clauses[clause] ?? {};
  for (let index = from; index < end; index++) if (at('harm', index)) return false;
  for (let index = to; index < Math.min(end, to + silenceReach); index++) {
    // "none that I saw"
    if (/^(that|що|шо|что)$/.test(tokens[index]?.text ?? '')) return false;
    if (at('telling', index)?.value === 'verb' || at('knowing', index)) return true;
  }
  return false;
};

/** "двоє 200": the numbers of the dead and the wounded in soldiers' slang, after how many they are. */
const slangHarm = (passage: Passage, at: number): Item | undefined => {
  const text = passage.tokens[at]?.text;
  const isCounted = passage.numbers.get(at - 1)?.to === at || passage.at('who', at - 1) !== undefined;
  if (!isCounted || (text !== '200' && text !== '300')) return undefined;
  const harm = text === '200' ? 'killed' : 'injured';
  const found = {
    family: 'harm',
    value: harm,
    lemma: text,
    capital: false,
    from: at,
    to: at + 1,
    number: undefined,
  };
  return { kind: 'harm', harm, found, later: false, from: at, to: at + 1 };
};

/** "two of the five workers", "троє з родини з п'яти": where the words end that say of how many. */
const wholeAt = (passage: Passage, from: number, part: Range): number | undefined => {
  if (!/^(з|із|зі|из|of|out)$/.test(passage.tokens[from]?.text ?? '')) return undefined;
  if (passage.at('ofwhich', from)) return undefined;
  for (let at = from + 1; at <= from + 3; at++) {
    const crowd = passage.at('crowd', at);
    if (crowd?.from === at) return sizeAt(passage, crowd.to)?.to ?? crowd.to;
    const of = quantityAt(passage, at);
    if (!of || !('range' in of)) continue;
    const counted = countedAt(passage, of.to);
    if (of.range.min <= part.min) return undefined;
    return counted?.family === 'who' ? counted.to : of.to;
  }
  return undefined;
};

const isOrdinal = ({ tokens }: Passage, to: number): boolean =>
  /^(й|ий|ій|я|а|го|му|ої|ша|st|nd|rd|th)$/.test(
    tokens[tokens[to]?.text === '-' ? to + 1 : to]?.text ?? '',
  ) &&
  tokens[to]?.glued === true &&
  !/^(200|300)$/.test(tokens[to - 1]?.text ?? '');

/** A number, or two as one range, unless the second begins what is told of the first. */
const quantityApart = (
  passage: Passage,
  ages: ReadonlyMap<number, Age>,
  at: number,
): Quantity | undefined => {
  const joined = quantityAt(passage, at);
  if (!joined) return undefined;
  // "8 — 3 of them medics", "5 — три жінки"
  const isDash = passage.tokens.slice(at + 1, joined.to).some(({ text }) => text === '-');
  const isParted =
    (isDash && passage.at('ofwhich', joined.to) !== undefined) ||
    ages.has(joined.to - 1) ||
    ('reversed' in joined && countedAt(passage, joined.to)?.family === 'who');
  return isParted ? quantityAt(passage, at, false) : joined;
};

/** A number and whom or what it counts. */
const numberItem = (
  passage: Passage,
  ages: ReadonlyMap<number, Age>,
  at: number,
  isTaken: (index: number) => boolean,
): Item | undefined => {
  const slang = slangHarm(passage, at);
  if (slang) return slang;
  // "5-й"
  if (passage.tokens[at]?.kind === 'number' && isOrdinal(passage, at + 1))
    return { kind: 'thing', numbered: true, quiet: true, from: at, to: at + 1 };
  const quantity = quantityApart(passage, ages, at);
  if (!quantity) return undefined;
  const { to } = quantity;
  // "віком від 23 до 68 років"
  for (let index = at + 1; index < to; index++) {
    const age = ages.get(index);
    if (age && !age.adjective) return { kind: 'thing', numbered: true, from: at, to: age.to };
  }
  for (let index = at; index < to; index++)
    if (isTaken(index)) return { kind: 'thing', numbered: true, from: at, to: index + 1 };
  if ('refused' in quantity) return { kind: 'refused', from: at, to };
  if ('reversed' in quantity) return { kind: 'reversed', range: quantity.reversed, from: at, to };
  // "троє, одному з них 80 років"
  const of = quantity.range.max === 1 ? passage.at('ofwhich', to) : undefined;
  if (of && ages.has(of.to)) return { kind: 'strange', word: false, from: at, to: of.to };
  const whole = wholeAt(passage, to, quantity.range);
  if (whole) return mention({ from: at, to: whole }, quantity.range, { numbered: true, group: 'people' });
  const counted = countedAt(passage, to);
  if (!counted && isOffspring(passage, at)) return { kind: 'strange', word: false, from: at, to };
  if (!counted && isCouple(passage, to))
    return mention({ from: at, to }, exactly(2), { numbered: true, group: 'people' });
  if (!counted) {
    const group = quantity.people ? 'people' : undefined;
    return mention({ from: at, to }, quantity.range, {
      numbered: true,
      bare: !quantity.people,
      group,
      words: quantity.words,
    });
  }
  // "a mother of three", "мати двох дітей", "from one family": whom it counts was not harmed.
  if (isOffspring(passage, at) || (counted.family === 'crowd' && isOrigin(passage, at)))
    return { kind: 'strange', word: false, from: at, to: counted.to };
  if (counted.family === 'thing' || counted.family === 'body') {
    const { value, to: end } = counted;
    return {
      kind: 'thing',
      numbered: true,
      animal: value === 'animal',
      quiet: value === 'time',
      from: at,
      to: end,
    };
  }
  return countedItem(passage, ages, at, quantity.range, counted);
};

/** "a couple and their toddler", "a couple in their sixties", but not "a couple". */
const isCouple = ({ tokens }: Passage, to: number): boolean =>
  tokens[to - 1]?.text === 'couple' && /^(and|in|with|who|from)$/.test(tokens[to]?.text ?? '');

const parent = /^(мати|мама|матуся|батько|тато|мать|отец|папа|mother|mum|mom|father|dad)$/;

const isOffspring = ({ tokens, at }: Passage, from: number): boolean => {
  const before = tokens[from - 1]?.text === 'of' ? from - 2 : from - 1;
  const who = at('who', before);
  return (
    who?.number === 's' &&
    parent.test(who.lemma) &&
    (before < from - 1 || /х$/.test(tokens[from]?.text ?? ''))
  );
};

const isOrigin = ({ tokens }: Passage, from: number): boolean =>
  [from - 1, from].some(at => /^(from|з|із|зі|из|с)$/.test(tokens[at]?.text ?? ''));

/** Who may be anybody, so that others named after them may be of them. */
const anybody = new RegExp(
  'люд|особ|осіб|^ос$|душ|чоловік|^чол$|people|person|ppl|folk|human|individual|человек|^чел$|лиц|мешкан|жител|цивіл|гражд' +
    '|мирн|civilian|resident|local|пас+ажир|passenger|пац[иі]єн|пациен|patient|visitor|відвід|посетит|покуп|customer|shopper' +
    '|роб[іо]т|рабоч|работ|сотруд|прац|worker|employee|staff|студент|student|учн|учен|pupil|в.?язн|заключ|бі?е?жен|пересел' +
    '|refugee|village|сел[ья]|сельчан|others|пенс|pension|хвор|больн',
);

const countedItem = (
  passage: Passage,
  ages: ReadonlyMap<number, Age>,
  at: number,
  range: Range,
  counted: Found,
): Item => {
  let end = counted.to;
  // "три члени родини", "three members of a family of four": how many there were is another number.
  if (counted.family === 'member' || counted.family === 'crowd')
    for (let index = end; index <= end + 2; index++) {
      const crowd = passage.at('crowd', index);
      if (crowd) end = Math.max(end, sizeAt(passage, crowd.to)?.to ?? crowd.to);
    }
  const who = counted.family === 'who' ? whoOf(counted) : undefined;
  const isPerson = who?.man && (range.max !== 1 || counted.number !== 's');
  const plain = who === undefined || isPerson || who.man ? 'people' : who.group;
  const age = ages.get(end);
  const said = age ? { to: age.to, range } : boundedAfter(passage, end, range);
  // "both of my parents"
  const isBoth = /^(both|оби?д?в|обо[єеи]|оба|обе)/.test(passage.tokens[at]?.text ?? '');
  const pairs = isBoth ? 1 : (who?.size ?? 1);
  const { min, max } = said.range;
  const people = pairs === 1 ? said.range : { ...said.range, min: min * pairs, max: max && max * pairs };
  return mention({ from: at, to: said.to }, people, {
    numbered: true,
    // "2 civilians, both women"
    part: isBoth && /^[,-]$/.test(passage.tokens[at - 1]?.text ?? ''),
    man: isPerson === true,
    trade: plain === 'people' && who !== undefined && !anybody.test(counted.lemma),
    group: aged(plain, age, who?.grown),
  });
};

/** How far before "all" the number may begin, in tokens. */
const allReach = 5;

/** "трое, все дети": of all who were just counted. */
const allOf = (passage: Passage, { from }: Found): Readonly<{ from: number; range: Range }> | undefined => {
  if (!/^(все|всі|усі|all)$/.test(passage.tokens[from - 1]?.text ?? '')) return undefined;
  const mark = /^[,-]$/.test(passage.tokens[from - 2]?.text ?? '') ? from - 2 : from - 1;
  for (let at = mark - 1; at >= Math.max(0, mark - allReach); at--) {
    const number = passage.numbers.get(at);
    if (number) return { from: from - 1, range: exactly(number.value) };
  }
  return undefined;
};

/** Somebody without a number. */
const whoItem = (passage: Passage, ages: ReadonlyMap<number, Age>, word: Found): Item => {
  const found = lastOf(passage, word);
  const isGrown = found !== word && /доросл|взросл|adult/.test(word.lemma);
  const stretch = { from: found.from, to: found.to };
  if (found.family === 'crowd') {
    const size = sizeAt(passage, found.to);
    if (!size || !('range' in size)) return mention(stretch, { min: 2 }, { group: 'people', some: true });
    const counted = countedAt(passage, size.to);
    return mention({ from: found.from, to: counted?.to ?? size.to }, size.range, {
      numbered: true,
      group: 'people',
    });
  }
  const { group, size, man, grown } = whoOf(found);
  const all = allOf(passage, found);
  if (all) return mention({ from: all.from, to: found.to }, all.range, { group, numbered: true, part: true });
  // "соседа собака"
  const isOwner = [found.to, found.from - 1].some(at => passage.at('thing', at)?.value === 'animal');
  if (isOwner && found.lemma !== passage.tokens[found.from]?.text)
    return { ...stretch, kind: 'strange', word: false };
  // "вона вагітна": no other person.
  if (/^(вона|він|она|он|she|he)$/.test(passage.tokens[found.from - 1]?.text ?? ''))
    return { ...stretch, kind: 'strange', word: false };
  // "six, most of them women"
  if ([1, 2].some(back => passage.at('share', found.from - back)?.value === 'most'))
    return { ...stretch, kind: 'strange', word: false };
  // "я не врач"
  if (
    /^(не|not|no)$/.test(passage.tokens[found.from - 1]?.text ?? '') &&
    passage.at('teller', found.from - 2)
  )
    return { ...stretch, kind: 'strange', word: true };
  const after = ages.get(found.to) ?? ages.get(found.to + 1);
  const age = after?.adjective ? undefined : after;
  const end = age && age.from <= found.to + 1 ? { from: found.from, to: age.to } : stretch;
  if (size !== undefined) return mention(end, exactly(size), { group });
  const named = isGrown ? (grown ?? group) : aged(group, age, grown);
  // "чоловік і жінка 60 та 58 років": the ages of both.
  if (age && age.count > 1 && found.number !== 's')
    return mention(end, exactly(age.count), { group: named, numbered: true });
  const isSome = found.number !== 's' && !(found.number === undefined && age?.count === 1);
  if (found.number === 'p' || (isSome && found.number === undefined && group === 'people'))
    return mention(end, { min: 1 }, { group: named, some: true });
  return mention(end, one, { group: named, man, single: found.number === 's' });
};

/** "a 16-year-old", "45-річний чоловік", "45- та 50-річні": ages as adjectives, with the person if one is named. */
const agedItem = (passage: Passage, ages: ReadonlyMap<number, Age>, age: Age): Item => {
  if (!age.adjective) {
    // "Олена, 34 роки": a name and an age are a person.
    const at = passage.tokens[age.from - 1]?.kind === 'mark' ? age.from - 2 : age.from - 1;
    const isName =
      passage.tokens[at]?.capital === true &&
      !['who', 'age-word'].some(family => passage.at(family, at)) &&
      !passage.at('who', at - 1);
    if (isName) return mention({ from: at, to: age.to }, one, { group: 'people', single: true });
    return { kind: 'thing', numbered: true, quiet: true, from: age.from, to: age.to };
  }
  // "a toddler, two years old"
  const back = /^(,|is|was)$/.test(passage.tokens[age.from - 1]?.text ?? '') ? age.from - 2 : age.from - 1;
  if (passage.tokens[age.to - 1]?.text === 'old' && passage.at('who', back)?.number === 's')
    return { kind: 'thing', numbered: true, quiet: true, from: age.from, to: age.to };
  const beside = passage.at('who', age.to);
  const next = beside ? lastOf(passage, beside) : countedAt(passage, age.to);
  const who = next?.family === 'who' && !ages.has(next.from) ? next : undefined;
  const { group, grown } = who ? whoOf(who) : { group: 'people' as const };
  return mention({ from: age.from, to: who?.to ?? age.to }, exactly(age.count), {
    group: aged(group, age, grown),
    numbered: age.count > 1,
    single: age.count === 1,
  });
};
