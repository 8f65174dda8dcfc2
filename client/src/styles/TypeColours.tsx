import { NativeSelect, Text } from '@mantine/core';
import { messages } from '../../../domain/messages/later.ts';
import { useBoard } from '../workspace/board.tsx';
import { visibleNodes } from '../board/board.ts';
import { TypeMark } from './TypeMark.tsx';
import { typesShown } from '../board/types-shown.ts';
import type { BoardStyle } from '../board/board-style.ts';
import { swatchNames } from '../board/swatches.ts';

const text = messages.looks.style;

interface TypeColoursProps {
  onColours: (colours: BoardStyle['typeColours']) => void;
}

/** The colour of each type on the board, from those that can be told from the ground in both themes. */
export function TypeColours({ onColours }: TypeColoursProps) {
  const board = useBoard();
  const { typeColours } = board.style;
  return (
    <div>
      <Text size="sm" fw={500}>
        {text.typeColour}
      </Text>
      {typesShown(visibleNodes(board)).map(({ type }) => {
        const { many } = messages.schema.nodes[type];
        return (
          <div key={type} className="type-colour">
            <TypeMark type={type} />
            <span className="grows">{many}</span>
            <NativeSelect
              size="xs"
              w={120}
              aria-label={text.colourOf(many)}
              value={typeColours.get(type) ?? ''}
              data={[
                { value: '', label: text.usual },
                ...swatchNames.map((name) => ({ value: name, label: text.swatches[name] })),
              ]}
              onChange={({ currentTarget }) => {
                const colours = new Map(typeColours);
                const name = swatchNames.find((one) => one === currentTarget.value);
                if (name) colours.set(type, name);
                else colours.delete(type);
                onColours(colours);
              }}
            />
          </div>
        );
      })}
    </div>
  );
}
