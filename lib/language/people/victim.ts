import type { Passage } from '../passage/passage.ts';
import { exactly, type Harm, type Item, type Mention, mention, person } from './item.ts';
import type { Part } from './total.ts';

/** Whoever says, sees or writes is no victim by that: "сусід каже, загинуло двоє". */
export const isTeller = (passage: Passage, mention: Mention): boolean => {
  if (mention.numbered) return false;
  for (let at = mention.to; at <= mention.to + 2; at++) if (passage.at('telling', at)) return true;
  return passage.at('telling', mention.from - 1) !== undefined;
};

/** "rescuers pulled a body", "брат їх возив": who came to help. */
export const isActing = (passage: Passage, mention: Mention): boolean => {
  const { to, group, numbered } = mention;
  if (numbered) return false;
  const isHelping = passage.at('acting', to)?.from === to && /^(rescuers|medics)$/.test(group ?? '');
  return (
    isHelping || (passage.at('pronoun', to) !== undefined && passage.at('brought', to + 1) !== undefined)
  );
};

/** "мене поранило", "я поранений", "I was wounded": the teller, where the harm stands right beside. */
export const tellersHarmed = (
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
    // "при мне ранило двоих"
    if (
      /^(при|біля|коло|возле|около|перед|поруч|рядом|near|beside)$/.test(
        passage.tokens[teller.from - 1]?.text ?? '',
      )
    )
      return [];
    if (/^(i|я)$/.test(passage.tokens[teller.from]?.text ?? '') && !before) return [];
    return [mention(teller, exactly(1), { group: 'people', single: true, words: true })];
  });

/** "Petro and his wife": a name joined to a person counts one more. */
export const namedBeside = (passage: Passage, mentions: readonly Mention[]): readonly Mention[] =>
  mentions.flatMap(mention => {
    const { tokens } = passage;
    if (mention.some || mention.pronoun) return [];
    // "постраждали кондуктор і двоє пенсіонерів": whoever stands between a harm and "and" is a person.
    const joint = passage.at('conjunction', mention.from - 1);
    const beside = joint && tokens[joint.from - 1];
    if (
      joint &&
      beside?.kind === 'word' &&
      !passage.at('who', joint.from - 1) &&
      passage.at('harm', joint.from - 2)
    )
      return passage.at('harm', joint.from - 1) || /(ть|ти|ли|ло)$/.test(beside.text)
        ? []
        : [person({ from: joint.from - 1, to: joint.from })];
    if (mention.numbered) return [];
    let at = mention.from - 1;
    if (/^(his|her|його|її|его|ее|the|a|my|мій|моя|свій|своя)$/.test(tokens[at]?.text ?? '')) at--;
    if (!passage.at('conjunction', at)) return [];
    const name = tokens[at - 1];
    if (!name?.capital || name.kind !== 'word' || passage.at('who', at - 1)) return [];
    const stretch = { from: at - 1, to: at };
    return [{ ...mention, ...stretch, range: exactly(1), group: 'people' as const }];
  });

/** The people of the harms of one kind, in order, with what joins each to the one before. */
export const partsOf = (
  passage: Passage,
  items: readonly Item[],
  shares: readonly (readonly [Harm, readonly Mention[]])[],
  mentions: readonly Mention[],
  before: readonly Mention[],
): readonly Part[] => {
  const signs = signsIn(items);
  const harmOf = new Map(shares.flatMap(([harm, list]) => list.map(one => [one.from, harm] as const)));
  const people = shares
    .flatMap(([harm, list]) => (list.length > 0 ? list : impliedBy(passage, signs, harm, mentions)))
    .map(one => (one.pronoun ? meantBy(passage, one, mentions, before) : one))
    .filter((one, index, all) => all.findIndex(({ from }) => from === one.from) === index)
    .toSorted((a, b) => a.from - b.from);
  const all = people.some(({ pronoun }) => !pronoun) ? people.filter(({ pronoun }) => !pronoun) : people;
  // "шестеро погибших гражданских"
  const isCrowd = ({ some, group, range }: Mention): boolean => some && group === 'people' && range.min === 1;
  const named = all.some(({ numbered }) => numbered) ? all.filter(one => !isCrowd(one)) : all;
  const known = named.filter((mention, index) => !isOneOf(mention, named[index - 1], items));
  const marks = items.filter(({ kind }) => kind !== 'strange');
  return known.map((mention, index): Part => {
    const previous = known[index - 1];
    const { range } = mention;
    const group = mention.group === 'people' && !mention.numbered && !mention.some ? 'adults' : mention.group;
    if (!previous) return { range, group, trade: mention.trade, joined: 'start' };
    const between = marks.filter(({ from }) => from >= previous.to && from < mention.from);
    if (between.some(({ kind }) => kind === 'correction')) return { range, group, joined: 'correction' };
    if (mention.part) return { range, group, joined: 'of_which' };
    // "медсестре посекло руки, водителю лицо": one person and another.
    const isOther =
      mention.single && previous.single && harmOf.get(mention.from) !== harmOf.get(previous.from);
    const isAnd = isOther || between.some(({ kind }) => kind === 'and' || kind === 'another');
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
const meantBy = (
  passage: Passage,
  pronoun: Mention,
  mentions: readonly Mention[],
  before: readonly Mention[],
): Mention => {
  if (pronoun.range.max !== 1 || pronoun.group !== undefined) return pronoun;
  const named = mentions.findLast(
    ({ to, pronoun: isPronoun, bare, range }) =>
      to <= pronoun.from && !isPronoun && !bare && range.max === 1 && pronoun.from - to <= subjectReach,
  );
  const word = passage.tokens[pronoun.from]?.text ?? '';
  const [only, ...others] = before.filter(
    ({ group }) => !(she.test(word) && group === 'men') && !(he.test(word) && group === 'women'),
  );
  const meant = named ?? (others.length === 0 ? only : undefined);
  return meant ? { ...pronoun, group: meant.group } : pronoun;
};
const she = /^(she|her|вона|їй|її|неї|она|ей|ее|нее)$|(ла|лась|лася|на|ена)$/;
const he = /^(he|him|his|він|йому|його|нього|он|ему|его|него)$|(вся|лся|[вг])$/;

/** How far before it a harm that names nobody may find whom it befell. */
const subjectReach = 14;

const grownBy = (word: string): 'women' | 'men' | undefined => {
  if (/(ла|на|ая|ую|лу|ну|шей|ній|ної)$/.test(word)) return 'women';
  return /(ий|ый|ого)$/.test(word) ? 'men' : undefined;
};

/** What else is told beside harms: animals, where numbers of no people begin, "there are". */
type Signs = Readonly<{ animals: readonly Item[]; numbered: ReadonlySet<number>; isThere: boolean }>;

const signsIn = (items: readonly Item[]): Signs => ({
  animals: items.filter(item => item.kind === 'thing' && item.animal),
  numbered: new Set(items.flatMap(item => (item.kind === 'thing' && item.numbered ? [item.from] : []))),
  isThere: items.some(({ kind }) => kind === 'some'),
});

/** A harm that names nobody: "загинув на місці" is one, "є поранені" some, "but are injured" whoever was spoken of before. */
const impliedBy = (
  passage: Passage,
  { animals, numbered, isThere }: Signs,
  { found, from, to }: Harm,
  mentions: readonly Mention[],
): readonly Mention[] => {
  const isWord = found.to === found.from + 1 && /(ти|ть|ий|ый|ся)$/.test(found.lemma);
  const isAnimal = animals.some(animal => Math.max(animal.from - to, from - animal.to) <= 3);
  // "хто саме постраждав, уточнюємо"
  const isAsked = [1, 2].some(back => /^(хто|кто|who|чи)$/.test(passage.tokens[from - back]?.text ?? ''));
  if (isAnimal || isAsked) return [];
  const subject = mentions.findLast(one => one.to <= from && from - one.to <= subjectReach && !one.bare);
  // "двоє загинули, третій у важкому стані"
  if (subject && [1, 2].some(back => passage.at('ordinal', from - back)))
    return [
      mention({ from: from - 1, to: from }, exactly(1), { group: subject.group, single: true, words: true }),
    ];
  const isVerb = /(ти|ть|ся)$|^(осколков|опік|ожог)/.test(found.lemma) || found.to > found.from + 1;
  const agrees =
    subject && (found.number === undefined || (found.number === 's') === (subject.range.max === 1));
  if (subject && agrees && isVerb && !isTeller(passage, subject)) return [subject];
  // "потерпіла 1949 р.н."
  const group = numbered.has(to) ? grownBy(passage.tokens[from]?.text ?? '') : undefined;
  const unnamed = { pronoun: true, single: true, words: true, group };
  // "осколкові в спину": of one who is not named.
  const isWound = /^(осколков|уламков|опік|ожог)/.test(found.lemma);
  if ((isWord && found.number === 's') || isWound) return [mention({ from, to }, exactly(1), unnamed)];
  const areSome = (isWord && found.number === 'p') || isThere;
  return areSome ? [mention({ from, to }, { min: 1 }, { ...unnamed, some: true })] : [];
};
