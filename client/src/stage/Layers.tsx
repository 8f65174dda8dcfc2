import { Pill, Text, UnstyledButton } from '@mantine/core';
import { messages } from '../../../domain/messages/later.ts';
import type { Layer } from '../board/layers.ts';
import type { Board } from '../board/board.ts';
import { sentence } from '../ui/sentence-parts.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { takeOff } from '../workspace/over.ts';
import { useSelect, useSelection } from '../workspace/selection.tsx';

const text = messages.looks.layers;

/** What lies on top of what was opened: it goes again by itself. */
export function LayerNote({ layer }: { layer: Layer }) {
  const board = useBoard();
  const { change } = useBoardActions();
  const { lit } = useSelection();
  const { select, light } = useSelect();
  const says = `${text.kinds[layer.kind]}: ${namedOn(board, layer)}`;
  const isLit = layer.key === lit;
  return (
    <div className="remark layers" role="group" aria-label={text.title}>
      <Text size="xs">{text.title}</Text>
      <Pill
        withRemoveButton
        title={says}
        data-lit={isLit || undefined}
        onRemove={() => {
          change({ do: 'lift', layer: layer.key });
          takeOff(layer.key);
        }}
        removeButtonProps={{ 'aria-label': text.lift(says), 'aria-hidden': false, tabIndex: 0 }}
      >
        <UnstyledButton
          fz="xs"
          aria-pressed={isLit}
          onClick={() => {
            select(null);
            light(isLit ? null : layer.key);
          }}
        >
          {says}
        </UnstyledButton>
      </Pill>
    </div>
  );
}

/** What names things by their ids, as the canvas names them. */
function namedOn({ nodes }: Board, { name, about }: Layer): string {
  const known = about.flatMap((ref) => nodes.get(ref) ?? []);
  return sentence(name, known);
}
