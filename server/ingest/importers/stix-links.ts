/** What relationships of STIX, and references between its objects, add to the rows. */
import { limits } from '../../../domain/schema/cell-kinds.ts';
import { files } from '../../../domain/schema/schema.ts';
import { makerId, type StixObject } from './stix-objects.ts';
import type { DatasetRows } from './dataset-rows.ts';
import type { EntityRow } from './entity-columns.ts';
import { referencesOf, textOf, type LeftOut } from './stix-bundle.ts';
import { dayOf, type StixNode, type Surroundings } from './stix-nodes.ts';

/** The contract's kind of link; those from the second end to the first are turned. */
const kinds: ReadonlyMap<string, { kind: string; turned?: true }> = new Map(
  Object.entries({
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
  }),
);

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
  return linkOrWhyNot(relationship, from, to, rows);
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
  if (holder.type === 'watchlist_entry')
    return rows.append('watchlist', entryKey(holder.row), 'indicated', value);
  return (
    ['account', 'person', 'company'].includes(holder.type) &&
    rows.fill(holder.file, holder.id, 'email', value)
  );
}

/** Says on both sides that an entry names an address or a website: where one cell is full, the other still says it. */
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
  return node !== undefined && (files.links.link.types as readonly string[]).includes(node.type);
}

/** The property that does not fit, if there is one: a description is left out, the link still stands. */
function linkOrWhyNot(
  relationship: StixObject,
  first: StixNode,
  second: StixNode,
  rows: DatasetRows,
): string | null {
  const said = textOf(relationship, 'relationship_type') ?? '';
  const described = textOf(relationship, 'description') ?? '';
  const { kind, turned } = kinds.get(said) ?? { kind: 'other' };
  const [from, to] = turned ? [second, first] : [first, second];
  const saying = (...parts: string[]) => parts.filter((part) => part !== '').join('; ');
  const whole = saying(said, described, relationship.id);
  const fits = whole.length <= limits.cell;
  const row = {
    from_type: from.type,
    from_id: from.id,
    to_type: to.type,
    to_id: to.id,
    kind,
    since: dayOf(textOf(relationship, 'start_time')),
    until: dayOf(textOf(relationship, 'stop_time')),
    source: fits ? whole : saying(said, relationship.id),
  };
  const key = JSON.stringify([row.from_type, row.from_id, row.to_type, row.to_id, kind, row.since]);
  if (!rows.add('links', key, row) && !rows.extend('links', key, 'source', row.source))
    return 'said again';
  return fits ? null : 'description';
}
