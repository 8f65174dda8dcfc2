import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/index.ts';

/** How many of which types a form does not hold, in words: "1 job, 3 shipments". */
export function leftTypes(left: Iterable<readonly [NodeTypeName, number]>): string {
  return [...left]
    .map(([type, count]) => {
      const { one, many } = messages.schema.nodes[type];
      return `${count} ${count === 1 ? one : many}`;
    })
    .join(', ');
}
