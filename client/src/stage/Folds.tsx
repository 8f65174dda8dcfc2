import { Button, Chip, Text, Tooltip } from '@mantine/core';
import { messages } from '../../../domain/messages/later.ts';
import { foldsOf } from '../board/folds.ts';
import { Fitting } from '../ui/Fitting.tsx';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { saysOf } from './fold-words.ts';

const text = messages.looks.story;
const { narrow } = messages;

/** What a story leaves out, as counts: each unfolds in its place and folds again. */
export function Folds() {
  const board = useBoard();
  const { change } = useBoardActions();
  const folds = foldsOf(board);
  const closed = folds.filter(({ open }) => !open);
  return (
    <div className="remark folds" role="group" aria-label={text.hint}>
      <Tooltip label={text.hint} multiline maw={320}>
        <Text size="xs" tabIndex={0} className="fixed-size">
          {closed.length > 0 ? text.folded : text.whole}
        </Text>
      </Tooltip>
      <Fitting
        grows
        label={narrow.moreOf(text.folded)}
        says={(left, all) => (all ? narrow.counts(left) : narrow.more(left))}
        items={folds.map((fold) => {
          const says = saysOf(fold);
          return {
            key: fold.key,
            node: (
              <Chip
                size="xs"
                variant="light"
                checked={fold.open}
                aria-label={fold.open ? text.fold(says) : text.unfold(says)}
                onChange={() => change({ do: 'fold', folds: [fold], open: !fold.open })}
              >
                {says}
              </Chip>
            ),
          };
        })}
      />
      {folds.length > 1 && (
        <Button
          size="compact-xs"
          variant="subtle"
          onClick={() => change({ do: 'fold', folds, open: closed.length > 0 })}
        >
          {closed.length > 0 ? text.all : text.none}
        </Button>
      )}
    </div>
  );
}
