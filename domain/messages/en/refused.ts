import type { Permission, Role } from '../../people.ts';

const roleMany: Readonly<Record<Role, string>> = {
  viewer: 'viewers',
  analyst: 'analysts',
  lead: 'leads',
  admin: 'administrators',
  auditor: 'auditors',
};

/** What each permission lets one do. */
const permissions: Readonly<Record<Permission, string>> = {
  look: 'look at what is loaded and found',
  see: 'see personal data as it is',
  work: 'judge, keep cases and boards, ask queries and export',
  lead: 'decide what holds for all: exceptions, parameters, schedules, loads and lists',
  administer: 'say who may come in',
  audit: 'read who did what',
};

/** What is said in the place of what somebody may not do, or sees masked; the page says it without asking. */
export const refusedMessages = {
  roleMany,
  permissions,
  forbidden: (it: { name: string; role: string; what: string; who: readonly string[] }) =>
    `${it.name} is ${/^[aeiou]/.test(it.role) ? 'an' : 'a'} ${it.role}. To ${it.what} is for ${it.who.join(' and ')}: ask one of them.`,
  forbiddenTitle: 'This is for others to do',
  maskedTitle: 'This shows personal data',
  masked:
    'This shows personal data, which is masked for you. Show it with a reason, in the line at the top of the page: that is recorded, and holds for an hour. Or ask an analyst, a lead or an administrator.',
  /** In the place of a list or a figure. */
  maskedHere: 'This is masked for you, as it names people.',
  forHere: (who: readonly string[]) => `This is for ${who.join(' and ')}.`,
  empty: {
    hint: (who: readonly string[]) =>
      `Nothing is loaded, so there is nothing to look at yet. To load is for ${who.join(' and ')}: ask one of them. This page goes on by itself.`,
    noRun: (who: readonly string[]) =>
      `Nothing is found yet, as nobody has run the detectors over what is loaded. To run them is for ${who.join(', ')}: ask one of them. This page goes on by itself.`,
    mayLook:
      'Once there is something, you may look at it: clusters, findings and what they rest on.',
    mayWork:
      'Once there is something, you may judge it, keep cases and boards, ask queries and export.',
  },
  load: (who: readonly string[]) =>
    `Data are brought in by ${who.join(' and ')}: ask one of them. What is loaded shows on the overview.`,
} as const;
