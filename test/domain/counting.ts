/** Calls words as they are declared to be called, with a number of one's own wherever they take one. */
import ts from 'typescript';
import { readFileSync } from 'node:fs';

/** What a parameter is, as far as a sample of it needs to tell. */
export type Kind =
  | { is: 'number' | 'text' | 'other' }
  | { is: 'list'; of: Kind }
  | { is: 'object'; members: ReadonlyMap<string, Kind> };

/** The kinds of the parameters of each function that a file of words declares, by its path within the file. */
export function countingFunctions(file: string): ReadonlyMap<string, readonly Kind[]> {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const declared = new Map<string, ts.Node>();
  const found = new Map<string, readonly Kind[]>();
  source.forEachChild((node) => {
    if (ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node))
      declared.set(node.name.text, node);
  });
  const walk = (node: ts.Node, path: readonly string[]): void => {
    if (ts.isVariableDeclaration(node) && node.initializer && ts.isIdentifier(node.name)) {
      walk(node.initializer, [node.name.text]);
      return;
    }
    if (ts.isPropertyAssignment(node)) {
      walk(node.initializer, [...path, node.name.getText().replaceAll(/['"]/g, '')]);
      return;
    }
    if (ts.isArrowFunction(node)) {
      found.set(
        path.join('.'),
        node.parameters.map(({ type }) => kindOf(type, declared)),
      );
      return;
    }
    node.forEachChild((child) => walk(child, path));
  };
  walk(source, []);
  return found;
}

function kindOf(type: ts.TypeNode | undefined, declared: ReadonlyMap<string, ts.Node>): Kind {
  if (!type) return { is: 'other' };
  if (type.kind === ts.SyntaxKind.NumberKeyword) return { is: 'number' };
  if (type.kind === ts.SyntaxKind.StringKeyword) return { is: 'text' };
  if (ts.isParenthesizedTypeNode(type) || ts.isTypeOperatorNode(type))
    return kindOf(type.type, declared);
  if (ts.isArrayTypeNode(type)) return { is: 'list', of: kindOf(type.elementType, declared) };
  if (ts.isUnionTypeNode(type)) return kindOf(type.types[0], declared);
  if (ts.isTypeLiteralNode(type)) return objectOf(type.members, declared);
  if (!ts.isTypeReferenceNode(type)) return { is: 'other' };
  const name = type.typeName.getText();
  if (name === 'Readonly' || name === 'Partial') return kindOf(type.typeArguments?.[0], declared);
  if (name === 'Record') return { is: 'other' };
  const known = declared.get(name);
  if (known && ts.isInterfaceDeclaration(known)) return objectOf(known.members, declared);
  if (known && ts.isTypeAliasDeclaration(known)) return kindOf(known.type, declared);
  return { is: 'other' };
}

function objectOf(
  members: ts.NodeArray<ts.TypeElement>,
  declared: ReadonlyMap<string, ts.Node>,
): Kind {
  return {
    is: 'object',
    members: new Map(
      members.flatMap((member) =>
        ts.isPropertySignature(member)
          ? [[member.name.getText(), kindOf(member.type, declared)]]
          : [],
      ),
    ),
  };
}

/** A value of that kind with this number wherever it holds one, and lists of as many. */
export function sampleOf(kind: Kind, number: number): unknown {
  switch (kind.is) {
    case 'number':
      return number;
    case 'text':
      return 'thing';
    case 'list':
      return Array.from({ length: number }, () => sampleOf(kind.of, number));
    case 'object':
      return Object.fromEntries(
        [...kind.members].map(([name, member]) => [name, sampleOf(member, number)]),
      );
    case 'other':
      return anything(number);
  }
}

/** Of what is declared elsewhere: every property a number. */
function anything(number: number): unknown {
  return new Proxy({}, { get: (_, name) => (typeof name === 'symbol' ? undefined : number) });
}

/** The functions of loaded words, by the same paths. */
export function functionAt(
  words: unknown,
  path: string,
): ((...given: unknown[]) => unknown) | null {
  let at: unknown = words;
  for (const step of path.split('.')) at = (at as Record<string, unknown> | undefined)?.[step];
  return typeof at === 'function' ? (at as (...given: unknown[]) => unknown) : null;
}
