import { quotaMessages } from './quota.ts';
import { refusedMessages } from './refused.ts';
import { count } from './typography.ts';

/** What a person reads of: the HTTP API, in problems and on the page that stands in for a missing one. */
export const httpMessages = {
  titles: {
    usage: 'The request is not one that this address takes',
    'invalid-data': 'What was sent cannot be used',
    'not-found': 'Not found',
    unavailable: 'Something that Skein needs does not answer',
    'wrong-host': 'This host name is not served here',
    'foreign-origin': 'Another page may not change anything here',
    'method-not-allowed': 'This address takes no such request',
    conflict: 'What was asked does not go with what is there now',
    ended: 'It was ended before it was done',
    'too-large': 'What was sent is too large',
    unsupported: 'What was sent is in a form that is not read here',
    'too-many': 'More is sent than can be taken',
    busy: 'Skein is at work on the graph',
    'sign-in': 'Who asks is not known',
    'second-factor': 'A code is needed beside the password',
    forbidden: refusedMessages.forbiddenTitle,
    masked: refusedMessages.maskedTitle,
    marked: 'This may show what only some may know of',
    internal: 'Skein made a mistake',
  },
  badRequest:
    'See `errors` for what is wrong with the request, and /api/v1/openapi.json for what it takes.',
  unknownParameter: (name: string) => `unknown parameter ${name}`,
  internal:
    'The log on the server says more. Nothing was changed. Please report it with the time of the request.',
  databaseAway:
    'The database does not answer. Skein tries again with every request; `skein db status` says more.',
  unreadableUrl: 'The address holds a percent sign that encodes nothing; write % as %25.',
  notPacked: (encoding: string, reason: string) =>
    `The body is not the ${encoding} that its Content-Encoding says, or is cut off (${reason}): pack it anew and whole, or send it without that header.`,
  unsupported: (reason: string) =>
    `The body is in a form that is not read here (${reason}): send it as UTF-8, plain or with the Content-Encoding gzip, deflate or br.`,
  unreadableBody: (reason: string) =>
    `What was sent cannot be read (${reason}). Send JSON with the content type application/json.`,
  wrongHost: (host: string) =>
    `The request names the host "${host}". It is not one that this server is known by: use the address that \`skein up\` printed, or name this one in SKEIN_PUBLIC_URL.`,
  tooManyWait: (waiting: number, seconds: number) =>
    `${count(waiting, 'request waits', 'requests wait')} already, more than can be answered soon: ask again in ${seconds} s.`,
  methodNotAllowed: (method: string, possible: string) =>
    `${method} is not possible here; this address takes ${possible}.`,
  bodyTooLong: (most: number | undefined) =>
    `What was sent is too large${most === undefined ? '' : `: at most ${quotaMessages.bodyLimit(most)} are taken, unpacked`}. Send less at once.`,
  noRoute: (path: string) =>
    `There is nothing at ${path}. /api/v1/openapi.json lists all there is.`,
  noNode: (ref: string) => `There is no node ${ref} in the graph.`,
  noFinding: (id: string) => `The latest run has no finding ${id}.`,
  noCluster: (id: string) => `The latest run has no cluster ${id}.`,
  noSource: (sha256: string) => `No file with the SHA-256 ${sha256} was loaded.`,
  badRef: (types: readonly string[]) =>
    `is no reference to a node; write it as type:id, such as account:a17; types are ${types.join(', ')}`,
  noRelationKind: (type: string) => `There is no kind of relation "${type}".`,
  oneOf: (known: readonly string[]) => `is not one of ${known.join(', ')}`,
  badCursor: 'is no cursor of this list; leave it out to begin at the start',
  exportOne: 'Give one of cluster, finding, account, board or nodes.',
  pageMissing:
    'The page is not built yet. Run `npm start`, or `npm run build`, in the checkout; the API at /api/v1 is up.',
  portInUse: (host: string, port: number) =>
    `Port ${port} on ${host} is in use by another program. Stop that one, or set SKEIN_PORT to another port.`,
  noFreePort: (host: string, first: number, last: number) =>
    `Every port from ${first} to ${last} on ${host} is in use. Set SKEIN_PORT to a free one.`,
  tls: {
    unreadable: (path: string, why: string) =>
      `${path}, which SKEIN_TLS_CERT or SKEIN_TLS_KEY names, cannot be read (${why}): check the path, its owner and mode.`,
    unusable: (cert: string, key: string, why: string) =>
      `${cert} and ${key} are no certificate in PEM and the key that belongs to it (${why}).`,
  },
  noSuchHost: (host: string) =>
    `This machine has no address ${host}. Set SKEIN_HOST to 127.0.0.1 or to one of its own.`,
  portNotAllowed: (port: number) =>
    `Port ${port} may not be opened by this user. Set SKEIN_PORT to one above 1023.`,
} as const;
