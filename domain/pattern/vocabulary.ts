/** What a pattern may name, all of it from the schema: types, relations in either direction, columns and their tests. */
import type { CellKind } from '../schema/cell-kinds.ts';
import { derivedRelations } from '../schema/derived.ts';
import { columnsOf, fileOf, nodeType, relationTypes, type RelationType } from '../schema/graph.ts';
import { joinedTypes } from '../schema/joined-types.ts';
import { files, nodeTypeNames, type Column, type NodeTypeName } from '../schema/schema.ts';
import type { PatternStep, PatternTest } from './pattern.ts';

/** The truth that detectors are measured by lies outside of what may be asked. */
export const patternTypes: readonly NodeTypeName[] = nodeTypeNames.filter(
  (type) => type !== 'label',
);

/** A way on from a node of a type. */
export interface Way extends Pick<PatternStep, 'relation' | 'direction' | 'type'> {
  /** As evidence names it, by which it is said in words. */
  says: string;
}

/** An inferred relation that says how an account stood at another time, and joins nothing. */
const noWay = 'STATED_THEN';

/** Every relation by which a node of the type is joined to others, in either direction. */
export function waysFrom(type: NodeTypeName): Way[] {
  return [...relationTypes.flatMap((one) => statedWays(one, type)), ...inferredWays(type)];
}

function statedWays(
  { type: says, relation, from, to, file }: RelationType,
  type: NodeTypeName,
): Way[] {
  const starts = from === null ? linkedTypes(file) : [from];
  const ends = to === null ? linkedTypes(file) : [to];
  const way = (direction: Way['direction'], other: NodeTypeName): Way => ({
    ...{ relation, direction, type: other, says },
  });
  const out = starts.includes(type) ? ends.map((other) => way('out', other)) : [];
  const back = ends.includes(type) ? starts.map((other) => way('in', other)) : [];
  return [...out, ...back].filter(({ type: other }) => other !== 'label');
}

function linkedTypes(file: RelationType['file']): readonly NodeTypeName[] {
  const declared = fileOf(file);
  return 'link' in declared ? declared.link.types : [];
}

function inferredWays(type: NodeTypeName): Way[] {
  return derivedRelations.flatMap(({ relation, rule }) => {
    const types = relation === noWay ? [] : joinedTypes[relation];
    if (!types.includes(type)) return [];
    return types.map((other): Way => ({
      ...{ relation, direction: 'either', type: other, says: `derived.${rule}` },
    }));
  });
}

/** The way that a step goes; undefined for one that the schema does not have. */
export function wayOf(from: NodeTypeName, step: PatternStep): Way | undefined {
  return waysFrom(from).find(
    ({ relation, direction, type }) =>
      relation === step.relation &&
      type === step.type &&
      (direction === step.direction || (step.direction === 'either' && from === step.type)),
  );
}

/** Whether its rows say when they happened. */
export function hasTime(relation: string): boolean {
  const type = relationTypes.find((one) => one.relation === relation);
  return type !== undefined && fileOf(type.file).when !== undefined;
}

function isInferred(relation: string): boolean {
  return derivedRelations.some((one) => one.relation === relation);
}

/** Whether the type's own rows say when. */
export function hasOwnTime(type: NodeTypeName): boolean {
  return fileOf(nodeType(type).file).when !== undefined;
}

export interface AskedColumn {
  name: string;
  /** As the database has it. */
  property: string;
  kind: CellKind;
  values: readonly string[];
}

/**
 * Where somebody lives or comes from and what they speak is no evidence, so no pattern asks for it; a reference is asked
 * for by its relation.
 */
const neverAsked =
  /^(?:nationality|language|languages|city|address|timezone|birth_date|.*_address|address_.*)$/;

function isAsked(name: string, { kind, refersTo }: Column): boolean {
  return kind !== 'country' && refersTo === undefined && !neverAsked.test(name);
}

/** The columns of a node that conditions may be about. */
export function columnsOfType(type: NodeTypeName): AskedColumn[] {
  const { file, key } = nodeType(type);
  const idColumn = type === 'watchlist_entry' ? 'entry_id' : key.length === 1 ? key[0] : null;
  return Object.entries(columnsOf(file))
    .filter(([name, column]) => isAsked(name, column))
    .map(([name, column]) => asked(name, column, name === idColumn ? 'id' : name));
}

/** The columns of a relation that conditions may be about. */
export function columnsOfRelation(relation: string): AskedColumn[] {
  if (isInferred(relation))
    return [{ name: 'score', property: 'score', kind: 'decimal', values: [] }];
  const type = relationTypes.find((one) => one.relation === relation);
  if (!type || (type.from !== null && type.fromColumn === null)) return [];
  const ends = new Set([
    type.fromColumn,
    type.toColumn,
    'from_type',
    'to_type',
    'from_id',
    'to_id',
  ]);
  const first = relationTypes.find(({ file }) => file === type.file);
  return Object.entries(columnsOf(type.file))
    .filter(([name, column]) => !ends.has(name) && isAsked(name, column))
    .filter(([, { kind }]) => first === type || (kind !== 'text' && kind !== 'long_text'))
    .map(([name, column]) => asked(name, column, name));
}

function asked(name: string, { kind, values = [] }: Column, property: string): AskedColumn {
  return { name, property, kind, values };
}

/** Where the changes of a type are kept: what its history's nodes are, and how they are tied to it. */
export interface History {
  type: NodeTypeName;
  relation: string;
}

/** A type whose rows say a `field`, its `old_value` and `new_value` is the history of what it refers to. */
export function historyOf(type: NodeTypeName): History | null {
  for (const { relation, to, from, file } of relationTypes) {
    const columns = files[file].columns;
    if (to === type && from !== null && 'field' in columns && 'old_value' in columns)
      return { type: from, relation };
  }
  return null;
}

const ofOrder: readonly PatternTest[] = ['at_least', 'at_most'];
const ofTime: readonly PatternTest[] = ['since', 'before'];
const ofPresence: readonly PatternTest[] = ['known', 'unknown'];

/** What may be asked of a column; `changes` where its node has a history. */
export function testsOf({ kind, property }: AskedColumn, changes: boolean): PatternTest[] {
  const change: PatternTest[] = changes && property !== 'id' ? ['changed'] : [];
  switch (kind) {
    case 'decimal':
    case 'integer':
      return ['is', ...ofOrder, ...ofPresence, ...change];
    case 'time':
    case 'date':
      return [...ofTime, ...ofPresence, ...change];
    case 'list':
      return ['is', ...ofPresence, ...change];
    case 'enum':
      return ['is', 'is_not', ...ofPresence, ...change];
    default:
      return ['is', 'is_not', 'contains', ...ofPresence, ...change];
  }
}

/** Whether the test compares with a value. */
export function takesValue(test: PatternTest): boolean {
  return test !== 'known' && test !== 'unknown' && test !== 'changed';
}
