import { Pill, Text } from '@mantine/core';
import { messages } from '../../../domain/messages/later.ts';
import type { Layer } from '../board/layers.ts';
import type { Board } from '../board/board.ts';
import { partsOf } from '../ui/sentence-parts.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { takeOff } from '../workspace/over.ts';

const text = messages.looks.layers;

/** What lies on top of what was opened: it goes again by itself. */
export function LayerNote({ layer }: { layer: Layer }) {
  const board = useBoard();
  const { change } = useBoardActions();
  const says = `${text.kinds[layer.kind]}: ${namedOn(board, layer)}`;
  return (
    <div className="remark layers" role="group" aria-label={text.title}>
      <Text size="xs">{text.title}</Text>
      <Pill
        withRemoveButton
        title={says}
        onRemove={() => {
          change({ do: 'lift', layer: layer.key });
          takeOff(layer.key);
        }}
        removeButtonProps={{ 'aria-label': text.lift(says), 'aria-hidden': false, tabIndex: 0 }}
      >
        {says}
      </Pill>
    </div>
  );
}

/** What names things by their ids, as the canvas names them. */
function namedOn({ nodes }: Board, { name, nodes: own }: Layer): string {
  const known = own.flatMap((ref) => nodes.get(ref) ?? []);
  return partsOf(name, known)
    .map((part) => (typeof part === 'string' ? part : part.caption))
    .join('');
}
