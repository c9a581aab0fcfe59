/** The grades that are counted, each apart. What was discounted is counted nowhere. */
export const countedGrades = ['confirmed', 'corroborated', 'single_source', 'contested'] as const;
export type CountedGrade = (typeof countedGrades)[number];
