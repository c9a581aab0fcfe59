import { canonical } from '../history/event.ts';
import type { Hold, Incident, Judgement } from '../incident/incident.ts';

/**
 * Why what moderators said of two incidents cannot go on as one. `judgements_differ`: both have a grade, or a word on
 * unexploded items, and not the same: one of them would be lost. `would_unpublish`: the one that reports go to is not
 * released yet. `still_held`: the one that they leave is held, and the other published.
 */
export type CarryRefusal = 'judgements_differ' | 'would_unpublish' | 'still_held';

/** Reports on their way: from an incident, all of its reports or some, into another; without `into`, a new one. */
type Move = Readonly<{ from: Incident; isWhole: boolean; into: Incident | undefined; at: string }>;

/**
 * What moderators said of an incident goes with its reports, wherever they go: its hold (the later one wins), its grade, its
 * claims and its contamination. Only `confirmed` is said of all reports together, and stays with those that are left. Nothing
 * is dropped: where two cannot both hold, it is refused, and a moderator makes them the same first.
 */
export const carryJudgement = ({ from, isWhole, into, at }: Move): Judgement | CarryRefusal => {
  const given = {
    ...from,
    assessment: isWhole || from.assessment !== 'confirmed' ? from.assessment : undefined,
  };
  // What was said of an incident that is retracted stands back behind what is said of one that is not.
  if (
    into &&
    from.status !== 'retracted' &&
    (['assessment', 'contamination'] as const).some(of => differ(given[of], into[of]))
  )
    return 'judgements_differ';
  if (from.status === 'published' && into?.status === 'embargoed') return 'would_unpublish';
  const isHeld = from.status !== 'published' && from.hold && !from.hold.earlier && from.hold.at > at;
  if (into?.status === 'published' && isHeld) return 'still_held';
  return {
    assessment: into?.assessment ?? given.assessment,
    contamination: into?.contamination ?? from.contamination,
    further: claimsOf(into, from),
    hold: laterHold(from, into),
  };
};

const differ = (one: unknown, other: unknown): boolean =>
  one !== undefined && other !== undefined && canonical(one) !== canonical(other);

/** All claims of both, each once. */
const claimsOf = (into: Incident | undefined, from: Incident): Judgement['further'] => {
  const own = into?.further ?? [];
  const known = new Set(own.map(canonical));
  const all = [...own, ...(from.further ?? []).filter(claim => !known.has(canonical(claim)))];
  return all.length > 0 ? all : undefined;
};

/**
 * The hold of both together. An admin's earlier release holds for what the admin saw: it goes on only where nothing that
 * comes along would be released before its own time by it.
 */
const laterHold = (from: Incident, into: Incident | undefined): Hold | undefined => {
  const holds = [into?.hold, from.hold].flatMap(hold => hold ?? []);
  const [later] = holds.filter(({ earlier }) => !earlier).toSorted((a, b) => (a.at > b.at ? -1 : 1));
  if (later) return later;
  if (!into?.hold) return undefined;
  if (from.hold) return from.hold.at > into.hold.at ? from.hold : into.hold;
  return from.status !== 'embargoed' || from.releaseAt <= into.hold.at ? into.hold : undefined;
};
