import { createElement } from 'react';
import { nodeType } from '../../../domain/schema/graph.ts';
import type { NodeTypeName } from '../../../domain/schema/schema.ts';
import { iconNamed } from '../theme/node-icons.ts';
import { useScheme } from '../theme/scheme.ts';
import { useBoard } from '../workspace/board.tsx';
import { colourOfType } from './node-styles.ts';
import { neutral } from '../board/swatches.ts';
import { outlines } from '../../../domain/drawing/outlines.ts';

/** A node of this type as the canvas draws it, small. */
export function TypeMark({ type }: { type: NodeTypeName }) {
  const scheme = useScheme();
  const { style } = useBoard();
  const { shape, icon } = nodeType(type);
  // Where colours say something else, no type has one of its own.
  const colour = style.colour === 'type' ? colourOfType(style, type) : neutral;
  return (
    <span className="type-mark" aria-hidden>
      <svg width="18" height="18" viewBox="0 0 18 18">
        <path d={outlines[shape]} fill={colour[scheme]} />
      </svg>
      {createElement(iconNamed(icon), { size: shape === 'triangle' ? 8 : 11, stroke: 2 })}
    </span>
  );
}
