import type { GraphRelation } from '../../../domain/answers.ts';
import { derivedRelations } from '../../../domain/derived.ts';
import type { Evidence } from '../../../domain/finding.ts';
import { nodeTypes, relationTypes } from '../../../domain/graph.ts';
import { words } from '../../../domain/words/index.ts';

/** A fact that links, from a finding's evidence or from the canvas. */
export type Link = Pick<Evidence, 'type' | 'from' | 'to' | 'at' | 'sources'>;

/** Links of one kind. */
export interface LinkGroup {
  type: string;
  says: string;
  derived: boolean;
  links: Link[];
}

const saysOfType = new Map<string, string>([
  ...relationTypes.map(({ type, says }) => [type, says] as const),
  // A fact about one node bears the name of its file alone.
  ...nodeTypes.map(({ file, many }) => [file, words.page.details.statedOf(many)] as const),
  ...derivedRelations.map(({ rule, says }) => [`derived.${rule}`, says] as const),
]);

/** In the order in which the kinds first come; a kind without words is named as the file names it. */
export function groupedLinks(links: readonly (Link | GraphRelation)[]): LinkGroup[] {
  const groups = new Map<string, LinkGroup>();
  for (const link of links) {
    const says = 'says' in link ? link.says : (saysOfType.get(link.type) ?? link.type);
    const key = `${link.type} ${says}`;
    const group = groups.get(key);
    if (group) group.links.push(link);
    else
      groups.set(key, {
        type: link.type,
        says,
        derived: link.type.startsWith('derived.'),
        links: [link],
      });
  }
  return [...groups.values()];
}
