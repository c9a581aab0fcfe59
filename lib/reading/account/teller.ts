import type { Source } from '../../report/report.ts';
import type { AttributionStatus, KnownBy, SourceKind } from '../../report/vocabulary.ts';
import { find } from '../finding.ts';
import { findAll, lexicon, type Match } from '../lexicon.ts';
import {
  closePeople,
  foundTelling,
  type Hearing,
  hearingWords,
  inquiryWords,
  institutionWords,
  publishTelling,
  remainsTelling,
  reportVerbs,
  somebodyElse,
  tellingVerbs,
} from '../words/report.ts';
import {
  attackNouns,
  attackVerbs,
  blameVerbs,
  claimVerbs,
  sideAdjectives,
  sideWords,
} from '../words/side.ts';
import { type Field, fieldOf, sure, unsure } from './field.ts';
import { stretchOf } from './happening.ts';
import { around, type Passage, type Span, type Stretch, spanOf } from './passage.ts';

const institutions = lexicon(institutionWords);
const verbs = lexicon([[true, reportVerbs]]);
const hearings = lexicon(hearingWords);
const remains = lexicon([[true, remainsTelling]]);
const inquiring = lexicon([[true, inquiryWords]]);
const inquirers: readonly SourceKind[] = ['newsroom', 'monitor', 'ngo', 'united_nations'];
const publishing = lexicon([[true, publishTelling]]);
const others = lexicon([[true, somebodyElse]]);
const finds = lexicon([[true, foundTelling]]);
const close = lexicon([[true, closePeople]]);
const tells = lexicon([[true, tellingVerbs]]);

/** How many words may stand between somebody close and their telling ("мама з Бахмута пише"). */
const tellingReach = 3;

/** How far an institution may stand from the word that says that it reported. */
const verbReach = 7;

const words = (whole: Passage, stretch: Stretch): string => {
  const { start, end } = spanOf(whole, stretch);
  return whole.text.slice(start, end);
};

/** An institution with the region before its name: "Zaporizhzhia regional military administration". */
const withRegion = (whole: Passage, { from, to }: Stretch): Stretch => {
  const before = whole.tokens[from - 1];
  const first = whole.tokens[from];
  if (before?.kind !== 'word' || !first) return { from, to };
  const name = whole.text.slice(before.start, before.end);
  const isRegional = regionAdjective.test(name) || /^(regional|oblast|district|city)$/.test(first.text);
  const isAdjacent = /^\s+$/.test(whole.text.slice(before.end, first.start));
  return /^\p{Lu}/u.test(name) && isRegional && isAdjacent ? { from: from - 1, to } : { from, to };
};

/** "Запорізька", "Харьковская". */
const regionAdjective = /[сзц]ь?к\p{L}{1,3}$/u;

/** Institutions that speak in the text: named before a colon at its start, or beside a word of reporting. */
const speaking = (whole: Passage) => {
  const said = findAll(verbs, whole.tokens);
  const inquiries = findAll(inquiring, whole.tokens);
  return findAll(institutions, whole.tokens).filter(match => {
    const clause = around(whole.clauses, match.from);
    const heading =
      clause.from === whole.opening.from && /^[:-]$/.test(whole.tokens[clause.to - 1]?.text ?? '');
    const dash =
      clause.from === whole.opening.from &&
      match.from <= clause.from + 2 &&
      whole.tokens[match.to]?.text === '-';
    const sentence = around(whole.sentences, match.from);
    const signs = whole.tokens[match.from - 1]?.text === '-' && match.to >= sentence.to - 1;
    const inquires = inquirers.includes(match.meaning) ? inquiries : [];
    const near = [...said, ...inquires].some(
      verb =>
        verb.from >= sentence.from &&
        verb.to <= sentence.to &&
        Math.min(Math.abs(verb.from - match.to), Math.abs(match.from - verb.to)) <= verbReach,
    );
    return heading || dash || signs || near;
  });
};

/** Where institutions are named, speaking or not. */
export const findInstitutions = (whole: Passage): readonly Span[] =>
  findAll(institutions, whole.tokens).map(match => spanOf(whole, match));

/** Whether words stand right beside a word of reporting ("повідомив 27 березня"). */
export const isReporting = (whole: Passage, span: Span): boolean =>
  findAll(publishing, whole.tokens).some(verb => {
    const { start, end } = spanOf(whole, verb);
    if (span.end <= start && isName(whole, span.end, start)) return true;
    return (end <= span.start && span.start - end <= 2) || (start >= span.end && start - span.end <= 2);
  });

/** Whether nothing but the name of an institution stands in a stretch of the text. */
const isName = (whole: Passage, start: number, end: number): boolean =>
  findAll(institutions, whole.tokens).some(match => {
    const { from, to } = withRegion(whole, match);
    const name = spanOf(whole, { from, to });
    return (
      name.start >= start &&
      name.end <= end &&
      /^\s*$/.test(whole.text.slice(start, name.start) + whole.text.slice(name.end, end))
    );
  });

type Heard = Match<Hearing>;

const within = ({ from, to }: Stretch, index: number): boolean => from <= index && index < to;

/** "Мама з Бахмута пише": somebody close tells. */
const toldByClose = (whole: Passage): readonly Heard[] => {
  const telling = findAll(tells, whole.tokens);
  return findAll(close, whole.tokens).flatMap(({ from, to }) => {
    const clause = around(whole.clauses, from);
    const verb = telling.find(
      match => match.from >= to && match.from - to <= tellingReach && match.to <= clause.to,
    );
    return verb ? [{ meaning: 'told' as const, from, to: verb.to }] : [];
  });
};

const heardIn = (whole: Passage): readonly Heard[] => [...plainlyHeardIn(whole), ...toldByClose(whole)];

const plainlyHeardIn = (whole: Passage): readonly Heard[] =>
  find(hearings, whole.tokens, false).said.filter(match => {
    const before = whole.tokens.slice(Math.max(0, match.from - 2), match.from);
    return match.meaning === 'told' || match.meaning === 'rumour' || findAll(others, before).length === 0;
  });

/**
 * How the person knows of it. An institution that speaks is the source, whoever passed it on; a channel is one only when no
 * institution is named. What others told is not one's own seeing. `name` is the institution in the text's own words.
 */
export const findSource = (whole: Passage): Field<Source> | undefined => {
  const named = speaking(whole);
  const first = named.filter(match => match.meaning !== 'social_media');
  const chosen = first.length > 0 ? first : named;
  if (chosen.length > 0) {
    const kinds = [...new Set(chosen.map(match => match.meaning))];
    const link = /https?:\/\/[^\s<>"]+/.exec(whole.text)?.[0];
    const sources = kinds.map((kind): Source => {
      const match = chosen.find(one => one.meaning === kind);
      return { kind, name: match && words(whole, withRegion(whole, match)), link };
    });
    return fieldOf(sources, spanOf(whole, stretchOf(chosen)));
  }
  const heard = heardIn(whole);
  const own = heard.filter(match => match.meaning !== 'told' && match.meaning !== 'rumour');
  const told = heard.filter(
    ({ meaning, from }) =>
      (meaning === 'told' && within(whole.opening, from)) ||
      (meaning === 'rumour' && within(around(whole.clauses, whole.opening.from), from)),
  );
  if (heard.length === 0 || (own.length === 0 && told.length === 0)) return undefined;
  const order = ['own_eyes', 'aftermath', 'own_ears'] as const;
  const kind = order.find(one => own.some(match => match.meaning === one));
  const span = spanOf(whole, stretchOf(heard));
  if (kind && told.length > 0) return unsure([{ kind: 'told' }, { kind }], span);
  return sure({ kind: kind ?? 'told' }, span);
};

/** How far a word of seeing may stand before the munition that was seen. */
const seenReach = 6;

/** How the kind of munition is known, when the text says so of the munition itself. */
export const findKnownBy = (
  whole: Passage,
  munition: Stretch | undefined,
  hedged: boolean,
  source: Field<Source> | undefined,
): Field<KnownBy> | undefined => {
  const left = findAll(remains, whole.tokens).find(match => {
    const sentence = around(whole.sentences, match.from);
    return findAll(finds, whole.tokens).some(found => found.from >= sentence.from && found.to <= sentence.to);
  });
  if (!munition) return undefined;
  if (left) return sure('remains', spanOf(whole, left));
  const heard = heardIn(whole);
  const sentence = around(whole.sentences, munition.from);
  const told = heard.find(
    match =>
      (match.meaning === 'told' || match.meaning === 'rumour') &&
      match.from >= sentence.from &&
      match.from < munition.to,
  );
  if (told) return sure('told', spanOf(whole, told));
  if (source?.sure && source.value.kind === 'social_media') return sure('told', source.words);
  if (hedged) return undefined;
  const seen = heard.find(
    match =>
      match.meaning === 'own_eyes' &&
      match.to <= munition.to &&
      munition.to - match.to <= seenReach + (munition.to - munition.from),
  );
  if (seen) return sure('saw', spanOf(whole, seen));
  const nearby = heard.find(
    match =>
      match.meaning === 'own_eyes' &&
      around(whole.sentences, match.from).to >= munition.from &&
      around(whole.sentences, match.from).from >= sentence.from &&
      match.from - munition.to <= seenReach,
  );
  return nearby ? sure('saw', spanOf(whole, nearby)) : undefined;
};

const sides = lexicon([[true, sideWords]]);
const adjectives = lexicon([[true, sideAdjectives]]);
const nouns = lexicon([[true, attackNouns]]);
const attacks = lexicon([[true, attackVerbs]]);
const claims = lexicon([[true, claimVerbs]]);
const blames = lexicon([[true, blameVerbs]]);

/** How many words may stand between a side and what it did. */
const attackReach = 6;

/** A claimed side: who is said to have done it, in the text's own words. */
export type Claim = Readonly<{ side: string; status: AttributionStatus }>;

/**
 * Who is said to have done it: a side that attacks in the same clause, or an attack of that side. A side that only claims,
 * denies or stands somewhere is none. It is always somebody's claim: `alleged`.
 */
export const findAttribution = (whole: Passage): Field<Claim> | undefined => {
  const { tokens } = whole;
  const acts = findAll(attacks, tokens);
  const speeches = findAll(claims, tokens);
  const blamed = findAll(blames, tokens);
  const clauseOf = (match: Stretch) => around(whole.clauses, match.from);
  const named = find(sides, tokens, false).said.filter(match => {
    const clause = clauseOf(match);
    const inClause = (other: Stretch) => other.from >= clause.from && other.to <= clause.to;
    const speaks = speeches.some(
      verb => inClause(verb) && verb.from >= match.to && verb.from - match.to <= 3,
    );
    const acted = acts.some(
      verb =>
        inClause(verb) &&
        Math.min(Math.abs(verb.from - match.to), Math.abs(match.from - verb.to)) <= attackReach,
    );
    const isBlamed = blamed.some(
      verb => inClause(verb) && match.from >= verb.to && match.from - verb.to <= 2,
    );
    return isBlamed || (acted && !speaks && !isTarget(whole, match));
  });
  const attacksOf = find(adjectives, tokens, false).said.flatMap(match => {
    const noun = findAll(nouns, tokens.slice(match.to, match.to + 3))[0];
    return noun && !named.some(other => other.from <= match.from && match.to <= other.to)
      ? [{ ...match, side: words(whole, match) }]
      : [];
  });
  if (named.length === 0 && attacksOf.length > 0) {
    // "ворожий обстріл" claims a side and names none: it is asked.
    const claimed = attacksOf.map(({ side }): Claim => ({ side, status: 'alleged' }));
    return unsure(claimed, spanOf(whole, stretchOf(attacksOf)));
  }
  if (named.length === 0) return undefined;
  const said = new Map(named.map(match => [words(whole, match).toLowerCase(), words(whole, match)]));
  const options = [...said.values()].map((side): Claim => ({ side, status: 'alleged' }));
  return fieldOf(options, spanOf(whole, stretchOf(named)));
};

const shows = lexicon([
  [
    true,
    'над, кадри з, кадри із, кадры из, кадры с, відео з, відео із, видео из, видео с, фото з, фото із, фото из, фото с, video from, photo from, photos from, footage from',
  ],
]);

/** `aimed`: right after an attack; `alone`: a clause of one name ("Суми, ракетний удар"). */
export type Targets = Readonly<{ aimed: readonly Span[]; alone: readonly Span[] }>;

/** Capitalised words right after an attack, as the object of it ("обстріляли Малокатеринівку", "Обстріл Степногірська"). */
export const findTargets = (whole: Passage): Targets => {
  const { tokens, text } = whole;
  const before = [...findAll(attacks, tokens), ...findAll(nouns, tokens), ...findAll(shows, tokens)];
  const isName = (index: number): boolean => {
    const token = tokens[index];
    const letters = token && text.slice(token.start, token.end);
    return letters !== undefined && /^\p{Lu}\p{Ll}{2}/u.test(letters);
  };
  const alone = whole.clauses
    .map(({ from, to }) => ({ from, to: /^[.,:;!?)]$/.test(tokens[to - 1]?.text ?? '') ? to - 1 : to }))
    .filter(({ from, to }) => to - from === 1 && tokens[from]?.kind === 'word')
    .map(clause => spanOf(whole, clause));
  const aimed = before.flatMap(({ to }) => {
    if (!isName(to)) return [];
    const last = isName(to + 1) || tokens[to + 1]?.text === '-' ? to + 1 : to;
    const long = tokens[last]?.text === '-' ? last + 1 : last;
    return [spanOf(whole, { from: to, to: long + 1 }), spanOf(whole, { from: to, to: to + 1 })];
  });
  return { aimed, alone };
};

const targets = new Set(
  'по проти против позиції позиции позиціях позициях on at against positions'.split(' '),
);

const isTarget = (whole: Passage, match: Stretch): boolean =>
  targets.has(whole.tokens[match.from - 1]?.text ?? '');
