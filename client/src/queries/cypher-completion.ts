import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { derivedRelations } from '../../../domain/schema/derived.ts';
import { columnsOf, nodeTypes, relationTypes } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/browser.ts';

/** What can stand at the cursor, from the schema: labels, relations, properties with their meaning; words, values. */
export function cypherCompletion(context: CompletionContext): CompletionResult | null {
  const before = context.state.doc.sliceString(0, context.pos);
  const whole = context.state.doc.toString();
  const word = /[\p{L}\p{N}_]*$/u.exec(before)?.[0] ?? '';
  const lead = before.slice(0, before.length - word.length);
  const options = optionsAfter(lead, whole);
  if (options === null || (word === '' && !context.explicit && !/[:.$|{]$/.test(lead))) return null;
  return { from: context.pos - word.length, options, validFor: /^[\p{L}\p{N}_]*$/u };
}

function optionsAfter(lead: string, whole: string): readonly Completion[] | null {
  if (isQuoted(lead)) return null;
  if (/\$$/.test(lead)) return parametersIn(whole);
  if (/\[[^\]()]*[:|]\s*!?$/.test(lead)) return relations();
  if (/(?:\(|\bWHERE\b|\bAND\b|\bOR\b|\bNOT\b)[^()[\]{}]*[\p{L}\p{N}_`)]?[:|&]\s*!?$/iu.test(lead))
    return labels();
  const owner = /([\p{L}_][\p{L}\p{N}_]*)\.$/u.exec(lead)?.[1];
  if (owner !== undefined) return propertiesOf(typeOf(owner, whole));
  const pattern = /:\s*`?([\p{L}\p{N}_]+)`?\s*\{[^}]*?(?:^|[{,])\s*$/u.exec(lead)?.[1];
  if (pattern !== undefined) return propertiesOf(pattern);
  return [...keywords(), ...functions(), ...variablesIn(whole)];
}

/** An odd number of quotes before it, on its own line. */
function isQuoted(lead: string): boolean {
  const line = lead.slice(lead.lastIndexOf('\n') + 1);
  return (line.match(/'/g)?.length ?? 0) % 2 === 1 || (line.match(/"/g)?.length ?? 0) % 2 === 1;
}

const shown = nodeTypes.filter(({ type }) => type !== 'label');

function labels(): Completion[] {
  return shown.map(({ label, type, file }) => ({
    label,
    type: 'class',
    detail: messages.queries.completion.label,
    info: `${messages.schema.nodes[type].many} (${file})`,
  }));
}

function relations(): Completion[] {
  const text = messages.queries.completion;
  const labelOf = new Map<string | null, string>(shown.map(({ type, label }) => [type, label]));
  return [
    ...relationTypes.map(({ relation, says, from, to }) => ({
      label: relation,
      type: 'interface',
      detail: says,
      info: text.ends(labelOf.get(from) ?? text.any, labelOf.get(to) ?? text.any),
    })),
    ...derivedRelations.map(({ relation, says, about }) => ({
      label: relation,
      type: 'interface',
      detail: says,
      info: about,
    })),
  ];
}

/** The label or relation that the text binds a variable to. */
function typeOf(variable: string, whole: string): string | null {
  return (
    new RegExp(`[([]\\s*${variable}\\s*:\\s*\`?([\\p{L}\\p{N}_]+)`, 'u').exec(whole)?.[1] ?? null
  );
}

/** The properties of a label or relation; of all when it is not known. */
function propertiesOf(type: string | null): Completion[] {
  const node = shown.find(({ label }) => label === type);
  const relation = relationTypes.find((one) => one.relation === type);
  if (node) return [...own('id'), ...columnOptions(node.columns)];
  if (relation) return [...own('key'), ...columnOptions(columnsOf(relation.file))];
  if (derivedRelations.some((one) => one.relation === type)) return derivedColumns.flatMap(own);
  const all = shown.flatMap(({ columns }) => columnOptions(columns));
  return [...own('id'), ...new Map(all.map((option) => [option.label, option])).values()];
}

const derivedColumns = ['rule', 'version', 'score', 'reason'];

function own(label: string): Completion[] {
  return [{ label, type: 'property', detail: messages.queries.completion.property, boost: 1 }];
}

function columnOptions(
  columns: Readonly<Record<string, { about: string; kind: string }>>,
): Completion[] {
  return Object.entries(columns).map(([label, { about, kind }]) => ({
    label,
    type: 'property',
    detail: kind,
    info: about,
  }));
}

function parametersIn(whole: string): Completion[] {
  const names = new Set(
    [...whole.matchAll(/\$([\p{L}_][\p{L}\p{N}_]*)/gu)].map((found) => found[1]!),
  );
  return [...names].map((label) => ({
    label,
    type: 'variable',
    detail: messages.queries.completion.parameter,
  }));
}

function variablesIn(whole: string): Completion[] {
  const names = [
    ...whole.matchAll(/[([]\s*([\p{L}_][\p{L}\p{N}_]*)\s*[:)\]{]/gu),
    ...whole.matchAll(/\bAS\s+([\p{L}_][\p{L}\p{N}_]*)/giu),
  ].map((found) => found[1]!);
  return [...new Set(names)].map((label) => ({ label, type: 'variable' }));
}

const readingWords = [
  ...['MATCH', 'OPTIONAL MATCH', 'WHERE', 'RETURN', 'WITH', 'UNWIND', 'ORDER BY', 'LIMIT', 'SKIP'],
  ...['DISTINCT', 'AS', 'AND', 'OR', 'NOT', 'IN', 'IS NULL', 'IS NOT NULL', 'STARTS WITH'],
  ...['ENDS WITH', 'CONTAINS', 'DESC', 'UNION', 'CASE', 'WHEN', 'THEN', 'ELSE', 'END', 'EXISTS'],
  ...['COUNT', 'COLLECT', 'CALL', 'shortestPath', 'ANY SHORTEST', 'true', 'false', 'null'],
];

function keywords(): Completion[] {
  return readingWords.map((label) => ({
    label,
    type: 'keyword',
    detail: messages.queries.completion.keyword,
  }));
}

const usualFunctions = [
  ...['count', 'collect', 'min', 'max', 'sum', 'avg', 'size', 'length', 'nodes', 'relationships'],
  ...['labels', 'type', 'keys', 'coalesce', 'toLower', 'toUpper', 'trim', 'split', 'substring'],
  ...['toInteger', 'toFloat', 'toString', 'round', 'abs', 'range', 'head', 'last', 'reduce', 'any'],
  ...['all', 'none', 'date', 'datetime', 'duration.between', 'duration.inSeconds', 'elementId'],
];

function functions(): Completion[] {
  return usualFunctions.map((label) => ({
    label,
    type: 'function',
    detail: messages.queries.completion.function,
    apply: `${label}(`,
  }));
}
