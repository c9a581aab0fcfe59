import type { Source } from '../../report/report.ts';
import type { KnownBy, Phase, SourceKind } from '../../report/vocabulary.ts';
import type { Found } from '../lexicon/lexicon.ts';
import { isDeniedBefore } from '../passage/finding.ts';
import { hull, type Passage, type Span, type Stretch, spanOf } from '../passage/passage.ts';
import { type Field, fieldOf, sure, unsure } from './field.ts';
import { clauseOf, gap, isAsserted, nearby, saidIn, sentenceOf, within } from './said.ts';

/** How far an institution may stand from the word that says that it reported. */
const verbReach = 7;
/** How far before the munition a word of seeing may stand. */
const seenReach = 6;
/** How far after a word of telling the munition may stand, where all is told. */
const toldReach = 8;
/** Between a word of telling and the munition that it tells of. */
const saidOf = /^([,:"«-]|що|шо|что|that|це|це був|это|был|была|був|була|було|it|was|a)$/;

const wordsOf = (passage: Passage, stretch: Stretch): string => {
  const { start, end } = spanOf(passage, stretch);
  return passage.text.slice(start, end);
};

/** "Запорізька", "Харьковская". */
const regionAdjective = /[сзц]ь?к\p{L}{1,3}$/u;

/** An institution with the region before its name: "Zaporizhzhia regional military administration". */
const withRegion = (passage: Passage, { from, to }: Stretch): Stretch => {
  const before = passage.tokens[from - 1];
  const first = passage.tokens[from];
  if (!before?.capital || !first) return { from, to };
  const isRegional =
    regionAdjective.test(before.text) || /^(regional|oblast|district|city)$/.test(first.text);
  return isRegional ? { from: from - 1, to } : { from, to };
};

/** Where institutions are named, speaking or not. */
export const institutionsIn = (passage: Passage): readonly Found[] =>
  passage.all('institution').map(one => {
    const isRegional = /^(regional|oblast|district|city|обласн|окружн|міськ|районн)/.test(
      passage.tokens[one.from - 1]?.text ?? '',
    );
    return isRegional ? { ...one, from: one.from - 1 } : one;
  });

/** The first sentence that is no greeting. */
const opening = ({ sentences, tokens, all }: Passage): Stretch => {
  const greetings = new Set(all('greeting').map(({ from }) => tokens[from]?.sentence));
  return (
    sentences.find(({ from, to }, index) => to - from > 5 || !greetings.has(index) || from < 0) ??
    sentences[0] ?? { from: 0, to: 0 }
  );
};

/** Institutions that speak in the text: named before a colon at its start, at its end, or beside a word of reporting. */
const speaking = (passage: Passage): readonly Found[] => {
  // "мэр говорит раненых нет": what follows is denied, not that it was said.
  const verbs = passage
    .all('reporting')
    .filter(verb => isAsserted(passage, verb) && !isDeniedBefore(passage, verb));
  const first = opening(passage);
  const named = saidIn(passage, 'institution');
  // "Reuters: …, governor says": who heads the text passes on what others said.
  const head = named.find(
    one =>
      one.value !== 'social_media' &&
      clauseOf(passage, one.from).from === first.from &&
      headsText(passage, one),
  );
  if (head) return [head];
  return named.filter(one => {
    const clause = clauseOf(passage, one.from);
    const sentence = sentenceOf(passage, one.from);
    const after = passage.tokens[one.to]?.text;
    const isHeading = clause.from === first.from && headsText(passage, one);
    const isDashed =
      clause.from === first.from && one.from <= clause.from + 3 && (after === '-' || after === ':');
    const isSigned = passage.tokens[one.from - 1]?.text === '-' && one.to >= sentence.to - 2;
    const isTitle = one.value !== 'social_media' && isWholeSentence(passage, one, first);
    const isBracketed = passage.tokens[one.from - 1]?.text === '(' && after === ')';
    const reports = verbs.some(
      verb =>
        within(sentence, verb) && gap(verb, one) <= verbReach && !(verb.from < one.to && one.from < verb.to),
    );
    return isHeading || isTitle || isDashed || isSigned || isBracketed || reports;
  });
};

/** How many words an institution and the name of its head or region come to. */
const titleWords = 11;

/** "Одеська ОВА. Уночі …", "… Начальник ОВА Олег Григоров": a first or last sentence that tells of nothing else. */
const isWholeSentence = (passage: Passage, one: Found, first: Stretch): boolean => {
  const sentence = sentenceOf(passage, one.from);
  const { length } = passage.tokens;
  const isLast = sentence.to === length && /^(regional_administration|prosecutor)$/.test(one.value);
  return (
    (sentence.from === first.from || isLast) &&
    sentence.to - sentence.from <= Math.min(titleWords, length - 1) &&
    telling.every(family => !saidIn(passage, family).some(other => within(sentence, other)))
  );
};

/** Families of words that tell what happened. */
const telling = ['attack', 'munition', 'found', 'harm', 'hit', 'speaking', 'teller'];

/** How many words of its name may stand between an institution and the colon after it. */
const nameReach = 6;

/** "Прокуратура Харківської області: …" */
const headsText = ({ tokens }: Passage, { to }: Stretch): boolean => {
  for (let at = to; at < to + nameReach; at++) {
    const { text, kind, sentence } = tokens[at] ?? {};
    if (text === ':') return true;
    // "обл." ends no sentence.
    if (sentence !== tokens[to - 1]?.sentence || (kind !== 'word' && text !== '.')) return false;
  }
  return false;
};

/** How many words may stand between somebody close and their telling: "мама з Бахмута пише". */
const tellingReach = 3;

/** Somebody close who tells, in the opening sentence. */
const toldByClose = (passage: Passage): readonly Found[] => {
  const sentence = opening(passage);
  return passage.all('who').flatMap(who => {
    if (!within(sentence, who)) return [];
    for (let at = who.to; at <= who.to + tellingReach; at++) {
      const verb = passage.at('speaking', at);
      if (verb?.from === at && passage.tokens[at]?.clause === passage.tokens[who.from]?.clause)
        return [{ ...who, family: 'hearing', value: 'told', to: verb.to }];
    }
    return [];
  });
};

/** What the text says of seeing, hearing and being told. "не бачила" is none of it. */
export const hearingIn = (passage: Passage): readonly Found[] =>
  [
    ...saidIn(passage, 'hearing').filter(({ from }) => !passage.at('knowing', from)),
    ...toldByClose(passage),
  ].toSorted((a, b) => a.from - b.from);

/**
 * How the person knows of it. An institution that speaks is the source, whoever passed it on; a channel is one only when no
 * institution is named. What others told is not one's own seeing. `name` is the institution in the text's own words.
 */
export const findSource = (passage: Passage): Field<Source> | undefined => {
  const named = speaking(passage);
  const first = named.filter(({ value }) => value !== 'social_media');
  const chosen = first.length > 0 ? first : named;
  if (chosen.length > 0) {
    const kinds = [...new Set(chosen.map(({ value }) => value as SourceKind))];
    const link = /https?:\/\/[^\s<>"]{1,2000}/.exec(passage.text)?.[0];
    const sources = kinds.map((kind): Source => {
      const one = chosen.find(({ value }) => value === kind);
      return { kind, name: one && wordsOf(passage, withRegion(passage, one)), link };
    });
    const words = spanOf(passage, hull(chosen));
    return chosen.some(one => isToldInPerson(passage, one))
      ? unsure(sources, words)
      : fieldOf(sources, words);
  }
  const heard = hearingIn(passage);
  const own = heard.filter(
    ({ value, from }) => value !== 'told' && value !== 'rumour' && !isOthers(passage, from),
  );
  const begun = opening(passage);
  const told = heard.filter(
    ({ value, from }) =>
      (value === 'told' && within(begun, { from, to: from + 1 })) ||
      (value === 'rumour' && within(clauseOf(passage, begun.from), { from, to: from + 1 })),
  );
  if (own.length === 0 && told.length === 0) return undefined;
  const order = ['own_eyes', 'aftermath', 'own_ears'] as const;
  const kind = order.find(one => own.some(({ value }) => value === one));
  const span = spanOf(passage, hull(heard));
  if (kind && told.length > 0) return unsure([{ kind: 'told' }, { kind }], span);
  if (kind) {
    const isSure = own.some(
      one => one.value === kind && isPersonal(passage, one) && !isOfTraces(passage, one),
    );
    return isSure ? sure({ kind }, span) : unsure([{ kind }], span);
  }
  // What "people say" may come from anywhere, and who is named late in a long text tells of a part of it.
  return told.some(({ value, to }) => value === 'told' && to - begun.from <= earlyWords)
    ? sure({ kind: 'told' }, span)
    : unsure([{ kind: 'told' }], span);
};

/** Within so many words from its beginning a text says that it passes on what somebody told. */
const earlyWords = 14;

/** "чули вибух", "explosions heard": who heard it is not said. */
const isPersonal = (passage: Passage, one: Found): boolean =>
  hasTeller(passage, one) || !impersonal.test(passage.tokens[one.to - 1]?.text ?? '');

const impersonal = /(ли|н[оы]|ний|ти|ть|heard)$/;

/** "I saw the craters", "видел тела": what is left, whenever one came. "чув по рації" is told. */
const isOfTraces = (passage: Passage, { to, from }: Found): boolean =>
  nearby(passage, { from, to }, 'trace', { after: traceReach }) !== undefined;
const traceReach = 4;

/** "Local police told me": passed on in person, by whom is asked. */
const isToldInPerson = ({ tokens }: Passage, { from, to }: Found): boolean =>
  tokens
    .slice(to, to + traceReach)
    .some(({ text }, at, near) => /^(me|us)$/.test(text) && near[at - 1]?.text === 'told') ||
  tokens[from - 1]?.text === 'in' ||
  tokens[from - 2]?.text === 'in';

const hasTeller = (passage: Passage, { from }: Stretch): boolean =>
  passage.all('teller').some(teller => within(clauseOf(passage, from), teller));

/** "сусід бачив", "she heard": somebody else's eyes or ears. */
const isOthers = (passage: Passage, from: number): boolean =>
  [1, 2].some(back => {
    const at = from - back;
    return passage.at('who', at) !== undefined || passage.at('pronoun', at)?.to === at + 1;
  }) && !/^(i|we|я|ми|мы)$/.test(passage.tokens[from]?.text ?? '');

/** At most a mark and a space between two words, in characters. */
const besideReach = 2;

/** "KYIV POST | 12 May." */
const isInTitle = (passage: Passage, { start, end }: Span): boolean => {
  const first = opening(passage);
  const { start: from, end: to } = spanOf(passage, first);
  return (
    from <= start &&
    end <= to &&
    passage.all('institution').some(one => within(first, one) && isWholeSentence(passage, one, first))
  );
};

/** Whether words stand right beside a word of reporting ("повідомив 27 березня"), or beside the institution before it. */
export const isReporting = (passage: Passage, span: Span): boolean =>
  isInTitle(passage, span) ||
  passage.all('reporting').some(verb => {
    if (passage.at('hearing', verb.from)) return false;
    const { start, end } = spanOf(passage, verb);
    if (start >= span.end) {
      const subject = passage.at('institution', verb.from - 1);
      const words = subject ? spanOf(passage, withRegion(passage, subject)) : { start };
      return words.start >= span.end && words.start - span.end <= besideReach;
    }
    // "каже о 4:05 прилетіло": what stands right before an attack dates it.
    const isOfAttack = passage
      .all('attack')
      .some(
        attack =>
          attack.from > verb.from &&
          within(clauseOf(passage, verb.from), attack) &&
          gap(verb, attack) <= attackReach,
      );
    if (start <= span.start && span.start < end) return true;
    // "інформує: 11.05 о 10:40 …" heads what it tells.
    const isHead = passage.tokens[verb.to]?.text === ':';
    return (
      end <= span.start &&
      span.start - end <= besideReach &&
      !isHead &&
      !(verb.to === verb.from + 1 && isOfAttack)
    );
  });
const attackReach = 5;

/** Of what hit the teller, and of what one watches from a window, the kind need not be seen. */
const seeing = /бачи[вл]|видел|saw/;

/** How the kind of munition is known, when the text says so of the munition itself. */
export const findKnownBy = (
  passage: Passage,
  munition: Stretch | undefined,
  hedged: boolean,
  source: Field<Source> | undefined,
  phase: Field<Phase> | undefined,
): Field<KnownBy> | undefined => {
  if (!munition) return undefined;
  const [left] = saidIn(passage, 'known');
  if (left) {
    // Remains tell what was used only where something was.
    const isAttack = phase?.sure && phase.value === 'attack' && left.to > left.from + 1;
    return isAttack ? sure('remains', spanOf(passage, left)) : unsure(['remains'], spanOf(passage, left));
  }
  const heard = hearingIn(passage);
  const sentence = sentenceOf(passage, munition.from);
  const told = heard.find(
    ({ value, from }) =>
      (value === 'told' || value === 'rumour') && from >= sentence.from && from < munition.to,
  );
  if (told) {
    const words = spanOf(passage, told);
    const between = passage.tokens.slice(told.to, munition.from);
    const isTold = source?.sure && source.value.kind === 'told' && between.length <= toldReach;
    const isSure = isTold || between.every(({ text }) => saidOf.test(text));
    return isSure ? sure('told', words) : unsure(['told'], words);
  }
  if (source?.sure && source.value.kind === 'social_media') return sure('told', source.words);
  if (hedged || (phase?.sure && phase.value === 'remnant')) return undefined;
  const seen = heard.find(
    ({ value, to, lemma }) =>
      value === 'own_eyes' &&
      seeing.test(lemma) &&
      to <= munition.to &&
      munition.to - to <= seenReach + (munition.to - munition.from),
  );
  if (seen && within(sentence, seen)) return sure('saw', spanOf(passage, seen));
  // "a Shahed hit a house, I saw it"
  const nearby = heard.find(
    ({ value, from, lemma }) =>
      value === 'own_eyes' && seeing.test(lemma) && from >= munition.from && from - munition.to <= seenReach,
  );
  return nearby ? sure('saw', spanOf(passage, nearby)) : undefined;
};
