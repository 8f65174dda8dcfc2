import { Button, Group, Text } from '@mantine/core';
import { IconBoxMultiple } from '@tabler/icons-react';
import { useState } from 'react';
import { formatRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useBoard } from '../workspace/board.tsx';
import { edgeGroupsOf } from '../board/edge-groups.ts';
import { visibleRelations } from '../board/board.ts';
import { Heading } from '../ui/Heading.tsx';
import { LinkList, NodeLink } from '../ui/LinkList.tsx';
import { Section } from '../ui/Section.tsx';
import { ScoreBar } from '../ui/ScoreBar.tsx';
import { NameDialog } from './NameDialog.tsx';
import { groupAsNode, type NodeGroup } from '../board/node-group.ts';
import { useGroups } from './use-groups.ts';

const text = messages.looks.groups;
const shownFirst = 30;

/** What is in a group, and what links it to the rest of the board. */
export function GroupDetails({ group }: { group: NodeGroup }) {
  const board = useBoard();
  const { open, rename } = useGroups();
  const [naming, setNaming] = useState(false);
  const nodes = group.members.flatMap((ref) => board.nodes.get(ref) ?? []);
  const { score } = groupAsNode(group, nodes);
  const links = edgeGroupsOf(visibleRelations(board), board.groups)
    .filter(({ from, to }) => from === group.key || to === group.key)
    .flatMap(({ relations }) => relations);
  return (
    <>
      <Heading
        icon={<IconBoxMultiple size={18} aria-hidden />}
        kind={text.kind(nodes.length)}
        title={group.name}
      >
        {score !== null && (
          <>
            <ScoreBar score={score} of="account" />
            <Text size="xs" c="dimmed" mt={4}>
              {text.highest}
            </Text>
          </>
        )}
        <Group mt="sm" gap="xs">
          <Button size="xs" onClick={() => open([group.key])}>
            {text.open}
          </Button>
          <Button size="xs" variant="default" onClick={() => setNaming(true)}>
            {text.rename}
          </Button>
        </Group>
      </Heading>
      <Members nodes={nodes} />
      {links.length > 0 && (
        <Section title={messages.page.details.whyLinked} count={links.length}>
          <LinkList links={links} />
        </Section>
      )}
      {naming && (
        <NameDialog
          title={text.rename}
          save={text.keepName}
          usual={group.name}
          onName={(name) => rename(group, name)}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  );
}

function Members({ nodes }: { nodes: readonly Parameters<typeof formatRef>[0][] }) {
  const [shown, setShown] = useState(shownFirst);
  return (
    <Section title={text.members} count={nodes.length}>
      {nodes.slice(0, shown).map((node) => (
        <div key={formatRef(node)}>
          <NodeLink node={node} />
        </div>
      ))}
      {nodes.length > shown && (
        <Button size="compact-xs" variant="subtle" onClick={() => setShown(shown + 200)}>
          {messages.page.details.moreOf(nodes.length - shown)}
        </Button>
      )}
    </Section>
  );
}
