import { isAbsolute } from 'node:path';
import type { AllowList } from '../../../domain/allowed.ts';
import type { Plan, Schedule, ShownSchedule } from '../../../domain/input/schedule.ts';
import { InvalidDataError, type Detail } from '../../platform/problems.ts';
import { readAllowList, type Allowing } from '../../platform/reach/allow-list.ts';
import { inboxRefused, recipientRefused } from '../../platform/reach/recipients.ts';

/** What of a plan the operator does not allow: field by field, with what to have allowed. */
export async function notAllowedIn(
  { inbox, recipients }: Pick<Plan, 'inbox' | 'recipients'>,
  allowList: AllowList,
): Promise<Detail[]> {
  const faults: Detail[] = [];
  // What is no whole path is refused for that.
  const asked = inbox !== null && isAbsolute(inbox);
  const ofInbox = asked ? await inboxRefused(inbox, allowList) : null;
  if (ofInbox !== null) faults.push({ where: 'inbox', problem: ofInbox });
  for (const [at, recipient] of recipients.entries()) {
    const problem = await recipientRefused(recipient, allowList);
    if (problem !== null) faults.push({ where: `recipients.${at}`, problem });
  }
  return faults;
}

/**
 * Refuses a plan that reads or sends where the operator does not allow it. What stood in it before may stay, so that such
 * a schedule can still be switched off or put right piece by piece. Throws InvalidDataError.
 */
export async function checkPlanAllowed(
  plan: Plan,
  settings: Allowing,
  before: Plan | null = null,
): Promise<void> {
  const known = new Set(before?.recipients.map((recipient) => JSON.stringify(recipient)));
  const kept = (where: string) =>
    where === 'inbox'
      ? plan.inbox === before?.inbox
      : known.has(JSON.stringify(plan.recipients[Number(where.split('.')[1])]));
  const faults = (await notAllowedIn(plan, await readAllowList(settings))).filter(
    ({ where }) => !kept(where),
  );
  if (faults.length > 0) throw new InvalidDataError(faults[0]!.problem, faults);
}

/** Schedules with what of each is not allowed, or is no more. One that is retired needs nothing. */
export async function withNotAllowed(
  schedules: readonly Schedule[],
  settings: Allowing,
): Promise<ShownSchedule[]> {
  const allowList = await readAllowList(settings);
  return Promise.all(
    schedules.map(async (schedule) => ({
      ...schedule,
      not_allowed: schedule.retired === null ? await notAllowedIn(schedule, allowList) : [],
    })),
  );
}
