import { createElement } from 'react';
import { nodeType } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { iconNamed } from './node-icons.ts';
import { useScheme } from './scheme.ts';

/** A type's icon in its colour, named for those who do not see it. */
export function TypeIcon({ type, size = 16 }: { type: NodeTypeName; size?: number }) {
  const looks = nodeType(type);
  return createElement(iconNamed(looks.icon), {
    size,
    color: looks.colour[useScheme()],
    stroke: 1.8,
    role: 'img',
    'aria-label': messages.schema.nodes[type].one,
    className: 'type-icon',
  });
}
