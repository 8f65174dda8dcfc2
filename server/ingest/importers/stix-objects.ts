/** What a node is in STIX 2.1: an observable, an identity or a piece of infrastructure. */
import { isIP, isIPv6 } from 'node:net';
import { v5 as uuid } from 'uuid';
import { formatRef, nodeType } from '../../../domain/schema/graph.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import { asText } from '../../platform/stored-text.ts';

export interface StixObject extends Record<string, unknown> {
  type: string;
  id: string;
}

/** Of observables the standard (section 2.9) says how their id follows from what they are. */
const observables = '00abedb4-aa42-466c-9c01-fed23315a9b7';
/** Of all other objects: ours. */
const ours = uuid('skein', observables);

/** `of` is what makes it the object that it is. */
export function idOf(type: string, of: string): string {
  return `${type}--${uuid(`${type} ${of}`, ours)}`;
}

/** Skein itself, which makes what it writes. */
export const makerId = idOf('identity', 'skein');
/** How a reference to a node of Skein is named among the external ones. */
export const skeinSource = 'skein';
/** An account without a platform has this as its type, a payment account its kind after the other. */
export const accountType = { plain: 'account', payment: 'payment-account-', noKind: 'other' };
/** The first label of a watchlist entry; the second names the list. */
export const entryLabel = 'watchlist-entry';

/** As the standard wants a time: with milliseconds; of what has none, the first that there is. */
export function dated(time: string | null): string {
  return new Date(time ?? 0).toISOString();
}

/** What a node is there, its type says; null for what has no form there. */
export function objectOf(node: WholeNode, by: string, at: string): StixObject | null {
  const { type, id, caption, values } = node;
  const form = nodeType(type).stix;
  switch (form) {
    case 'account':
      return userAccount(node, asText(values['platform']) || accountType.plain, [
        'handle',
        'display_name',
      ]);
    case 'payment-account':
      return userAccount(
        node,
        `${accountType.payment}${asText(values['kind']) || accountType.noKind}`,
        ['handle', 'holder_name'],
      );
    case 'ip-address':
      // A pseudonym is no address, and the standard takes none for one.
      return isIP(id)
        ? observable(isIPv6(id) ? 'ipv6-addr' : 'ipv4-addr', { value: id }, {})
        : described(node, 'infrastructure', { name: caption }, by, at);
    case 'url':
      return observable('url', { value: id }, {});
    case 'file':
      return /^[0-9a-f]{64}$/i.test(asText(values['sha256']))
        ? observable('file', { hashes: { 'SHA-256': asText(values['sha256']).toLowerCase() } }, {})
        : null;
    case 'infrastructure':
      return described(node, 'infrastructure', { name: caption }, by, at);
    case 'individual':
    case 'organization':
      return described(node, 'identity', { name: caption, identity_class: form }, by, at);
    case 'list-entry': {
      const kinds: Record<string, string> = { person: 'individual', company: 'organization' };
      const identity = kinds[asText(values['kind'])] ?? 'unknown';
      const labels = [entryLabel, asText(values['list'])];
      return described(
        node,
        'identity',
        { name: caption, identity_class: identity, labels },
        by,
        at,
      );
    }
    case null:
      return null;
  }
}

/** Login and name, from the columns given. */
function userAccount(
  { id, values }: WholeNode,
  kind: string,
  [login, name]: readonly [string, string],
): StixObject {
  const filled = Object.entries({ account_login: values[login], display_name: values[name] })
    .filter(([, value]) => asText(value) !== '')
    .map(([property, value]) => [property, asText(value)]);
  const { account_login, display_name } = Object.fromEntries(filled) as Record<string, string>;
  return observable(
    'user-account',
    { user_id: id, account_type: kind, ...(account_login && { account_login }) },
    {
      ...(display_name && { display_name }),
      ...(typeof values['created_at'] === 'string' && {
        account_created: dated(values['created_at']),
      }),
    },
  );
}

/** `identifying` is what its id follows from. */
function observable(type: string, identifying: object, more: object): StixObject {
  const id = `${type}--${uuid(canonicalJson(identifying), observables)}`;
  return { type, id, spec_version: '2.1', ...identifying, ...more };
}

function described(node: WholeNode, type: string, is: object, by: string, at: string): StixObject {
  const id = idOf(type, formatRef(node));
  return {
    type,
    id,
    spec_version: '2.1',
    created: at,
    modified: at,
    created_by_ref: by,
    ...is,
    external_references: [{ source_name: skeinSource, external_id: formatRef(node) }],
  };
}
