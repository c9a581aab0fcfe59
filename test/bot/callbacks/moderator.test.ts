import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import * as codes from '../../../bot/callbacks/codes.ts';
import { moderatorCallbacks } from '../../../bot/callbacks/moderator.ts';
import { maxDataBytes } from '../../../bot/callbacks/table.ts';
import { releasedArguments, releasedCodes, releasedData } from './released.ts';

const { definitions, parse, data } = moderatorCallbacks;
const definitionOf = (name: string) => {
  const fields: Readonly<Record<string, z.ZodMiniType>> | undefined = Object.hasOwn(definitions, name)
    ? definitions[name as keyof typeof definitions].shape
    : undefined;
  return fields;
};

describe('a released callback of moderators', () => {
  it.each(Object.entries(releasedArguments))(
    '"%s" still has its arguments in their order',
    (name, released) =>
      // Arguments may be added at the end.
      expect(Object.keys(definitionOf(name) ?? { missing: name }).slice(0, released.length)).toEqual(
        released,
      ),
  );

  it.each(Object.entries(releasedCodes))('still has its words: %s', (path, released) => {
    const [name = '', argument = ''] = path.split('.');
    const schema = definitionOf(name)?.[argument] ?? z.never();
    const words = Array.isArray(released) ? released.map(word => [word, word]) : Object.entries(released);
    for (const [word, code] of words) expect(z.decode(schema, word)).toEqual(code);
  });

  it.each(releasedData)('"%s" still means the same', (released, args) => {
    const callback = parse(released);
    expect(callback).toEqual({ name: released.split(':')[1], args });
    if (callback) expect(data(callback.name, callback.args as never)).toBe(released);
  });
});

describe('the words of callback data', () => {
  it.each([codes.munitionCodes, codes.reasonCodes, codes.templateCodes, codes.checklistLetters])(
    'are all different: %o',
    words => expect(new Set(Object.values(words)).size).toBe(Object.keys(words).length),
  );

  it('fit into a button with the longest arguments', () => {
    const view = `w432ou24a${'z'.repeat(9)}${'Z'.repeat(10)}`;
    const longest: Readonly<Record<string, string>> = {
      version: '9999',
      page: '9999',
      question: '9999',
      index: '9999',
      from: view,
      view,
      checks: 'PIG',
      // What shows a military position has no such button.
      checklist: 'IG',
      position: view.slice(-20),
      region: '432',
      member: 'x'.repeat(22),
      claim: '0123456789ab',
      hours: '72',
    };
    const wordsOf = (path: string): readonly string[] => {
      const words = releasedCodes[path] ?? [];
      return Array.isArray(words) ? words : Object.keys(words);
    };
    for (const [name, fields] of Object.entries(releasedArguments)) {
      const words = fields.map(field =>
        [longest[field] ?? 'ZZZZZZZZZZ', ...wordsOf(`${name}.${field}`)]
          .filter((_, index, all) => all.length === 1 || index > 0)
          .reduce((one, other) => (other.length > one.length ? other : one)),
      );
      const longestData = ['m', name, ...words].join(':');
      expect(parse(longestData)?.name, longestData).toBe(name);
      expect(Buffer.byteLength(longestData), longestData).toBeLessThanOrEqual(maxDataBytes);
    }
  });

  it.each([
    'm:queue:',
    'm:queue:x.',
    'm:queue:w',
    'm:queue:wxx',
    'm:queue:w.2',
    'm:queue:w.24c',
    'm:queue:wZZZZ.',
    'm:queue:w.a0',
    'm:checklist:K7QF2M9XCA:1',
    'm:checklist:K7QF2M9XCA:1:gp',
    'm:approveAsNew:K7QF2M9XCA:1:GI',
    'm:approveAsNew:K7QF2M9XCA:1:p',
    'm:card:K7QF2M9XCA:1e3',
    'm:card:k7qf2m9xca:1',
    'm:card:K7QF2M9XCA:1:c',
    'm:rejectFor:K7QF2M9XCA:1:other',
    'm:holdFor:K7QF2M9XCA:1:5',
  ])('are nothing else: "%s"', forged => expect(parse(forged)).toBeUndefined());
});

/** Buttons of the version before, whose codes were places in lists. */
describe('a button of the version before', () => {
  const id = 'K7QF2M9XCA';
  const cursor = `0ld8abcde${id}`;

  it.each([
    `m:card:${id}:3`,
    `m:similar:${id}:3`,
    `m:questions:${id}:3`,
    `m:approve:${id}:3`,
    `m:reject:${id}:3`,
    `m:ask:${id}:3`,
    `m:claim:${id}:3`,
    `m:unclaim:${id}:3`,
    `m:reopen:${id}:3`,
    `m:edit:${id}:3`,
    `m:mute:${id}:3`,
    `m:unmute:${id}:3`,
    `m:history:${id}:3`,
    `m:evidence:${id}`,
    `m:evidence:${id}:1`,
    `m:incident:${id}`,
    'm:incidents:published',
    `m:incidents:embargoed:b${cursor}`,
    'm:team',
    'm:role:AbCdEfGhIjKlMnOpQrStUv:admin',
    'm:remove:AbCdEfGhIjKlMnOpQrStUv',
    'm:language:uk',
  ])('means the same: "%s"', old => {
    const callback = parse(old);
    expect(callback && data(callback.name, callback.args as never)).toBe(old);
  });

  it.each([
    `m:card:${id}:3:w....`,
    `m:card:${id}:3:w.24.c.43.a${cursor}`,
    `m:approve:${id}:3:m....`,
    `m:check:${id}:3:g`,
    `m:check:${id}:3:p`,
    `m:check:${id}:3:i:w....`,
    `m:which:${id}:3:d`,
    `m:j:${id}:3:d:new`,
    `m:j:${id}:3:d:${id}:w....`,
    `m:because:${id}:3:2`,
    `m:words:${id}:3`,
    `m:asked:${id}:3:4`,
    `m:ask_words:${id}:3`,
    `m:edited:${id}:3`,
    `m:others:${id}:3`,
    `m:mute_yes:${id}:3`,
    `m:text:${id}`,
    `m:h:${id}:3:1`,
    'm:queue:w....',
    'm:queue:w.24.c.43.',
    `m:queue:a....b${cursor}`,
    'm:queue_by:region:w....:0',
    'm:next:w....',
    'm:select:w....',
    `m:pick:${id}:3:w....`,
    'm:pick_all:w....',
    'm:picked:w....',
    'm:bulk:2:w....',
    `m:i_history:${id}:0`,
    `m:i_choose:${id}:3:place`,
    `m:i_give:${id}:3:place:${id}`,
    `m:i_hold:${id}:3:12`,
    `m:i_grade:${id}:3:confirmed`,
    `m:i_ux:${id}:3:none`,
    `m:i_claim:${id}:3:alleged`,
    `m:i_drop:${id}:3:0`,
    `m:i_pick:${id}:3:${id}`,
    `m:i_to:${id}:3:new`,
    `m:i_merge:${id}:3:by_id`,
    `m:i_retract:${id}:3:2`,
    'm:f:list:0',
    'm:f:new',
    'm:f:field:kind',
    'm:f:value:munition:mortar',
    `m:f:remove:2022-03-30:${id}`,
    'm:team_history:0',
    'm:add',
    'm:remove:AbCdEfGhIjKlMnOpQrStUv:yes',
  ])('is unknown: "%s"', old => expect(parse(old)).toBeUndefined());
});
