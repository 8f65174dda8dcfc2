import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Response } from 'express';
import type { ListedAddition } from '../../../domain/addition.ts';
import type { GraphRelation } from '../../../domain/answers.ts';
import { graphFileTypes } from '../../../domain/api/api.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { relationLabel } from '../../../domain/labels/relation-label.ts';
import { messages } from '../../../domain/messages/index.ts';
import { graphFileSent } from '../../trust/custody/acts.ts';
import { recorded } from '../../trust/custody/recorded.ts';
import { addedGraph } from '../../evidence/exchange/additions.ts';
import { graphFiles } from '../../evidence/exchange/files.ts';
import { wholeNodes, type WholeNode } from '../../graph/canvas/whole-nodes.ts';
import { inEnglish } from '../../platform/locale.ts';
import { refsIn } from './refs.ts';
import type { Input, Served } from './served.ts';

/**
 * Sends what is on a canvas as a file for other programs: its nodes with every column and source, as the graph
 * has them now, and its relations as the canvas shows them. The custody log records it before the first byte.
 */
export async function sendGraphFile(
  { database, settings }: Served,
  { query: { format }, body }: Input<'graphFile'>,
  response: Response,
): Promise<void> {
  const refs = refsIn(body.nodes);
  const nodes: WholeNode[] = [];
  for await (const node of wholeNodes(database, refs)) {
    const standing = body.standings[formatRef(node)];
    nodes.push(standing ? { ...node, standing } : node);
  }
  const relations = inEnglish(() => body.relations.map(saidAnew));
  const { ending, write } = graphFiles[format];
  await recorded(settings.home, graphFileSent(format, refs), async () => {
    // In this order: the ending of the name would choose a type of its own.
    response.status(200).attachment(`skein${ending}`).type(graphFileTypes[format]);
    await pipeline(
      Readable.from(write(nodes, relations, addedGraph(listed(body.additions)))),
      response,
    );
  });
}

function listed(additions: Input<'graphFile'>['body']['additions']): ListedAddition[] {
  return Object.entries(additions).map(([id, one]) => ({ ...one, id }));
}

/** The canvas says it in the language of its reader. */
function saidAnew(relation: GraphRelation): GraphRelation {
  const says = relationLabel(relation.type, relation.values['kind']);
  const known = relation.type === 'links' || Object.hasOwn(messages.schema.says, relation.type);
  return known ? { ...relation, says } : relation;
}
