import { notifications } from '@mantine/notifications';
import { useLocation } from 'wouter';
import { formatRef } from '../../../domain/schema/graph.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { visibleNodes, visibleRelations } from '../board/board.ts';
import { useBoard } from '../workspace/board.tsx';

/** Opens a pattern made of what is marked, to be refined; `start` is what it is to look for. */
export function useAskLikeThese(): (marked: readonly string[], start?: string) => void {
  const board = useBoard();
  const [, navigate] = useLocation();
  return (marked, start) => {
    const among = new Set(marked);
    const nodes = visibleNodes(board).filter((node) => among.has(formatRef(node)));
    // What a pattern may ask for is much to bring to a canvas where nobody asks.
    import('./like-these-address.ts')
      .then(({ addressLikeThese }) => {
        const { address, left, refusal } = addressLikeThese(
          nodes,
          visibleRelations(board),
          start ?? null,
        );
        if (address === null) notifications.show({ message: refusal });
        else navigate(address, { state: { leftOut: left } });
      })
      .catch(announceProblem);
  };
}
