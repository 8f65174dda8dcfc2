/** Nodes, relations and graphs, for whoever does not see personal data. */
import type {
  Graph,
  GraphNode,
  GraphRelation,
  Named,
  NeighbourCount,
} from '../../../../domain/answers.ts';
import { messages } from '../../../../domain/messages/index.ts';
import type { NodeRef } from '../../../../domain/schema/graph.ts';
import type { Story, StoryLink, StoryThing } from '../../../../domain/story.ts';
import { valuesOfRelation } from './masked-values.ts';
import {
  account,
  asIs,
  cluster,
  finding,
  leftOut,
  list,
  maybe,
  none,
  shape,
  time,
  word,
  type Fields,
  type Plan,
} from './plan.ts';

const idOfNode: Plan<string, NodeRef> = (id, masker, { type }) => masker.id(type, id);
const captionOfNode: Plan<string, NodeRef> = (_caption, masker, ref) => masker.caption(ref);

export const ref = shape<NodeRef>({ type: asIs, id: idOfNode });

export const named = shape<Named>({ type: asIs, id: idOfNode, caption: captionOfNode });

export const nodeFields: Fields<GraphNode> = {
  type: asIs,
  id: idOfNode,
  caption: captionOfNode,
  stub: asIs,
  score: asIs,
  cluster_id: maybe(cluster),
  degree: asIs,
  known: time,
  country: word,
  change: asIs,
  standing: asIs,
};
export const node = shape<GraphNode>(nodeFields);

/** What the program says of such a relation; a source of a link may say it in words of its own. */
const says: Plan<string, { type: string }> = (text, _masker, { type }) => {
  const own = messages.schema.says as Readonly<Record<string, string>>;
  const plain = text.replace(/^← /, '');
  const known = [...Object.values(own), ...Object.values(messages.schema.links)].includes(plain);
  return known ? text : (own[type] ?? '');
};

const relation = shape<GraphRelation>({
  key: (key, masker) => masker.relation(key),
  type: word,
  from: ref,
  to: ref,
  says,
  at: maybe(time),
  derived: asIs,
  values: (values, _masker, { type }) => valuesOfRelation(type, values),
  sources: none,
  judgement: leftOut,
  known: time,
  standing: asIs,
});

const story = shape<Story>({
  shown: list(ref),
  things: list(
    shape<StoryThing>({
      node: ref,
      accounts: asIs,
      weight: asIs,
      families: asIs,
      findings: list(finding),
    }),
  ),
  links: list(shape<StoryLink>({ a: account, b: account, family: asIs, weight: asIs, finding })),
  weighs: asIs,
});

export const graph = shape<Graph>({
  nodes: list(node),
  relations: list(relation),
  omitted: asIs,
  story,
});

export const neighbourCount = shape<NeighbourCount>({
  type: word,
  direction: asIs,
  says,
  other: asIs,
  count: asIs,
  at_least: asIs,
});
