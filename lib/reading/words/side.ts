/**
 * How people name those whom they hold responsible, for every side of a war. The words are kept as typed and stand for
 * nothing else: no side is known to the product.
 */

/** Nouns that are a side by themselves. */
export const sideWords =
  'росіяни, росіян, росіянами, россияне, россиян, русские, русня, русню, рашист*, орки, орків, орками, орки, орков, москалі, москалями, окупант*, оккупант*, загарбник*, ворог, ворога, ворогом, вороги, враг, врага, врагом, враги, противник, противника, противником, ворожі війська, ворожа армія, ворожа авіація, вражеская авиация, ворожі сили, агресор, агрессор, россия, росія, рф, армія рф, армия рф, війська рф, войска рф, військ рф, сили рф, силы рф, зс рф, вс рф, збройні сили рф, вооруженные силы рф, російськ* військ*, російськ* військов*, російськ* арм*, російськ* сил*, російськ* окупант*, російськ* загарбник*, російськ* авіац*, російськ* солдат*, російськ* агресор*, российск* войск*, российск* военн*, российск* арм*, российск* сил*, российск* оккупант*, российск* авиац*, российск* солдат*, русск* войск*, русск* военн*, русск* солдат*, українськ* військ*, українськ* військов*, українськ* арм*, українськ* сил*, украинск* войск*, украинск* военн*, украинск* арм*, украинск* сил*, всу, зсу, збройні сили україни, вооруженные силы украины, бойовики, бойовиків, боевики, боевиков, сепаратист*, днр, лнр, нацист*, the enemy, enemy, enemy forces, enemy troops, occupiers, occupants, invaders, aggressor, russians, the russians, russian forces, russian troops, russian army, russian military, russian soldiers, russian aviation, russian artillery, russian aircraft, russian armed forces, the russian army, the russian military, russian occupiers, russian invaders, russian federation, ukrainians, ukrainian forces, ukrainian troops, ukrainian army, ukrainian military, the ukrainian army, the ukrainian military, armed forces of ukraine, ukrainian armed forces, ukrainian artillery, separatists, rebels, militants';

/** A side as an adjective of the attack ("російський обстріл", "Russian strike"). */
export const sideAdjectives =
  'російськ*, российск*, українськ*, украинск*, ворож*, вражеск*, russian, ukrainian, enemy';

export const attackNouns =
  'обстріл*, обстрел*, удар, удару, удари, ударів, ударом, удара, удары, ударов, атак*, авіаудар*, авиаудар*, прильот*, прилет*, наліт*, налет*, ракетн* удар*, ракетн* обстріл*, артилерійськ* обстріл*, артиллерийск* обстрел*, shelling, strike, strikes, attack, attacks, airstrike*, air strike*, missile strike*, missile attack*, drone attack*, drone strike*, bombing, bombardment, artillery fire';

/** What a side does when it attacks. */
export const attackVerbs =
  "обстріля*, обстрілю*, обстреля*, обстрелива*, вдарил*, вдарив, ударил*, ударив, вдарять, бьют, б'ють, били, бив, бил, била, атакува*, атакує, атакова*, атаковал*, завдал*, завдав, завдали, нанес*, нанесл*, накрил*, накрыл*, скинул*, скинув, сбросил*, випустил*, випустив, выпустил*, запустил*, запустив, застосува*, застосову*, применил*, применя*, використал*, використовув*, использова*, бомбил*, бомбить, бомблять, бомбят, розбомбил*, разбомбил*, бомбардува*, обстріл*, обстрел*, удар*, атак*, гатил*, гатять, відпрацюва*, отработа*, працювал*, работал*, луплять, лупил*, поцілил*, поцілив, влучил*, влучив, стріля*, стреля*, розстріля*, расстреля*, вбил*, вбив, убил*, shelled, shelling, struck, hit, fired, firing, attacked, attacking, bombed, bombing, bombarded, launched, launching, dropped, used, using, strike, strikes, attack, attacks, killed, targeted, targeting, fire, fires, carried out";

/** What a side does when it only speaks: then it claims, and is claimed of nothing. */
export const claimVerbs =
  'заяв*, заявл*, стверджу*, утвержд*, звинувач*, обвиня*, обвинил*, запереч*, отриц*, повідом*, сообщ*, каже, кажуть, говор*, claims, claimed, claim, says, said, denies, denied, deny, accuses, accused, accuse, reports, reported';

/** Whom these words are followed by is claimed to have done it. */
export const blameVerbs = 'звинувати*, звинувачу*, обвини*, обвиня*, blamed, blames, accused, accuses';
