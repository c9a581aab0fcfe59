/**
 * Case endings of Ukrainian and Russian place names, undone: "у Харкові", "під Бахмутом", "біля Малої Токмачки".
 * The rules over-generate on purpose: what they propose counts only when the gazetteer has it.
 */

/** Ending of a case → endings that the name itself may have. Longest endings first. */
const endings: readonly (readonly [string, readonly string[]])[] = [
  // adjectives: Рівного, Рівному, Рівним, Токмачки Малої, Великих, Хмельницького
  ['ського', ['ський', 'ське']],
  ['ского', ['ский', 'ское']],
  ['ському', ['ський', 'ське']],
  ['скому', ['ский', 'ское']],
  ['ськім', ['ський', 'ське']],
  ['ськом', ['ське']],
  ['ськім', ['ське']],
  ['ого', ['ий', 'ій', 'е', 'ое', 'ой', 'ый']],
  ['ього', ['ій', 'є']],
  ['его', ['ий', 'ее', 'ей']],
  ['ому', ['ий', 'ій', 'е', 'ое', 'ой', 'ый']],
  ['ьому', ['ій', 'є']],
  ['ему', ['ий', 'ее']],
  ['ими', ['і', 'и', 'ие', 'ы']],
  ['ыми', ['ые', 'ый']],
  ['іми', ['і']],
  ['ими', ['и', 'ие']],
  ['их', ['і', 'ие', 'и']],
  ['ых', ['ые']],
  ['іх', ['і']],
  ['їх', ['ї']],
  ['ими', ['і']],
  ['им', ['ий', 'е', 'і', 'ое', 'ие', 'ий', 'ин']],
  ['ым', ['ый', 'ое', 'ой', 'ые']],
  ['ім', ['ий', 'е', 'ій', 'є', 'і']],
  ['ом', ['', 'о', 'ий', 'ое', 'ой', 'ый', 'е']],
  ['ем', ['', 'ь', 'е', 'є', 'ий', 'ее', 'ей']],
  ['єм', ['й', 'є']],
  ['ьом', ['ь']],
  ['ой', ['а', 'ая']],
  ['ей', ['я', 'ь', 'ая', 'а', 'и', 'и']],
  ['ої', ['а']],
  ['ьої', ['я']],
  ['ій', ['а', 'я']],
  ['ую', ['ая']],
  ['юю', ['яя']],
  ['ою', ['а', 'ь']],
  ['ею', ['а', 'я']],
  ['єю', ['я', 'ія', 'а']],
  // nouns: Харкові, Одесі, Сумах, Чернівцями
  ['ові', ['', 'о', 'ів']],
  ['еві', ['', 'ь', 'е']],
  ['єві', ['й']],
  ['ами', ['и', 'ы', 'а']],
  ['ями', ['і', 'ї', 'и']],
  ['ах', ['и', 'ы', 'а']],
  ['ях', ['і', 'ї', 'и']],
  ['ам', ['и', 'ы']],
  ['ям', ['я', 'і', 'ї', 'и', 'ье', 'ье']],
  ['ов', ['ы', 'и', 'о']],
  ['ев', ['и', 'ы']],
  ['ів', ['и', 'і', 'ы']],
  ['їв', ['ї']],
  ['ью', ['ь']],
  ['ию', ['ия']],
  ['ію', ['ія']],
  ['ії', ['ія']],
  ['ии', ['ия']],
  ['ье', ['ье', 'ья']],
  ['ья', ['ье']],
  ['ью', ['ье', 'ь']],
  ['а', ['', 'о', 'ь']],
  ['я', ['ь', 'й', 'я', 'е', 'є']],
  ['у', ['', 'а', 'о', 'е', 'и']],
  ['ю', ['ь', 'я', 'й', 'ія', 'е']],
  ['і', ['', 'а', 'о', 'ь', 'я', 'е', 'и']],
  ['ї', ['я', 'й', 'ь', 'ї']],
  ['и', ['а', 'ь', 'я', 'і']],
  ['ы', ['а']],
  ['е', ['', 'а', 'о', 'ь', 'й', 'я']],
  ['є', ['й', 'я']],
  ['', ['и', 'а', 'ы', 'і', 'о', 'я']],
];

/** Consonants that soften before -і: Малокатеринівці ← Малокатеринівка, Прилузі ← Прилуга. */
const softened: Readonly<Record<string, string>> = { ц: 'к', з: 'г', с: 'х' };

/**
 * Sounds that a case ending changes in the stem: Харкова ← Харків, Києва ← Київ, Тернополя ← Тернопіль,
 * Городця ← Городець, Кам'янця ← Кам'янець, Рогу ← Ріг.
 */
const stemChanges = (stem: string): readonly string[] => {
  const changed: string[] = [];
  const swap = (pattern: RegExp, replacement: string): void => {
    if (pattern.test(stem)) changed.push(stem.replace(pattern, replacement));
  };
  swap(/([бвгджзклмнпрстфхцчшщ])[ое]([вглдзнрсткбжчй])$/, '$1і$2');
  swap(/[єе]в$/, 'їв');
  swap(/ц$/, 'ец');
  swap(/([^ь])ц$/, '$1ець');
  swap(/ьц$/, 'ець');
  swap(/ьц$/, 'ец');
  swap(/к$/, 'ок');
  swap(/([бвгдзклмнпрст])([нлр])$/, '$1е$2');
  swap(/([бвгдзклмнпрст])([нл])$/, '$1о$2');
  swap(/ьк$/, 'ек');
  swap(/кв$/, 'ков');
  swap(/йк$/, 'єк');
  return changed;
};

/** A name of many words has more combinations than are worth a look. */
const mostCombinations = 2500;

const proposals = new Map<string, readonly string[]>();

/** The names that a word may be a case of, itself first. Words are lower case, as `normalise` leaves them. */
export const lemmas = (word: string): readonly string[] => {
  if (!/[а-яіїєґ]$/.test(word) || word.length < 3) return [word];
  const known = proposals.get(word);
  if (known) return known;
  const found = new Set([word]);
  for (const [ending, names] of endings) {
    if (!word.endsWith(ending) || word.length - ending.length < 2) continue;
    const stem = word.slice(0, word.length - ending.length);
    for (const name of names) {
      // "Городищі" is of Городище, but "Покровську" of Покровськ alone: Покровське is declined as an adjective.
      if (name === 'е' && (ending === 'у' || ending === 'і') && !/[жчшщ]$/.test(stem)) continue;
      found.add(stem + name);
      if (name === '' || name === 'ь' || name === 'й')
        for (const changed of stemChanges(stem)) found.add(changed + (changed.endsWith('ь') ? '' : name));
    }
    if (ending === 'і') {
      const hard = softened[stem.at(-1) ?? ''];
      if (hard) {
        const base = stem.slice(0, -1) + hard;
        for (const name of [`${base}а`, base, ...stemChanges(base)]) found.add(name);
      }
    }
    // Genitive plural with no ending: Сум ← Суми, Лубен ← Лубни, Прилук ← Прилуки
    if (ending === '') {
      const short = stem.replace(/([бвгджзклмнпрстфхцчш])[ео]([бвгджзклмнпрстфхцчш])$/, '$1$2');
      if (short !== stem) for (const name of ['и', 'ы', 'а', 'і']) found.add(short + name);
    }
  }
  const list = [...found];
  if (proposals.size > 5000) proposals.clear();
  proposals.set(word, list);
  return list;
};

/** Only within a name of several words are these short: Часовому Яру ← Часів Яр. Alone they are Часове's. */
const possessive = /ов(ого|ому|им|ім)$/;

/** As {@link lemmas}, of a name of several words: each word may be declined ("Малої Токмачки"). */
export const nameLemmas = (words: readonly string[]): readonly string[] =>
  words.reduce<readonly string[]>(
    (names, word) => {
      const short = words.length > 1 && possessive.test(word) ? [word.replace(possessive, 'ів')] : [];
      const candidates = [...lemmas(word), ...short];
      return names.flatMap(name => candidates.map(lemma => name + lemma)).slice(0, mostCombinations);
    },
    [''],
  );
