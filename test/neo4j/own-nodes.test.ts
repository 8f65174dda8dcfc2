import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { derivedRelations } from '../../domain/schema/derived.ts';
import { nodeTypes, relationTypes } from '../../domain/schema/graph.ts';
import { ownLabels } from '../../server/graph/neo4j/own-nodes.ts';
import { checkout } from '../../server/platform/settings/settings.ts';

/** What Cypher a file holds: all of a `.cypher`, the texts of a `.ts` that are queries or parts of them. */
function queriesIn(path: string): string[] {
  const content = readFileSync(path, 'utf8');
  if (path.endsWith('.cypher')) return [content.replaceAll(/^\/\/.*$/gm, '')];
  const found: string[] = [];
  const visit = (node: ts.Node) => {
    const text =
      ts.isTemplateExpression(node) || ts.isStringLiteralLike(node) ? node.getText() : null;
    if (text !== null && cypher.test(text)) found.push(text);
    node.forEachChild(visit);
  };
  visit(ts.createSourceFile(path, content, ts.ScriptTarget.Latest, true));
  return found;
}

const cypher = /\b(?:MATCH|MERGE|CREATE|UNWIND|EXISTS|COUNT|REMOVE|CALL)\s*[({a-z$]|\bSET \w+[:.]/;

/** Labels are written in mixed case, relation types in capitals. */
function labelsIn(query: string): string[] {
  const expressions = query.matchAll(/(?<![:\w'"`])\w*:([A-Z]\w*(?:[|&:]!?[A-Z]\w*)*)/g);
  return [...expressions]
    .flatMap(([, names]) => names!.split(/[|&:!]+/))
    .filter((name) => /[a-z]/.test(name));
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(checkout, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(cypher|ts)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

const dataLabels = nodeTypes.map(({ label }) => label);

describe('what is the program’s own', () => {
  it('has labels that no type of the data has, or can come to have', () => {
    expect(dataLabels.filter((label) => ownLabels.includes(label))).toEqual([]);
    expect(dataLabels.filter((label) => label.startsWith('Skein'))).toEqual([]);
    expect(ownLabels.filter((label) => !label.startsWith('Skein'))).toEqual([]);
  });

  it('and every query names labels that are declared, the data’s or the program’s', () => {
    const known = new Set([...dataLabels, ...ownLabels]);
    const undeclared = ['cypher', 'server', 'quality', 'bench']
      .flatMap(filesUnder)
      // What an earlier version called them stands here alone.
      .filter((path) => !path.endsWith('own-labels-migration.ts'))
      .flatMap((path) =>
        queriesIn(path)
          .flatMap(labelsIn)
          .filter((label) => !known.has(label))
          .map((label) => `${path.slice(checkout.length + 1)}: ${label}`),
      );
    expect(undeclared).toEqual([]);
  });

  it('of which each is used by some query', () => {
    const used = new Set(
      ['cypher', 'server'].flatMap(filesUnder).flatMap(queriesIn).flatMap(labelsIn),
    );
    expect(ownLabels.filter((label) => !used.has(label))).toEqual([]);
    expect(dataLabels.filter((label) => used.has(label)).length).toBeGreaterThan(5);
  });

  it('and no relation type, which is in capitals, looks like a label', () => {
    for (const { relation } of [...relationTypes, ...derivedRelations])
      expect(relation).toMatch(/^[A-Z_]+$/);
  });
});
