import { count } from './typography.ts';

/** What is said of single sign-on (OpenID Connect): of its settings, and where somebody does not come in by it. */
export const signOnMessages = {
  settings: {
    issuer:
      'is no address of a provider: write it as https://host or https://host/path, as the provider calls itself (`issuer` in its /.well-known/openid-configuration); http only on this machine',
    name: 'is too long: at most 60 letters, which stand on a button',
    scope: 'must hold openid, as in: openid profile email groups',
    missing: {
      SKEIN_OIDC_ISSUER: (set: string) =>
        `is missing: ${set} is set, so say which provider signs people in, as https://host`,
      SKEIN_OIDC_CLIENT_ID: (set: string) =>
        `is missing: ${set} is set, so say as which client the provider knows Skein`,
      SKEIN_OIDC_ROLES: (set: string) =>
        `is missing: ${set} is set, and without a group that has a role nobody could come in; write it as analyst=group;lead=other group`,
    },
    twoSecrets: (other: string) => `and ${other} are both set: keep one`,
    roles: (pair: string, roles: readonly string[]) =>
      `does not say which group has which role ("${pair}"): write role=group, with semicolons between; roles are ${roles.join(', ')}`,
    groupTwice: (group: string) => `names the group "${group}" twice: give it one role`,
    secretFile: (variable: string, file: string, why: string) =>
      `${variable} names ${file}, which cannot be read: ${why}.`,
    secretEmpty: (variable: string, file: string) =>
      `${variable} names ${file}, which is empty: write the secret into it.`,
  },
  off: 'Nobody signs in by another provider here: SKEIN_OIDC_ISSUER is not set.',
  away: (name: string, why: string) =>
    `${name} does not answer (${why}), so nobody can sign in by it now. Try again later; with a password you can come in meanwhile.`,
  manyWait: (name: string, waiting: number) =>
    `${name} is slow, and ${count(waiting, 'sign-in waits', 'sign-ins wait')} for it already: try again in a moment. With a password you can come in meanwhile.`,
  notOidc: (name: string, issuer: string, why: string) =>
    `${name} does not say at ${issuer}/.well-known/openid-configuration how to sign in (${why}): check SKEIN_OIDC_ISSUER.`,
  otherIssuer: (name: string, issuer: string) =>
    `${name} calls itself otherwise than ${issuer}: set SKEIN_OIDC_ISSUER to what it says itself, to the letter.`,
  badClient: (name: string) =>
    `${name} does not know Skein by the client that is set: check SKEIN_OIDC_CLIENT_ID and SKEIN_OIDC_CLIENT_SECRET.`,
  badScope: (name: string, scope: string) =>
    `${name} does not give what is asked for ("${scope}"): check SKEIN_OIDC_SCOPE.`,
  refused: (name: string, error: string, description: string) =>
    `${name} refused: ${error}${description === '' ? '' : ` (${description})`}.`,
  badAnswer: (name: string, why: string) =>
    `${name} answered in a way that cannot be trusted (${why}): nobody was let in.`,
  denied: (name: string) => `${name} did not let you in, or you broke off there.`,
  notYours: (name: string) =>
    `This answer of ${name} belongs to no sign-in that this browser has begun, or it took too long: begin anew.`,
  noGroups: (name: string, claim: string) =>
    `${name} says no groups of you (no claim "${claim}"), so you cannot come in. Either you are in none, or it is to send them, or SKEIN_OIDC_GROUPS is to name another claim.`,
  noGroup: (name: string, who: string) =>
    `${name} knows you as ${who}, but in no group that may come in here. Ask whoever keeps its groups.`,
  noName: (name: string) =>
    `${name} does not say what you are called (no claim "preferred_username" or "email"): have it send one of them, or add it to SKEIN_OIDC_SCOPE.`,
  taken: (name: string, who: string) =>
    `There is another person called ${who} here, who does not come in by ${name}. If that is you, ask an administrator to let you: People, or \`skein people sign-on ${who} on\`.`,
  isOff: (who: string) => `${who} is switched off here: ask an administrator.`,
  noPassword: (who: string) => `${who} comes in by single sign-on, and so has no password here.`,
  noLink: (who: string) =>
    `${who} comes in by single sign-on, and so by no link: have them sign in there, or end that first (\`skein people sign-on ${who} off\`).`,
  noRole: (who: string) =>
    `The role of ${who} follows their groups at every sign-in: change their groups, or SKEIN_OIDC_ROLES.`,
  atStart: (problem: string) => `Single sign-on does not work yet: ${problem}`,
} as const;
