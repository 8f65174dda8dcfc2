import { formatRef } from '../../../domain/schema/graph.ts';
import { longestPath } from '../../../domain/paths.ts';
import { messages } from '../../../domain/messages/later.ts';
import { ask } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { useMark } from '../workspace/marks.tsx';
import { useAnnounce } from '../news/announcements.tsx';
import { visibleNeighbours } from '../board/neighbours.ts';
import { shortestPath } from './shortest-path.ts';

const text = messages.looks.paths;

/** Marks the shortest way between two nodes; where the board shows none, the whole graph is asked for one. */
export function usePath(): (from: string, to: string) => void {
  const board = useBoard();
  const { change } = useBoardActions();
  const mark = useMark();
  const announce = useAnnounce();
  return (from, to) => {
    const way = shortestPath(visibleNeighbours(board), from, to);
    if (way) {
      mark(way);
      announce(text.found(way.length - 1));
      return;
    }
    ask('path', {}, { from, to })
      .then(({ nodes, relations }) => {
        if (nodes.length === 0) {
          announce(text.none(longestPath));
          return;
        }
        const graph = { nodes, relations, omitted: 0 };
        const name = `${nodes[0]!.caption} – ${nodes.at(-1)!.caption}`;
        change({ do: 'add', graph, layer: { key: `path:${from} ${to}`, kind: 'path', name } });
        mark(nodes.map(formatRef));
        announce(text.added(nodes.length - 1));
      })
      .catch(announceProblem);
  };
}
