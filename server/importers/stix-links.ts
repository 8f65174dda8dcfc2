/** What relationships of STIX, and references between its objects, add to the rows. */
import { links } from '../../domain/schema/entities.ts';
import { makerId, type StixObject } from '../exchange/stix-objects.ts';
import type { DatasetRows } from './dataset-rows.ts';
import type { EntityRow } from './entity-columns.ts';
import { referencesOf, textOf, type LeftOut } from './stix-bundle.ts';
import { dayOf, type StixNode, type Surroundings } from './stix-nodes.ts';

/** The contract's kind of link; those from the second end to the first are turned. */
const kinds: Readonly<Record<string, { kind: string; turned?: true }>> = {
  'related-to': { kind: 'linked_to' },
  'attributed-to': { kind: 'linked_to' },
  'part-of': { kind: 'linked_to' },
  'member-of': { kind: 'linked_to' },
  indicates: { kind: 'linked_to' },
  uses: { kind: 'uses' },
  controls: { kind: 'controls' },
  owns: { kind: 'owner_of' },
  employs: { kind: 'employs' },
  'employed-by': { kind: 'employs', turned: true },
};

/** A link that is said again adds what it says, up to so many characters. */
const longestSource = 4_000;

export interface Linking extends Surroundings {
  rows: DatasetRows;
  leftOut: LeftOut;
  /** What came in, by the id that it has in STIX. */
  nodes: ReadonlyMap<string, StixNode>;
  /** Addresses of mail that found their holder. */
  held: Set<string>;
}

/** Writes a relationship as a link, as an address of mail, or as what is named beside an entry; or leaves it out. */
export function relate(relationship: StixObject, linking: Linking): void {
  const why = placeOrWhyNot(relationship, linking);
  if (why !== null) linking.leftOut.add(relationship.type, why);
}

function placeOrWhyNot(relationship: StixObject, linking: Linking): string | null {
  const { nodes, find, rows } = linking;
  const [source, target] = [find(relationship['source_ref']), find(relationship['target_ref'])];
  if (!source) return 'source_ref';
  if (!target) return 'target_ref';
  // What Skein inferred has no source row. Come back as a link, it would be what somebody states.
  if (relationship['created_by_ref'] === makerId && referencesOf(relationship).length === 0)
    return 'inferred';
  const [from, to] = [nodes.get(source.id), nodes.get(target.id)];
  if (mailPlaced(source, to, linking) || mailPlaced(target, from, linking)) return null;
  if (entryPlaced(from, to, rows) || entryPlaced(to, from, rows)) return null;
  if (!canBeLinked(from) || !canBeLinked(to))
    return [source.type, textOf(relationship, 'relationship_type') ?? '', target.type].join(' ');
  return link(relationship, from, to, rows) ? null : 'source';
}

function mailPlaced(mail: StixObject, holder: StixNode | undefined, linking: Linking): boolean {
  if (mail.type !== 'email-addr' || !holder || !giveMail(mail, holder, linking.rows)) return false;
  linking.held.add(mail.id);
  return true;
}

function entryPlaced(
  entry: StixNode | undefined,
  named: StixNode | undefined,
  rows: DatasetRows,
): boolean {
  if (entry?.type !== 'watchlist_entry' || (named?.type !== 'ip' && named?.type !== 'website'))
    return false;
  name(entry, named, rows);
  return true;
}

/** Gives an account, person or company its address; false when it has another, or can have none. */
export function giveMail(mail: StixObject, holder: StixNode, rows: DatasetRows): boolean {
  const value = textOf(mail, 'value');
  if (value === undefined) return false;
  if (holder.type === 'watchlist_entry') {
    rows.append('watchlist', entryKey(holder.row), 'indicated', value);
    return true;
  }
  return (
    ['account', 'person', 'company'].includes(holder.type) &&
    rows.fill(holder.file, holder.id, 'email', value)
  );
}

/** Says on both sides that an entry names an address or a website. */
export function name(entry: StixNode, named: StixNode, rows: DatasetRows): void {
  rows.add(named.file, named.id, named.row);
  rows.append(named.file, named.id, 'listed_by', `${entry.row['list']} ${entry.id}`);
  rows.append('watchlist', entryKey(entry.row), 'indicated', named.id);
}

/** What makes an entry's row unique. */
export function entryKey({ list, entry_id }: EntityRow): string {
  return JSON.stringify([list, entry_id]);
}

function canBeLinked(node: StixNode | undefined): node is StixNode {
  return node !== undefined && (links.link.types as readonly string[]).includes(node.type);
}

/** False when the same link has been said so often that no more of it can be held. */
function link(
  relationship: StixObject,
  first: StixNode,
  second: StixNode,
  rows: DatasetRows,
): boolean {
  const said = textOf(relationship, 'relationship_type') ?? '';
  const { kind, turned } = kinds[said] ?? { kind: 'other' };
  const [from, to] = turned ? [second, first] : [first, second];
  const row = {
    from_type: from.type,
    from_id: from.id,
    to_type: to.type,
    to_id: to.id,
    kind,
    since: dayOf(textOf(relationship, 'start_time')),
    until: dayOf(textOf(relationship, 'stop_time')),
    source: [said, textOf(relationship, 'description') ?? '', relationship.id]
      .filter((part) => part !== '')
      .join('; '),
  };
  const key = JSON.stringify([row.from_type, row.from_id, row.to_type, row.to_id, kind, row.since]);
  return (
    rows.add('links', key, row) || rows.extend('links', key, 'source', row.source, longestSource)
  );
}
