/**
 * A whole report as somebody tells it, in steps of `go`: some answers pressed, some typed. It begins at the first
 * question; the last answer is followed by the preview and by sending.
 */
export const answersOfReport = [
  'attack',
  '=Malokaterynivka',
  '=yesterday at 14:30',
  'many_small_explosions',
  'cluster_munition',
  'rocket_launcher',
  'remains',
  '=nobody',
  '=8, 3 of them medics',
  'only_healthcare',
  'own_eyes',
  '=I saw it from the window: first one bang, then many small ones all over the yard.',
  '_none',
] as const;

export const sendingOfReport = ['send'] as const;
