import { describe, expect, it } from 'vitest';
import { completeAnswers } from '../../../../bot/witness/interview/interview.ts';
import { converse } from './conversation.ts';

describe('a whole account in one message', () => {
  it('is shown as a card, and only what is missing is asked', () => {
    const talk = converse('uk');
    talk.type('Вчора о третій ночі по Малокатеринівці касетами, 8 поранених, троє з них зі швидкої');
    expect(talk.draft().at).toBe('card');
    expect(talk.draft().answers).toMatchObject({
      occurred: { precision: 'hour', start: expect.stringMatching(/^2026-11-22T0[23]/) },
      place: { precision: 'settlement', settlement: { names: { uk: 'Малокатеринівка' } } },
      munition: 'cluster_munition',
      injured: { min: 8, max: 8, of: { medics: { min: 3, max: 3 } } },
    });
    expect(talk.draft().answers.killed).toBeUndefined();
    expect(talk.text()).toContain('Малокатеринівка');
    expect(talk.text()).toContain('до години');
    talk.press('right');
    const asked: string[] = [];
    for (let i = 0; i < 20 && talk.draft().at !== 'preview'; i += 1) {
      asked.push(talk.draft().at);
      const values = talk
        .screen()
        .buttons.flat()
        .flatMap(button => ('data' in button ? [button.data.split(':').at(-1)] : []));
      talk.press(['attack', '_none', 'own_eyes', 'saw'].find(value => values.includes(value)) ?? '');
    }
    for (const known of ['place', 'time', 'munition', 'injured', 'account'])
      expect(asked).not.toContain(known);
    expect(asked).toContain('killed');
    expect(completeAnswers(talk.draft())?.killed).toBe('unknown');
    expect(completeAnswers(talk.draft())?.account).toContain('Малокатеринівці');
  });

  it('can be changed field by field, and comes back to the card', () => {
    const talk = converse('en');
    talk.type('Yesterday evening cluster munitions hit Kharkiv, 3 killed and 8 injured');
    expect(talk.draft().at).toBe('card');
    talk.press('killed');
    expect(talk.draft().at).toBe('killed');
    talk.type('4');
    expect(talk.draft().at).toBe('card');
    expect(talk.draft().answers.killed).toEqual({ min: 4, max: 4 });
  });

  it('can be taken back, and its words stay', () => {
    const talk = converse('en');
    talk.type('Yesterday evening cluster munitions hit Kharkiv, 3 killed and 8 injured');
    talk.press('wrong');
    expect(talk.draft().answers).toEqual({
      account: 'Yesterday evening cluster munitions hit Kharkiv, 3 killed and 8 injured',
    });
    expect(talk.draft().at).toBe('phase');
  });

  it('is recognised in the middle of the interview, and does not touch what was answered', () => {
    const talk = converse('ru');
    talk.press('attack');
    talk.type('Харьков');
    talk.type('вчера вечером в Бахмуте кассетами, никто не погиб');
    expect(talk.draft().at).toBe('card');
    expect(talk.draft().answers.place?.settlement?.names.uk).toBe('Харків');
    expect(talk.draft().answers.killed).toEqual({ min: 0, max: 0 });
    expect(talk.draft().answers.munition).toBe('cluster_munition');
  });

  it('corrects what was answered when it says so', () => {
    const talk = converse('uk');
    talk.press('attack');
    talk.type('Харків');
    talk.type('вчора о третій ночі');
    talk.type('Ні, о четвертій');
    expect(talk.draft().answers.occurred).toMatchObject({ precision: 'hour' });
    expect(talk.draft().answers.occurred?.start).toMatch(/T0[34]/);
  });

  it('warns once of what looks like a military position, and marks the report for the moderators', () => {
    const talk = converse('uk');
    talk.type('Вчора у Харкові вибух біля казарми, там стоять наші танки і блокпост');
    expect(talk.draft().answers.mentionsMilitary).toBe(true);
    expect(talk.text()).toContain(talk.t.witness.card.military);
  });
});
