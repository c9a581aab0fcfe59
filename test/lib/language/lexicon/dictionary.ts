import { existsSync, readFileSync } from 'node:fs';

/**
 * A published spelling dictionary (hunspell's format), read for tests only. Nothing of it is shipped: `dictionary-uk` is
 * under the GPL, `dictionary-ru` under the BSD licence.
 */
export type Dictionary = Readonly<{ knows: (word: string) => boolean }>;

type Rule = Readonly<{ strip: string; when: RegExp; flag: string }>;

/** Undefined where the package is not installed. */
export const loadDictionary = (
  name: 'dictionary-uk' | 'dictionary-ru',
  folder?: string,
): Dictionary | undefined => {
  const root = folder ?? new URL('../../../../node_modules', import.meta.url).pathname;
  const file = (part: string) => `${root}/${name}/index.${part}`;
  if (!existsSync(file('aff'))) return undefined;
  const stems = new Map<string, string>();
  for (const line of readFileSync(file('dic'), 'utf8').split('\n')) {
    const [word = '', flags = ''] = (line.split(/[ \t]/)[0] ?? '').split('/');
    if (word !== '') stems.set(word, (stems.get(word) ?? '') + flags);
  }
  const rules = new Map<string, Rule[]>();
  for (const line of readFileSync(file('aff'), 'utf8').split('\n')) {
    const [kind, flag, strip, add, when] = line.split(/\s+/);
    if (kind !== 'SFX' || !flag || !strip || !add || !when) continue;
    const ending = add.split('/')[0] === '0' ? '' : (add.split('/')[0] ?? '');
    const rule = { strip: strip === '0' ? '' : strip, when: new RegExp(`${when}$`, 'u'), flag };
    rules.set(ending, [...(rules.get(ending) ?? []), rule]);
  }
  const longest = Math.max(...[...rules.keys()].map(({ length }) => length));
  const isMade = (word: string): boolean => {
    if (stems.has(word)) return true;
    for (let length = 0; length <= Math.min(longest, word.length); length++) {
      const beginning = word.slice(0, word.length - length);
      for (const { strip, when, flag } of rules.get(word.slice(word.length - length)) ?? []) {
        const stem = beginning + strip;
        if (stems.get(stem)?.includes(flag) && when.test(stem)) return true;
      }
    }
    return false;
  };
  return {
    knows: word =>
      isMade(word) || isMade(word[0]?.toUpperCase() + word.slice(1)) || isMade(word.toUpperCase()),
  };
};
