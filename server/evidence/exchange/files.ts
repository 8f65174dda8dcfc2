import type { GraphFileFormat } from '../../../domain/api/api.ts';
import type { GraphRelation } from '../../../domain/answers.ts';
import type { WholeNode } from '../../graph/canvas/whole-nodes.ts';
import type { AddedGraph } from './additions.ts';
import { gexf } from './gexf.ts';
import { graphml } from './graphml.ts';
import { nodesCsv, relationsCsv } from './tables.ts';

/** A form in which a graph is handed to other programs; `write` gives it piece by piece. */
export interface GraphFile {
  /** Without the name of what is exported. */
  ending: string;
  write: (
    nodes: Iterable<WholeNode>,
    relations: Iterable<GraphRelation>,
    added: AddedGraph,
  ) => Generator<string, void, void>;
}

/** In tables, which can be loaded as data, nothing stands that analysts added by hand. */
export const graphFiles: Readonly<Record<GraphFileFormat, GraphFile>> = {
  graphml: { ending: '.graphml', write: graphml },
  gexf: { ending: '.gexf', write: gexf },
  nodes: { ending: '-nodes.csv', write: (nodes) => nodesCsv(nodes) },
  relations: {
    ending: '-relations.csv',
    write: (_nodes, relations) => relationsCsv(relations),
  },
};
