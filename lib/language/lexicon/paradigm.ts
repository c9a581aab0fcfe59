/**
 * Forms of a word, made from its lemma. Only what is written is made: endings, the vowel that comes and goes, the consonant
 * that changes before an ending. `test/lib/language/lexicon/forms.test.ts` holds them against published spelling dictionaries.
 */

export const languages = ['uk', 'ru', 'en'] as const;
export type Language = (typeof languages)[number];

/**
 * `n` noun, `a` adjective or participle (declined like one, whatever it stands for), `v` verb, `w` a word or saying that
 * does not change.
 */
export type Part = 'n' | 'a' | 'v' | 'w';

/** `s` one, `p` several, undefined either. */
export type GrammaticalNumber = 's' | 'p' | undefined;

export type Form = Readonly<{ text: string; number: GrammaticalNumber }>;

/**
 * The forms of a lemma. The lemma may carry what its ending does not tell:
 * `жін(о)ка` a vowel that comes and goes; `двір/двор` the stem before endings; `обстріл+у` a genitive in -у; `ніч+ж/ноч` a
 * feminine in a consonant; `немовля+ят` a young one (-яти, -ята); `вибухнути+0` a verb without a passive; `hit+t/hit` a
 * consonant that doubles, and the past; `брат=брата|брати=братів` every form, spelt out, of one before `|` and of several after
 * it (`p.` before the lemma: all plural, `s.`: all singular).
 */
export const formsOf = (lemma: string, language: Language, part: Part): readonly Form[] => {
  if (part === 'w') return [{ text: lemma, number: undefined }];
  if (lemma.includes('=')) return part === 'v' ? speltVerb(lemma) : spelt(lemma);
  const name = /^[^+/]*/.exec(lemma)?.[0] ?? '';
  const mark = /\+([^/]*)/.exec(lemma)?.[1] ?? '';
  const stem = /\/([^+]*)/.exec(lemma)?.[1];
  return makers[language][part](name, mark, stem);
};

const spelt = (lemma: string): readonly Form[] => {
  const number = /^[sp]\./.exec(lemma)?.[0][0] as GrammaticalNumber;
  const [one = '', several] = (number ? lemma.slice(2) : lemma).split('|');
  const list = (forms: string, number: GrammaticalNumber): readonly Form[] =>
    forms.split('=').map(text => ({ text, number }));
  return several === undefined ? list(one, number) : [...list(one, 's'), ...list(several, 'p')];
};

/** Of a verb the past tells the number: загинув, загинула, загинули. */
const speltVerb = (lemma: string): readonly Form[] =>
  lemma.split('=').map(text => {
    if (/ли(?:с[ья])?$/.test(text)) return several(text);
    return /(?:[вбргкхсзл]|ла)(?:с[ья])?$/.test(text) ? one(text) : { text, number: undefined };
  });

type Make = (lemma: string, mark: string, stem: string | undefined) => readonly Form[];

/** Endings, one after another: of one before `|`, of several after it. `0` is no ending. */
const decline = (stem: string, endings: string): readonly Form[] => {
  const [one = '', several = ''] = endings.split('|');
  const with_ = (list: string, number: GrammaticalNumber) =>
    list
      .split(' ')
      .filter(ending => ending !== '')
      .map(ending => ({ text: stem + (ending === '0' ? '' : ending), number }));
  return [...with_(one, 's'), ...with_(several, 'p')];
};

const one = (text: string): Form => ({ text, number: 's' });
const several = (text: string): Form => ({ text, number: 'p' });

/** The lemma with its passing vowel, and its stem without: `будин(о)к` is будинок and будинк-. */
const vowel = (lemma: string): readonly [full: string, short: string] => [
  lemma.replace(/[()]/g, ''),
  lemma.replace(/\(.\)/, ''),
];

const hissing = /[жчшщ]$/;
const back: Readonly<Record<string, string>> = { к: 'ц', г: 'з', х: 'с' };

/** рука, руці: what stands before і of the dative. */
const softened = (stem: string): string => {
  const last = back[stem.slice(-1)];
  return last ? stem.slice(0, -1) + last : stem;
};

/** станцій, лікарень, жінок, шкіл: a feminine or neuter without an ending. */
const bare = (full: string, stem: string | undefined, soft: string): Form[] => [
  several(stem ?? `${full}${soft}`),
];

const ukrainianNoun: Make = (lemma, mark, stem) => {
  const [full, short] = vowel(lemma);
  const last = full.slice(-1);
  if (mark === 'ж') {
    const oblique = stem ?? short.replace(/ь$/, '');
    const end = /[ьйаеиоуіюяєї]$/.test(oblique) ? '' : oblique.slice(-1);
    const with_ = /[бпвмфр]$/.test(oblique) ? `'ю` : `${oblique.endsWith('ст') ? '' : end}ю`;
    return [
      one(full),
      one(full.replace(/ь$/, '') + with_),
      ...decline(oblique, 'і|і ей ям ями ях ам ами ах'),
    ];
  }
  if (full.endsWith('ий')) return ukrainianAdjective(full, '', undefined);
  if (mark === 'ят') return [one(full), ...decline(full.slice(0, -1), `яти яті ям|ята ят ятам ятами ятах`)];
  if (mark === 'ат') return [one(full), ...decline(full.slice(0, -1), `ати аті ам|ата ат атам атами атах`)];
  if (last === 'а') {
    const root = short.slice(0, -1);
    const ends = hissing.test(root) ? 'а і у ею|і ам ами ах' : 'а и у ою|и ам ами ах';
    return [...decline(root, ends), one(`${softened(root)}і`), ...bare(full.slice(0, -1), stem, '')];
  }
  if (/[іїеоуа'’]я$/.test(full)) {
    const root = full.slice(0, -1);
    return [
      ...decline(root, 'я ї ю єю|ї ям ями ях'),
      several(`${root.replace(/['’]$/, '')}й`),
      several(`${root.replace(/['’]$/, '')}ей`),
    ];
  }
  if (/(.)\1я$/.test(full) && mark === '') {
    const root = full.slice(0, -1);
    return [...decline(root, 'я ю ям і|я ям ями ях'), several(`${root.slice(0, -1)}ь`)];
  }
  if (last === 'я') {
    const root = short.slice(0, -1);
    return [...decline(root, 'я і ю ею|і ям ями ях'), ...bare(full.slice(0, -1), stem, 'ь')];
  }
  if (last === 'о')
    return [...decline(short.slice(0, -1), 'о а у ом і|а ам ами ах'), ...bare(full.slice(0, -1), stem, '')];
  if (/[жчшщ]е$/.test(full)) return [...decline(short.slice(0, -1), 'е а у ем і|а ам ами ах 0')];
  if (last === 'е') return decline(short.slice(0, -1), 'е я ю ем і|я ів ь ям ями ях');
  return ukrainianMasculine(full, stem ?? short, mark);
};

const ukrainianMasculine = (full: string, oblique: string, mark: string): readonly Form[] => {
  const genitive = mark === 'у' ? '' : 'а ';
  if (oblique.endsWith('й'))
    return [one(full), ...decline(oblique.slice(0, -1), 'я ю єм єві ї|ї їв ям ями ях')];
  if (/[ьц]$/.test(oblique)) {
    const genitiveSoft = mark === 'у' ? '' : 'я ';
    return [one(full), ...decline(oblique.replace(/ь$/, ''), `${genitiveSoft}ю ем еві і|і ів ям ями ях`)];
  }
  if (hissing.test(oblique)) return [one(full), ...decline(oblique, `${genitive}у ем еві і|і ів ам ами ах`)];
  if (/[ая]нин$/.test(full))
    return [
      one(full),
      ...decline(oblique, 'а у ові ом і|'),
      ...decline(oblique.slice(0, -2), '|и 0 ам ами ах'),
    ];
  const local = /[гкх]$/.test(oblique) ? '' : ' і';
  return [one(full), ...decline(oblique, `${genitive}у ові ом${local}|и ів ам ами ах`)];
};

const russianNoun: Make = (lemma, mark, stem) => {
  const [full, short] = vowel(lemma);
  const last = full.slice(-1);
  if (mark === 'ж') {
    const oblique = stem ?? short.replace(/ь$/, '');
    return [one(full), one(`${oblique}ью`), ...decline(oblique, 'и|и ей ям ями ях ам ами ах')];
  }
  if (last === 'а') {
    const root = short.slice(0, -1);
    const ends = /[гкхжчшщ]$/.test(root) ? 'а и е у ой ей|и ам ами ах' : 'а ы е у ой ей|ы ам ами ах';
    return [...decline(root, ends), ...bare(full.slice(0, -1), stem, '')];
  }
  if (/[иеао]я$/.test(full)) return decline(full.slice(0, -1), 'я и ю ей|и й ям ями ях');
  if (last === 'я') {
    const root = short.slice(0, -1);
    return [...decline(root, 'я и е ю ей|и ям ями ях'), ...bare(full.slice(0, -1), stem, 'ь')];
  }
  if (last === 'о')
    return [...decline(short.slice(0, -1), 'о а у ом е|а ам ами ах'), ...bare(full.slice(0, -1), stem, '')];
  if (/[иь]е$/.test(full)) return [...decline(full.slice(0, -1), 'е я ю ем и|я й ям ями ях')];
  if (/[жчшщц]е$/.test(full)) return decline(short.slice(0, -1), 'е а у ем|а 0 ам ами ах');
  if (last === 'е') return decline(short.slice(0, -1), 'е я ю ем|я ей ям ями ях');
  return russianMasculine(full, stem ?? short);
};

const russianMasculine = (full: string, oblique: string): readonly Form[] => {
  if (oblique.endsWith('й'))
    return [one(full), ...decline(oblique.slice(0, -1), 'я ю ем е и|и ев ям ями ях')];
  if (oblique.endsWith('ь')) return [one(full), ...decline(oblique.slice(0, -1), 'я ю ем е|и ей ям ями ях')];
  if (hissing.test(oblique)) return [one(full), ...decline(oblique, 'а у ом ем е|и ей ам ами ах')];
  if (oblique.endsWith('ц')) return [one(full), ...decline(oblique, 'а у ом ем е|ы ев ов ам ами ах')];
  if (/[ая]нин$/.test(full))
    return [one(full), ...decline(oblique, 'а у ом е|'), ...decline(oblique.slice(0, -2), '|е 0 ам ами ах')];
  return [one(full), ...decline(oblique, `а у ом е|${/[гкх]$/.test(oblique) ? 'и' : 'ы'} ов ам ами ах`)];
};

const ukrainianAdjective: Make = lemma => {
  const stem = lemma.slice(0, -2);
  if (lemma.endsWith('ій')) return decline(stem, 'ій ього ьому ім я ьої ю ьою є|і іх іми');
  return [...decline(stem, 'ий ого ому а ої ій у ою е|і их ими'), { text: `${stem}им`, number: undefined }];
};

const russianAdjective: Make = lemma => {
  const stem = lemma.slice(0, -2);
  const hard = !lemma.endsWith('ий') || /[гкх]$/.test(stem);
  const hush = lemma.endsWith('ий') && hissing.test(stem);
  if (hush) return decline(stem, 'ий его ему ем ая ей ую ее|ие их ими им');
  if (!hard) return decline(stem, 'ий его ему ем яя ей юю ее|ие их ими им');
  const y = lemma.endsWith('ий') || /[гкхжчшщ]$/.test(stem) ? 'и' : 'ы';
  return [
    one(lemma),
    ...decline(stem, `ого ому ом ая ой ую ое|${y}е ${y}х ${y}ми`),
    { text: `${stem}${y}м`, number: undefined },
  ];
};

/** Of the past: masculine, feminine, neuter (which is also the impersonal), several. */
const past = (stem: string, masculine: string): readonly Form[] => [
  one(stem + masculine),
  one(`${stem}ла`),
  { text: `${stem}ло`, number: undefined },
  several(`${stem}ли`),
];

const ukrainianMutation = (stem: string): string => {
  const pairs: readonly (readonly [RegExp, string])[] = [
    [/ст$/, 'щ'],
    [/зд$/, 'ждж'],
    [/д$/, 'дж'],
    [/т$/, 'ч'],
    [/з$/, 'ж'],
    [/с$/, 'ш'],
    [/([бпвмф])$/, '$1л'],
  ];
  const pair = pairs.find(([from]) => from.test(stem));
  return pair ? stem.replace(pair[0], pair[1]) : stem;
};

const russianMutation = (stem: string): readonly string[] => {
  const pairs: readonly (readonly [RegExp, readonly string[]])[] = [
    [/ст$/, ['щ']],
    [/д$/, ['жд', 'ж']],
    [/т$/, ['ч', 'щ']],
    [/з$/, ['ж']],
    [/с$/, ['ш']],
    [/([бпвмф])$/, ['$1л']],
  ];
  const pair = pairs.find(([from]) => from.test(stem));
  return pair ? pair[1].map(to => stem.replace(pair[0], to)) : [stem];
};

/** Passive participle, short and long: поранено, поранений. */
const ukrainianParticiple = (stem: string): readonly Form[] => [
  { text: `${stem}о`, number: undefined },
  ...ukrainianAdjective(`${stem}ий`, '', undefined),
];
const russianParticiple = (stem: string, n: string): readonly Form[] => [
  one(stem),
  one(`${stem}а`),
  { text: `${stem}о`, number: undefined },
  several(`${stem}ы`),
  ...russianAdjective(`${stem}${n}ый`, '', undefined),
];

const reflexive = (forms: readonly Form[], vowelEnding: string): readonly Form[] =>
  forms.flatMap(form => {
    const isVowel = /[аеиоуіюяєїёыэ]$/.test(form.text);
    return isVowel
      ? [
          { ...form, text: form.text + vowelEnding },
          ...(vowelEnding === 'ся' ? [{ ...form, text: `${form.text}сь` }] : []),
        ]
      : [{ ...form, text: `${form.text}ся` }];
  });

/** травмувати — травмований, евакуювати — евакуйований. */
const ovan = (lemma: string): string => {
  const base = lemma.slice(0, -5);
  if (lemma.at(-5) === 'у') return `${base}ован`;
  return `${base}${/[аеиоуіюяєї]$/.test(base) ? 'й' : 'ь'}ован`;
};

const ukrainianVerb: Make = (lemma, mark, stem) => {
  if (/(ся|сь)$/.test(lemma)) {
    const active = ukrainianVerb(lemma.slice(0, -2), 'ся', stem);
    return reflexive(active, 'ся').flatMap(form => {
      if (/[еє]сь$/.test(form.text)) return [];
      return /[еє]ся$/.test(form.text) ? [{ ...form, text: `${form.text.slice(0, -2)}ться` }] : [form];
    });
  }
  const root = lemma.slice(0, -2);
  const passive = mark === '';
  const infinitive: Form = { text: lemma, number: undefined };
  const begun = [infinitive, ...past(root, 'в')];
  const present = (base: string, third: string): readonly Form[] => {
    const [sing = '', plural = ''] = third.split(' ');
    return [one(base + sing), several(base + plural)];
  };
  if (stem !== undefined) {
    const participle = ukrainianParticiple(root + (/[ая]$/.test(root) ? 'н' : 'т'));
    return [...begun, ...present(stem, 'е уть'), ...(passive ? participle : [])];
  }
  if (/[ую]вати$/.test(lemma))
    return [
      ...begun,
      ...present(lemma.slice(0, -4), 'є ють'),
      ...(passive ? ukrainianParticiple(ovan(lemma)) : []),
    ];
  if (/[ая]ти$/.test(lemma))
    return [...begun, ...present(root, 'є ють'), ...(passive ? ukrainianParticiple(`${root}н`) : [])];
  if (lemma.endsWith('нути')) {
    const base = lemma.slice(0, -3);
    return [...begun, ...present(base, 'е уть'), ...(passive ? ukrainianParticiple(`${root}т`) : [])];
  }
  if (/[иіїи]ти$/.test(lemma)) {
    const base = lemma.slice(0, -3);
    const last = hissing.test(base) ? 'ать' : 'ять';
    const several = /[бпвмф]$/.test(base) ? 'лять' : last;
    const ends = lemma.endsWith('їти') ? 'їть ять' : `ить ${several}`;
    return [
      ...begun,
      ...present(base, ends),
      ...(passive ? ukrainianParticiple(`${ukrainianMutation(base)}ен`) : []),
    ];
  }
  return begun;
};

const russianVerb: Make = (lemma, mark, stem) => {
  if (/(ся|сь)$/.test(lemma)) return reflexive(russianVerb(lemma.slice(0, -2), 'ся', stem), 'сь');
  const root = lemma.slice(0, -2);
  const passive = mark === '';
  const begun: readonly Form[] = [{ text: lemma, number: undefined }, ...past(root, 'л')];
  const third = (base: string, ends: string): readonly Form[] => {
    const [sing = '', plural = ''] = ends.split(' ');
    return [one(base + sing), several(base + plural)];
  };
  if (stem !== undefined) {
    const participle = /[ая]$/.test(root)
      ? russianParticiple(`${root}н`, 'н')
      : russianParticiple(`${root}т`, '');
    return [...begun, ...third(stem, 'ет ут'), ...(passive ? participle : [])];
  }
  if (/[ое]вать$/.test(lemma))
    return [
      ...begun,
      ...third(lemma.slice(0, -5), 'ует уют'),
      ...(passive ? russianParticiple(`${root}н`, 'н') : []),
    ];
  if (/[ая]ть$/.test(lemma))
    return [...begun, ...third(root, 'ет ют'), ...(passive ? russianParticiple(`${root}н`, 'н') : [])];
  if (lemma.endsWith('нуть'))
    return [
      ...begun,
      ...third(lemma.slice(0, -3), 'ет ут'),
      ...(passive ? russianParticiple(`${root}т`, '') : []),
    ];
  const base = lemma.slice(0, -3);
  const ends = hissing.test(base) ? 'ит ат' : 'ит ят';
  return [
    ...begun,
    ...third(base, ends),
    ...(passive ? russianMutation(base).flatMap(changed => russianParticiple(`${changed}ен`, 'н')) : []),
  ];
};

const englishNoun: Make = (lemma, mark, stem) => {
  if (stem !== undefined) return [one(lemma), several(stem)];
  const short = lemma.replace(/y$/, 'ie');
  const plural = /(s|x|ch|sh|z)$/.test(lemma) ? `${lemma}es` : `${/[^aeiou]y$/.test(lemma) ? short : lemma}s`;
  return mark === 's' ? [one(lemma)] : [one(lemma), several(plural)];
};

/** `hit/hit` or `strike/struck/stricken`: the past forms; `drop+p`: a consonant that doubles. */
const englishVerb: Make = (lemma, double, stem) => {
  const root = lemma.endsWith('e') && !lemma.endsWith('ee') ? lemma.slice(0, -1) : lemma + double;
  const irregular = stem?.split(',');
  const third = /(s|x|ch|sh|z)$/.test(lemma)
    ? `${lemma}es`
    : `${/[^aeiou]y$/.test(lemma) ? lemma.replace(/y$/, 'ie') : lemma}s`;
  const regular = /[^aeiou]y$/.test(lemma) ? lemma.replace(/y$/, 'ied') : `${root}ed`;
  return [lemma, third, `${root}ing`, ...(irregular ?? [regular])].map(text => ({ text, number: undefined }));
};

const unchanged: Make = lemma => [{ text: lemma, number: undefined }];

const makers: Readonly<Record<Language, Readonly<Record<Part, Make>>>> = {
  uk: { n: ukrainianNoun, a: ukrainianAdjective, v: ukrainianVerb, w: unchanged },
  ru: { n: russianNoun, a: russianAdjective, v: russianVerb, w: unchanged },
  en: { n: englishNoun, a: unchanged, v: englishVerb, w: unchanged },
};
