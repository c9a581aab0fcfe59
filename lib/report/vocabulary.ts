/**
 * The closed vocabularies of a report. Codes are stored: add to them, never rename or remove one.
 * Their sources stand beside each; their wording for people is in bot/locales.
 */

/** Cluster Munition Monitor keeps casualties of the attack apart from those of what it left behind. */
export const phases = ['attack', 'remnant', 'unknown'] as const;
export type Phase = (typeof phases)[number];

/** What was seen or heard. Asked before the type, because most people know only this. */
export const effects = [
  'one_big_explosion',
  'many_small_explosions',
  'whistling_series',
  'drone_then_explosion',
  'fire_hard_to_put_out',
  'object_found_unexploded',
  'explosion_when_touched',
  'other',
  'unknown',
] as const;
export type Effect = (typeof effects)[number];

/** Cluster munition as in the Convention on Cluster Munitions, Art. 2 (mines are not included). */
export const munitions = [
  'cluster_munition',
  'rocket_artillery',
  'tube_artillery',
  'mortar',
  'tank_or_direct_fire',
  'ballistic_missile',
  'cruise_missile',
  'air_defence_missile',
  'guided_bomb',
  'unguided_bomb',
  'loitering_munition',
  'dropped_by_drone',
  'incendiary',
  'thermobaric',
  'anti_personnel_mine',
  'anti_vehicle_mine',
  'scatterable_mine',
  'unexploded_submunition',
  'other_unexploded',
  'improvised_device',
  'grenade',
  'chemical_agent',
  'small_arms',
  'other',
  'unknown',
] as const;
export type Munition = (typeof munitions)[number];

/** Kinds of munitions that a map tells apart. What is not known, or is none of the others, is `other`. */
export const families = ['cluster', 'artillery', 'missile', 'bomb', 'drone', 'mine', 'other'] as const;
export type Family = (typeof families)[number];

/**
 * What the product knows of a munition. `word` stands for it in callback data, where bytes count: add words, never change or
 * reuse one. `family` is its kind on maps. `found`: `lying` for mines and what did not explode, `laid` for what somebody planted; whoever stands beside one
 * is told to leave before any question is asked. `takenFor`: munitions further down the list that people mistake it for, or
 * that are found together with it.
 */
type MunitionTraits = Readonly<{
  word: string;
  family: Family;
  found?: 'lying' | 'laid';
  takenFor: readonly Munition[];
}>;
export const munitionTraits: Readonly<Record<Munition, MunitionTraits>> = {
  cluster_munition: {
    word: 'cl',
    family: 'cluster',
    takenFor: ['rocket_artillery', 'ballistic_missile', 'unexploded_submunition'],
  },
  rocket_artillery: {
    word: 'ra',
    family: 'artillery',
    takenFor: [
      'tube_artillery',
      'mortar',
      'tank_or_direct_fire',
      'incendiary',
      'thermobaric',
      'unexploded_submunition',
    ],
  },
  tube_artillery: { word: 'ta', family: 'artillery', takenFor: ['mortar', 'tank_or_direct_fire'] },
  mortar: { word: 'mo', family: 'artillery', takenFor: ['tank_or_direct_fire'] },
  tank_or_direct_fire: { word: 'df', family: 'artillery', takenFor: [] },
  ballistic_missile: { word: 'bm', family: 'missile', takenFor: ['cruise_missile', 'air_defence_missile'] },
  cruise_missile: {
    word: 'cm',
    family: 'missile',
    takenFor: ['air_defence_missile', 'loitering_munition', 'dropped_by_drone'],
  },
  air_defence_missile: { word: 'ad', family: 'missile', takenFor: [] },
  guided_bomb: { word: 'gb', family: 'bomb', takenFor: ['unguided_bomb', 'thermobaric'] },
  unguided_bomb: { word: 'ub', family: 'bomb', takenFor: ['thermobaric'] },
  loitering_munition: { word: 'lm', family: 'drone', takenFor: ['dropped_by_drone'] },
  dropped_by_drone: { word: 'dd', family: 'drone', takenFor: ['grenade'] },
  incendiary: { word: 'in', family: 'other', takenFor: ['thermobaric'] },
  thermobaric: { word: 'tb', family: 'other', takenFor: [] },
  anti_personnel_mine: {
    word: 'ap',
    family: 'mine',
    found: 'lying',
    takenFor: ['scatterable_mine', 'unexploded_submunition', 'other_unexploded', 'improvised_device'],
  },
  anti_vehicle_mine: {
    word: 'av',
    family: 'mine',
    found: 'lying',
    takenFor: ['other_unexploded', 'improvised_device'],
  },
  scatterable_mine: {
    word: 'sm',
    family: 'mine',
    found: 'lying',
    takenFor: ['unexploded_submunition', 'other_unexploded', 'improvised_device'],
  },
  unexploded_submunition: {
    word: 'us',
    family: 'mine',
    found: 'lying',
    takenFor: ['other_unexploded', 'improvised_device'],
  },
  other_unexploded: { word: 'ou', family: 'mine', found: 'lying', takenFor: ['improvised_device'] },
  improvised_device: { word: 'id', family: 'mine', found: 'laid', takenFor: [] },
  grenade: { word: 'gr', family: 'other', takenFor: [] },
  chemical_agent: { word: 'ch', family: 'other', takenFor: [] },
  small_arms: { word: 'sa', family: 'other', takenFor: [] },
  other: { word: 'ot', family: 'other', takenFor: [] },
  unknown: { word: 'un', family: 'other', takenFor: [] },
};

/** What has not exploded. Whoever asks for these asks for what is suspected, too. */
export const unexplodedItems = [
  'unexploded_submunition',
  'other_unexploded',
] as const satisfies readonly Munition[];

/**
 * What carried the munition to the place: a cluster munition may come by missile, rocket launcher, shell or bomb, and
 * sources say which ("delivered by missile", "by multiple rocket launcher").
 */
export const deliveries = [
  'missile',
  'rocket_launcher',
  'artillery_shell',
  'aircraft',
  'drone',
  'ship',
  'planted',
  'unknown',
] as const;
export type Delivery = (typeof deliveries)[number];

/** How the witness knows the kind of munition. */
export const knownBys = ['saw', 'heard', 'remains', 'told', 'guess', 'unknown'] as const;
export type KnownBy = (typeof knownBys)[number];

/** What was hit; several may apply. `civilian`: the source says no more than that the place was civilian. */
export const areas = [
  'residential',
  'industrial',
  'administrative',
  'healthcare',
  'school_or_childcare',
  'commercial',
  'religious',
  'cultural',
  'transport',
  'humanitarian',
  'food',
  'energy',
  'civilian',
  'military',
  'open_land',
  'other',
  'unknown',
] as const;
export type Area = (typeof areas)[number];

/** Groups of people counted apart within killed or injured, where a source names them (OHCHR's and the Monitor's cells). */
export const casualtyGroups = [
  'children',
  'women',
  'men',
  'medics',
  'rescuers',
  'journalists',
  'humanitarian_workers',
] as const;
export type CasualtyGroup = (typeof casualtyGroups)[number];

/** How the reporter knows of the incident: first hand, from somebody, or from a named source. */
export const ownSources = ['own_eyes', 'own_ears', 'aftermath', 'told'] as const;
export const namedSources = [
  'prosecutor',
  'regional_administration',
  'government',
  'united_nations',
  'monitor',
  'newsroom',
  'ngo',
  'social_media',
] as const;
/** `unknown`: the reporter does not want to say. */
export const sources = [...ownSources, ...namedSources, 'unknown'] as const;
export type SourceKind = (typeof sources)[number];

/** The state of a claim about who did it. It is always somebody's claim, never the product's. */
export const attributionStatuses = ['alleged', 'acknowledged', 'contested', 'unknown'] as const;
export type AttributionStatus = (typeof attributionStatuses)[number];

/** Why a report was not approved. `other` comes with words. */
export const rejectionReasons = [
  'not_munition_use',
  'not_enough_detail',
  'duplicate',
  'outside_area',
  'military_position',
  'second_hand',
  'inconsistent',
  'abuse',
  'unsafe_to_publish',
  'other',
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** Common follow-up questions, which are sent in the witness's language. */
export const questionTemplates = [
  'when_exactly',
  'where_exactly',
  'what_seen',
  'munition_known_how',
  'how_many_harmed',
  'what_was_hit',
  'photo_or_video',
  'source_link',
  'still_dangerous',
] as const;
export type QuestionTemplate = (typeof questionTemplates)[number];

/** What is known of unexploded items that an incident left behind. */
export const contaminationStates = ['suspected', 'marked', 'cleared'] as const;
export type ContaminationState = (typeof contaminationStates)[number];

/** Why a number of people that a source gives does not count in an incident. */
export const asideReasons = ['outdated', 'other_incidents', 'copied', 'contradicted'] as const;
export type AsideReason = (typeof asideReasons)[number];
