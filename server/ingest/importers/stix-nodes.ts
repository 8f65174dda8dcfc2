/** What an object of STIX is here: the row that describes it, or that it has no place. */
import { isIp } from '../../../domain/input/ip.ts';
import { parseRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { files } from '../../../domain/schema/schema.ts';
import { accountType, entryLabel, skeinSource, type StixObject } from './stix-objects.ts';
import { listCell, type EntityFile, type EntityRow } from './entity-columns.ts';
import { referencesOf, textOf, textsOf } from './stix-bundle.ts';

export interface StixNode {
  type: NodeRef['type'];
  file: EntityFile;
  /** As the contract names it; of an entry without its list. */
  id: string;
  row: EntityRow;
}

/** What is asked of the bundle as a whole. */
export interface Surroundings {
  /** Skein wrote it, so that accounts bear the ids that they have in Skein. */
  ofSkein: boolean;
  /** What a watchlist is called whose entries have neither label nor author. */
  list: string;
  /** Identities that wrote objects and are the end of no relationship: who tells, and nobody told of. */
  authors: ReadonlySet<string>;
  find: (id: unknown) => StixObject | undefined;
}

/** Of what has no place, the property that decides it; undefined when the type does. */
export interface NoPlace {
  why: string | undefined;
}

/** Indicators, relationships and addresses of mail are read elsewhere. */
export function nodeOf(object: StixObject, around: Surroundings): StixNode | NoPlace {
  switch (object.type) {
    case 'user-account':
      return userAccount(object, around);
    case 'ipv4-addr':
    case 'ipv6-addr':
      return address(object, around);
    case 'domain-name':
    case 'url':
      return website(object);
    case 'identity':
    case 'infrastructure':
      return identity(object, around);
    case 'threat-actor':
    case 'intrusion-set':
    case 'campaign':
      return textOf(object, 'name') === undefined ? { why: 'name' } : listed(object, around);
    default:
      return { why: undefined };
  }
}

/** An address as it stands, a network of one address too; null for anything else. */
export function addressIn(value: string): string | null {
  const [, address = ''] = /^(.*?)(?:\/(?:32|128))?$/.exec(value.trim()) ?? [];
  return isIp(address) ? address : null;
}

/** An entry of the list that the object names, or its author's. */
export function listed(object: StixObject, around: Surroundings): StixNode {
  const person =
    object['identity_class'] === 'individual' || object['resource_level'] === 'individual';
  const [label, named] = textsOf(object, 'labels');
  const author = textOf(around.find(object['created_by_ref']) ?? {}, 'name');
  const own = skeinRef(object);
  const id = own?.id ?? object.id;
  const row = {
    entry_id: id,
    list: (label === entryLabel ? named : author) ?? around.list,
    name: textOf(object, 'name'),
    aliases: listCell([...textsOf(object, 'aliases'), ...textsOf(object, 'x_opencti_aliases')]),
    kind: person ? 'person' : object['identity_class'] === 'organization' ? 'company' : '',
    // When Skein wrote it says nothing of the list.
    listed_on: own ? undefined : dayOf(textOf(object, 'valid_from') ?? textOf(object, 'created')),
    remarks: remarksOf(object),
    stix_id: object.id,
  };
  return { type: 'watchlist_entry', file: 'watchlist', id, row };
}

/** The node of Skein that an object was written from. */
function skeinRef(object: StixObject): NodeRef | null {
  const own = referencesOf(object).find((one) => one['source_name'] === skeinSource);
  return parseRef(textOf(own ?? {}, 'external_id') ?? '');
}

/** A whole day; undefined for anything else. */
export function dayOf(time: string | undefined): string | undefined {
  return /^\d{4}-\d\d-\d\d(?=T|$)/.exec(time ?? '')?.[0];
}

function userAccount(object: StixObject, { ofSkein }: Surroundings): StixNode | NoPlace {
  const user = textOf(object, 'user_id');
  const kind = textOf(object, 'account_type') ?? '';
  const shown = textOf(object, 'display_name');
  if (ofSkein && user === undefined) return { why: 'user_id' };
  if (ofSkein && kind.startsWith(accountType.payment)) return paymentAccount(user!, kind, object);
  const id = ofSkein ? user! : object.id;
  const login = textOf(object, 'account_login');
  const row = {
    account_id: id,
    platform: ofSkein && kind === accountType.plain ? undefined : kind,
    handle: login ?? (ofSkein ? undefined : user),
    display_name: shown,
    status: object['is_disabled'] === true ? 'suspended' : undefined,
    created_at: textOf(object, 'account_created'),
    user_id: ofSkein ? undefined : user,
    stix_id: object.id,
  };
  return { type: 'account', file: 'accounts', id, row };
}

function paymentAccount(id: string, type: string, object: StixObject): StixNode {
  const kind = type.slice(accountType.payment.length);
  const kinds: readonly string[] = files.payment_accounts.columns.kind.values;
  const row = {
    payment_account_id: id,
    kind: kinds.includes(kind) ? kind : undefined,
    holder_name: textOf(object, 'display_name'),
    stix_id: object.id,
  };
  return { type: 'payment_account', file: 'payment_accounts', id, row };
}

function address(object: StixObject, { find }: Surroundings): StixNode | NoPlace {
  const ip = addressIn(textOf(object, 'value') ?? '');
  if (ip === null) return { why: 'value' };
  const [network] = networksOf(object).map(find);
  const number = network?.['number'];
  const row = {
    ip,
    asn: typeof number === 'number' ? `AS${String(number)}` : undefined,
    as_name: textOf(network ?? {}, 'name'),
    stix_id: object.id,
  };
  return { type: 'ip', file: 'ips', id: ip, row };
}

/** The ids of the autonomous systems of an address. */
export function networksOf(object: StixObject): string[] {
  return textsOf(object, 'belongs_to_refs');
}

function website(object: StixObject): StixNode | NoPlace {
  const url = textOf(object, 'value');
  if (url === undefined) return { why: 'value' };
  return { type: 'website', file: 'websites', id: url, row: { url, stix_id: object.id } };
}

function identity(object: StixObject, around: Surroundings): StixNode | NoPlace {
  const own = skeinRef(object);
  if (own?.type === 'device') {
    const row = { device_id: own.id, name: textOf(object, 'name'), stix_id: object.id };
    return { type: 'device', file: 'devices', id: own.id, row };
  }
  if (object.type === 'infrastructure') return { why: undefined };
  if (textOf(object, 'name') === undefined) return { why: 'name' };
  const [label = ''] = textsOf(object, 'labels');
  if (label === entryLabel || /^sanction/i.test(label)) return listed(object, around);
  if (around.authors.has(object.id)) return { why: 'created_by_ref' };
  const id = own?.id ?? object.id;
  const contact = textOf(object, 'contact_information');
  const said = {
    name: textOf(object, 'name'),
    aliases: listCell(textsOf(object, 'x_opencti_aliases')),
    email: contact !== undefined && /^[^\s@]+@[^\s@]+$/.test(contact) ? contact : undefined,
    contact_information: contact,
    description: textOf(object, 'description'),
    stix_id: object.id,
  };
  if (object['identity_class'] === 'individual')
    return { type: 'person', file: 'persons', id, row: { person_id: id, ...said } };
  if (object['identity_class'] === 'organization')
    return { type: 'company', file: 'companies', id, row: { company_id: id, ...said } };
  return { why: `identity_class ${textOf(object, 'identity_class') ?? ''}`.trim() };
}

/** What the object says of itself, word for word, and where else it stands. */
function remarksOf(object: StixObject): string {
  const elsewhere = referencesOf(object).map((one) =>
    ['source_name', 'external_id', 'url']
      .flatMap((property) => textOf(one, property) ?? [])
      .join(' '),
  );
  const said = ['description', 'pattern'].flatMap((property) => textOf(object, property) ?? []);
  return [...said, ...(skeinRef(object) ? [] : elsewhere)].join('\n');
}
