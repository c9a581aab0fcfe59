import type { MunitionReading } from '../../../../lib/language/answer/munition.ts';
import type { Effect, Munition } from '../../../../lib/report/vocabulary.ts';
import { munitions, munitionTraits } from '../../../../lib/report/vocabulary.ts';
import { html } from '../../../telegram/html.ts';
import { deliveryText } from '../../../text/incident.ts';
import { answered, type Question } from '../question.ts';
import { choiceQuestion } from './choice.ts';

const attack: readonly Munition[] = [
  'cluster_munition',
  'rocket_artillery',
  'tube_artillery',
  'mortar',
  'ballistic_missile',
  'guided_bomb',
  'loitering_munition',
];
const found: readonly Munition[] = [
  'unexploded_submunition',
  'scatterable_mine',
  'anti_personnel_mine',
  'anti_vehicle_mine',
  'improvised_device',
  'grenade',
  'other_unexploded',
];

/** The types that go with what was seen or heard, likeliest first. The others stand one press further. */
const likely: Readonly<Record<Effect, readonly Munition[]>> = {
  one_big_explosion: [
    'ballistic_missile',
    'cruise_missile',
    'guided_bomb',
    'unguided_bomb',
    'air_defence_missile',
    'loitering_munition',
  ],
  many_small_explosions: ['cluster_munition', 'rocket_artillery', 'mortar', 'tube_artillery'],
  whistling_series: [
    'rocket_artillery',
    'tube_artillery',
    'mortar',
    'cluster_munition',
    'tank_or_direct_fire',
  ],
  drone_then_explosion: ['loitering_munition', 'dropped_by_drone'],
  fire_hard_to_put_out: ['incendiary', 'thermobaric', 'loitering_munition'],
  object_found_unexploded: found,
  explosion_when_touched: found,
  other: attack,
  unknown: attack,
};

/**
 * What brings one more screen, what carried it or the safety text, is on the first page always: so no report takes more
 * presses for it than for what stands on the second.
 */
const askingMore: readonly Munition[] = ['cluster_munition', 'scatterable_mine', 'improvised_device'];

const choice = choiceQuestion({
  id: 'munition',
  section: 'munition',
  vocabulary: munitions,
  codes: ({ draft: { answers } }) => {
    if (answers.phase === 'remnant') return [...found, 'cluster_munition'];
    const first = likely[answers.effect ?? 'unknown'];
    return [...first, ...askingMore.filter(code => !first.includes(code))];
  },
  // An attack is not made with what lies there: whoever tells of that began with it (`phase`).
  isFurther: (code, { draft: { answers } }) =>
    answers.phase === 'remnant' || munitionTraits[code].found === undefined,
  words: ({ t }) => t.terms.munitions,
  value: ({ answers }) => answers.munition,
  set: code => ({ munition: code }),
  perRow: 1,
  ask: ({ t }) => ({ title: html`${t.witness.munition.title}`, hint: html`${t.witness.munition.hint}` }),
});

/** The type of munition. Words may say how it came as well: "cluster rockets from a launcher" answers two questions. */
export const munition: Question<MunitionReading> = {
  ...choice,
  read: (reply, { parsers }) => (reply.kind === 'text' ? parsers.munition(reply.text) : undefined),
  answer: (reply, view) => {
    if (reply.kind === 'none' || reply.kind === 'evidence') return choice.answer(reply, view);
    const { munition: type, delivery } = reply.reading ?? {};
    if (type?.kind !== 'one' || delivery === undefined)
      return choice.answer({ ...reply, reading: type }, view);
    const { terms } = view.t;
    const understood = html`${terms.munitions[type.code]}${deliveryText(delivery, view.t)}`;
    return answered(view, { munition: type.code, delivery }, understood);
  },
};
