import type { Person } from '../people/person.ts';
import type { World, WorldEvent } from '../world/world.ts';

/** What the page needs of the stand-in. */
export interface PageContext {
  readonly world: World;
  /** What to call people, by user id, in the order of their phones. */
  readonly roles: ReadonlyMap<number, string>;
  /** Codes of the languages that a phone can be set to. */
  readonly languages: readonly string[];
  /** Places to share with one click. */
  readonly places: readonly Place[];
  /** A line at the top. */
  readonly note: string;
  person(id: number): Person;
  /** Calls back at every event until the function returned is called. */
  watch(watcher: (event: WorldEvent) => void): () => void;
  /** Moves Telegram's clock forward. */
  advance(ms: number): void;
}

export interface Place {
  readonly name: string;
  /** Degrees. */
  readonly latitude: number;
  readonly longitude: number;
}
