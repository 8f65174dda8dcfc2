/** A column's or a file's name as names are compared: no accents, no case, parts joined by `_`. */
export function plainName(name: string): string {
  return name
    .replaceAll(/(\p{Ll}|\d)(\p{Lu})/gu, '$1_$2')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '_')
    .replaceAll(/^_+|_+$/g, '');
}

const articles = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'the', 'of']);

/** Without the words that say nothing: "date de naissance" is "date naissance". Never empty. */
export function bareName(name: string): string {
  const plain = plainName(name);
  return (
    plain
      .split('_')
      .filter((part) => !articles.has(part))
      .join('_') || plain
  );
}
