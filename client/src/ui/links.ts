import type { GraphRelation } from '../../../domain/answers.ts';
import type { Evidence } from '../../../domain/finding.ts';
import { nodeTypes } from '../../../domain/schema/graph.ts';
import { relationLabel } from '../../../domain/labels/relation-label.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/browser.ts';

/** A fact that links, from a finding's evidence or from the canvas. */
export type Link = Pick<Evidence, 'type' | 'from' | 'to' | 'at' | 'sources'>;

/** Links of one kind. */
export interface LinkGroup {
  type: string;
  says: string;
  derived: boolean;
  links: Link[];
}

/** A fact about one node bears the name of its file alone. */
const typeOfFile = new Map<string, NodeTypeName>(nodeTypes.map(({ file, type }) => [file, type]));

function saysOf(link: Link): string {
  const type = typeOfFile.get(link.type);
  return type
    ? messages.page.details.statedOf(messages.schema.nodes[type].many)
    : relationLabel(link.type);
}

/** In the order in which the kinds first come; a kind without words is named as the file names it. */
export function groupedLinks(links: readonly (Link | GraphRelation)[]): LinkGroup[] {
  const groups = new Map<string, LinkGroup>();
  for (const link of links) {
    const says = 'says' in link ? link.says : saysOf(link);
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
