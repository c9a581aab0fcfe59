import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../../../bot/runtime/environment.ts';

const complete = {
  BOT_TOKEN: '123456789:AAEabcdefghijklmnop',
  BOT_INFO: '{"id":123456789,"is_bot":true,"first_name":"Svidok","username":"svidok_bot"}',
  WEBHOOK_SECRET: 'abcdefghijklmnopqrstuvwxyz',
  IDENTITY_SECRET: 'x'.repeat(40),
  CHATS_TABLE: 'chats',
  KEYS_TABLE: 'keys',
  RECORDS_TABLE: 'records',
  OPERATOR: 'Svidok',
};

describe('the environment', () => {
  it('has defaults for what a deployment need not say', () => {
    const reading = readEnvironment(complete);
    expect(reading).toMatchObject({
      kind: 'valid',
      environment: { TELEGRAM_API_ROOT: 'https://api.telegram.org', COUNTRY: { code: 'UA' } },
    });
  });

  it('reads lists of ids as people write them', () => {
    const reading = readEnvironment({
      ...complete,
      ADMINS: ' 1, 22 ,333',
      MODERATORS_CHAT: '-1001234567890',
    });
    expect(reading.kind === 'valid' && [...reading.environment.ADMINS]).toEqual([1, 22, 333]);
    expect(reading).toMatchObject({ environment: { MODERATORS_CHAT: -1001234567890 } });
  });

  it.each([
    ['BOT_TOKEN', 'secret-but-wrong'],
    ['BOT_INFO', '{secret-but-wrong'],
    ['BOT_INFO', '{"id":"secret-but-wrong"}'],
    ['WEBHOOK_SECRET', 'secret but wrong'],
    ['IDENTITY_SECRET', 'secret-but-wrong'],
    ['TELEGRAM_API_ROOT', 'secret-but-wrong'],
    ['MODERATORS_CHAT', 'secret-but-wrong'],
    ['CHANNEL', 'secret-but-wrong'],
    ['CHANNEL_LANGUAGE', 'secret-but-wrong'],
    ['ADMINS', '@secret-but-wrong'],
    ['COUNTRY', 'secret-but-wrong'],
  ])('says in one line that %s is wrong and what it must be, without showing it', (name, value) => {
    const reading = readEnvironment({ ...complete, [name]: value });
    if (reading.kind !== 'invalid') throw new Error('It was taken.');
    expect(reading.problems).toHaveLength(1);
    expect(reading.problems[0]).toMatch(new RegExp(`^${name} is wrong: it must be .+\\.$`));
    expect(reading.problems.join()).not.toContain('secret-but-wrong');
  });

  it('names everything that is missing at once', () => {
    const reading = readEnvironment({});
    expect(reading.kind === 'invalid' && reading.problems.map(line => line.split(' ')[0])).toEqual([
      'BOT_TOKEN',
      'BOT_INFO',
      'WEBHOOK_SECRET',
      'IDENTITY_SECRET',
      'CHATS_TABLE',
      'KEYS_TABLE',
      'RECORDS_TABLE',
      'OPERATOR',
    ]);
  });
});
