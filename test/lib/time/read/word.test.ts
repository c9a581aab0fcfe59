import { describe, expect, it } from 'vitest';
import { guessSenses, sensesOf } from '../../../../lib/time/read/word.ts';

/** What people write about when they write of an attack; none of it is a time. */
const ordinary =
  'точное время времени помню было сильный взрыв прилет прилетело вибух обстріл будинок село місто центр вулиця сусід люди дети школа лікарня ринок рынок ринку банк танк танку тривога сирена світло вікна двері поле річка дорога машина автобус вокзал церква завод склад магазин город огород хата квартира поверх підвал укриття ракета снаряд касета град дрон осколок уламки пожежа гучно тихо темно холодно сонце зоря вітер мама бабуся сестра друг подруга жена женщина девушка парень врач скорая дом подъезд этаж рынке гараж почта новости канал власть община громада мост остановка спали проснулись прокинулись почули потом затем раньше вместе ночевали вечеринка деньги средний маєток майже майора люто липа серпом жовта листя груди червона травма травми субботник пятно семья сімя сотня тысяча шестерня вчила вчителька сьомина часто частина годний родина родини людина сторони rocket shell drone street school hospital market bridge people children woman killed injured wounded fire smoke father mother brother neighbour heard running where which there these those other another every everything something building window garden forest train church factory floor basement shelter missile mortar cluster grenade';

describe('a misspelt word', () => {
  it('is read as the word of time that it resembles', () => {
    expect(guessSenses('вчорв')).toEqual(sensesOf('вчора'));
    expect(guessSenses('понедельнк')).toEqual(sensesOf('понедельник'));
    expect(guessSenses('yestreday')).toEqual(sensesOf('yesterday'));
  });

  it('is left alone where it may be two different words, or is an ordinary one', () => {
    expect(guessSenses('munday')).toBeUndefined();
    const mistaken = ordinary.split(' ').filter(word => sensesOf(word) === undefined && guessSenses(word));
    expect(mistaken).toEqual([]);
  });
});
