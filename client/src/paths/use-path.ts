import type { Graph } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { longestPath } from '../../../domain/paths.ts';
import { messages } from '../../../domain/messages/later.ts';
import { ask } from '../api/fetch.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { useSelect } from '../workspace/selection.tsx';
import { useAnnounce } from '../news/announcements.tsx';
import { visibleRelations, type Board } from '../board/board.ts';
import { visibleNeighbours } from '../board/neighbours.ts';
import { shortestPath } from './shortest-path.ts';

const text = messages.looks.paths;

/** Lights up the shortest way between two nodes, on top of the board; where that shows none, the whole graph is asked for one. */
export function usePath(): (from: string, to: string) => void {
  const board = useBoard();
  const { change } = useBoardActions();
  const { select, light } = useSelect();
  const announce = useAnnounce();
  return (from, to) => {
    const bring = ({ nodes, relations }: Pick<Graph, 'nodes' | 'relations'>) => {
      const key = `path:${from} ${to}`;
      const name = `${nodes[0]!.caption} – ${nodes.at(-1)!.caption}`;
      const graph = { nodes: [...nodes], relations: [...relations], omitted: 0 };
      change({ do: 'add', graph, layer: { key, kind: 'path', name } });
      // What is selected would be told of in its place.
      select(null);
      light(key);
    };
    const way = shortestPath(visibleNeighbours(board), from, to);
    if (way) {
      bring(wayOn(board, way));
      announce(text.found(way.length - 1));
      return;
    }
    ask('path', {}, { from, to })
      .then(({ nodes, relations }) => {
        if (nodes.length === 0) {
          announce(text.none(longestPath));
          return;
        }
        bring({ nodes, relations });
        announce(text.added(nodes.length - 1));
      })
      .catch(announceProblem);
  };
}

/** The nodes of a way, and what joins each to the next, as the board has them. */
function wayOn(board: Board, way: readonly string[]): Pick<Graph, 'nodes' | 'relations'> {
  const steps = new Set(
    way.slice(1).flatMap((ref, at) => [`${way[at]} ${ref}`, `${ref} ${way[at]}`]),
  );
  return {
    nodes: way.flatMap((ref) => board.nodes.get(ref) ?? []),
    relations: visibleRelations(board).filter(({ from, to }) =>
      steps.has(`${formatRef(from)} ${formatRef(to)}`),
    ),
  };
}
