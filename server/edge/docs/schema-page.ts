import { derivedRelations } from '../../../domain/schema/derived.ts';
import { columnsOf, fileNames, fileOf, relationTypes } from '../../../domain/schema/graph.ts';
import type { Column, FileName } from '../../../domain/schema/schema.ts';
import { table } from './table.ts';

/** docs/SCHEMA.md: every file, column, node and relation, from domain/schema/schema.ts. */
export function schemaPage(): string {
  return [
    '# Schema',
    'Generated from `domain/schema/` by `npm run docs`; edit there.',
    '**Bold** columns are required. A reference makes the relation named beside it.',
    ...fileNames.map(fileSection),
    '## Relations',
    table(
      ['evidence type', 'Neo4j', 'from', 'to', 'says'],
      relationTypes.map((type) => [
        code(type.type),
        code(type.relation),
        type.from ?? 'named by the row',
        type.to ?? 'named by the row',
        type.says,
      ]),
    ),
    '## Inferred relations',
    'Written by a derivation with rule, version, score and reason; never by a file.',
    table(
      ['evidence type', 'Neo4j', 'says', 'when'],
      derivedRelations.map((type) => [
        code(`derived.${type.rule}`),
        code(type.relation),
        type.says,
        type.about,
      ]),
    ),
  ].join('\n\n');
}

function fileSection(name: FileName): string {
  const file = fileOf(name);
  const kind =
    'node' in file
      ? `node \`${file.node.label}\`, type \`${file.node.type}\`, ${file.node.shape}`
      : 'link' in file
        ? `relation \`${file.link.relation}\` between ${file.link.types.join(', ')}`
        : `relation that starts at the ${file.from.type}`;
  return [
    `## ${name}`,
    `${capital(file.about)}. Each row is a ${kind}. Key: ${file.key.map(code).join(', ')}.`,
    table(
      ['column', 'holds', 'what'],
      Object.entries(columnsOf(name)).map(([column, declared]) => [
        declared.required ? `**${column}**` : column,
        holds(declared),
        about(declared),
      ]),
    ),
  ].join('\n\n');
}

function holds(column: Column): string {
  return column.values ? column.values.map(code).join(', ') : column.kind.replace('_', ' ');
}

function about(column: Column): string {
  const marks = [
    column.refersTo ? `→ ${column.refersTo.to} (${code(column.refersTo.relation)})` : null,
    column.personal ? 'personal' : null,
    column.search ? 'searched' : null,
    maskedAs(column),
  ].filter((mark) => mark !== null);
  return marks.length > 0 ? `${column.about}; ${marks.join('; ')}` : column.about;
}

/** Of what refers to an account nobody has to be told. */
function maskedAs({ mask, refersTo }: Column): string | null {
  if (mask === undefined)
    return refersTo?.to === 'account' ? `masked as ${code('account_id')}` : null;
  if (mask === 'as-field') return `masked as the column in ${code('field')} is`;
  if (typeof mask === 'string') return `masked as ${code(mask)}`;
  const kinds = Object.entries(mask.of).map(
    ([value, kind]) => `${value === '' ? 'empty' : code(value)} as ${code(kind)}`,
  );
  return `masked by ${code(mask.by)}: ${kinds.join(', ')}`;
}

function code(text: string): string {
  return `\`${text}\``;
}

function capital(text: string): string {
  return text[0]!.toUpperCase() + text.slice(1);
}
