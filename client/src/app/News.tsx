import { messages } from '../../../domain/messages/browser.ts';
import { visibleNodes, visibleRelations } from '../board/board.ts';
import { useAnnounced } from '../news/announcements.tsx';
import { useOpenedGraph } from '../workspace/opened.tsx';
import { useLeadsNowhere } from '../workspace/nowhere.ts';
import { useBoard } from '../workspace/board.tsx';

/** The last thing announced of the graph that is open; at first, how large it is. */
export function News() {
  const { data, error } = useOpenedGraph();
  const nowhere = useLeadsNowhere();
  const board = useBoard();
  const announced = useAnnounced();
  if (announced !== null) return announced;
  // The stage says why, and that there is nothing.
  if (nowhere || (error && !data)) return null;
  return data
    ? messages.page.canvas.shows(visibleNodes(board).length, visibleRelations(board).length)
    : messages.page.state.loading;
}
