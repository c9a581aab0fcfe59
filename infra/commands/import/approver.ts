import { allPseudonyms, type Identity } from '../../../lib/identity/identity.ts';
import type { Policy } from '../../../lib/policy.ts';
import type { Approval } from '../../../lib/review/bring-in.ts';
import type { Store } from '../../../lib/store/store.ts';
import { UsageError } from '../command.ts';

/** Who says that they approve, by Telegram id as it was typed, and who may: ADMINS as deployed, beside the admins of the team. */
type Claim = Readonly<{ typed: string; admins: string }>;

/**
 * An admin's approval of all rows. The id is a person's, so it is neither printed nor stored: histories have the pseudonym that
 * everything else this admin decides has. Throws `UsageError` for anybody else, and where two must approve.
 */
export const approvalOf = async (
  { typed, admins }: Claim,
  {
    store,
    identity,
    rules,
  }: Readonly<{ store: Pick<Store, 'members'>; identity: Identity; rules: Pick<Policy, 'approvalsNeeded'> }>,
): Promise<Approval> => {
  if (rules.approvalsNeeded > 1)
    throw new UsageError(
      'Here two moderators must approve each report (APPROVALS=2): import without --approve, into the queue.',
    );
  const id = /^\d{1,16}$/.test(typed.trim()) ? Number(typed) : undefined;
  if (id === undefined) throw new UsageError('An admin is named by the number of their Telegram account.');
  const isConfigured = admins.split(',').some(one => one.trim() === String(id));
  const members = await Promise.all(
    allPseudonyms(identity).map(pseudonyms => store.members.read(pseudonyms.member(id))),
  );
  if (!isConfigured && !members.some(member => member?.role === 'admin'))
    throw new UsageError(
      'Only an admin approves what is imported, and this is none: admins are named in ADMINS, or in /team.',
    );
  return {
    by: identity.member(id),
    checklist: { militaryPosition: false, identifiesPerson: false, graphic: false },
  };
};
