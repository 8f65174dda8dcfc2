import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { GraphRelation } from '../../../domain/answers.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { relationLabel } from '../../../domain/labels/relation-label.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { NodeLink } from '../ui/LinkList.tsx';
import { useBoard } from '../workspace/board.tsx';
import { useMark } from '../workspace/marks.tsx';
import { Section } from '../ui/Section.tsx';
import { goneListId, goneOnBoard } from '../board/gone.ts';

const text = messages.cases;
const shownFirst = 50;
const shownMore = 200;

/** All that the board shows and the graph no longer has, thing by thing; a click selects it on the canvas. */
export function GoneThings() {
  const board = useBoard();
  const mark = useMark();
  const { nodes, relations } = goneOnBoard(board);
  const [shown, setShown] = useState(shownFirst);
  const all = nodes.length + relations.length;
  if (all === 0) return null;
  const lines = [
    ...nodes.map((node) => <NodeLink key={formatRef(node)} node={node} />),
    ...relations.map((relation) => <Lost key={relation.key} relation={relation} />),
  ];
  return (
    <div id={goneListId} tabIndex={-1}>
      <Section title={text.gone(all)}>
        <Text size="xs" c="dimmed" mb={6}>
          {text.goneHint}
        </Text>
        {nodes.length > 0 && (
          <Button
            size="compact-xs"
            variant="default"
            mb={6}
            onClick={() => mark(nodes.map(formatRef))}
          >
            {text.goneMark}
          </Button>
        )}
        <ul className="gone-list" aria-label={text.gone(all)}>
          {lines.slice(0, shown).map((line) => (
            <li key={line.key}>{line}</li>
          ))}
        </ul>
        {all > shown && (
          <Button size="compact-xs" variant="subtle" onClick={() => setShown(shown + shownMore)}>
            {messages.page.details.moreOf(all - shown)}
          </Button>
        )}
      </Section>
    </div>
  );
}

function Lost({ relation: { type, from, to, values, says } }: { relation: GraphRelation }) {
  const board = useBoard();
  const captionOf = (end: NodeRef) => board.nodes.get(formatRef(end))?.caption ?? end.id;
  const known = type === 'links' || Object.hasOwn(messages.schema.says, type);
  const said = known ? relationLabel(type, values['kind']) : says;
  return (
    <Text size="sm" className="breaks">
      {text.goneFromTo(captionOf(from), said, captionOf(to))}
    </Text>
  );
}
