/** From and to, both inclusive, as dates (`2026-03-14`). */
export type Period = Readonly<{ from: string; to: string }>;
