import { Button, Group, Text, Tooltip, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { usePointing } from '../workspace/pointed.tsx';
import { SourceLink } from './SourceLink.tsx';
import { dayAndTime } from '../theme/formats.ts';
import { TypeIcon } from '../theme/TypeIcon.tsx';
import { groupedLinks, type Link, type LinkGroup } from './links.ts';
import { Note } from './Note.tsx';

const text = messages.page.details;
const shownFirst = 5;
const shownMore = 50;

/** Why things are linked: every fact with the rows that state it, kind by kind. */
export function LinkList({ links }: { links: readonly Link[] }) {
  const groups = groupedLinks(links);
  return (
    <div className="notes">
      {groups.map((group, index) => (
        <Note
          key={`${group.type} ${group.says}`}
          title={`${group.says} (${group.links.length.toLocaleString(messages.page.locale)})`}
          open={index === 0}
        >
          <GroupOfLinks group={group} />
        </Note>
      ))}
    </div>
  );
}

function GroupOfLinks({ group: { links, derived } }: { group: LinkGroup }) {
  const [shown, setShown] = useState(shownFirst);
  return (
    <>
      {derived && (
        <Text size="xs" c="dimmed" mb={6}>
          {text.derivedHint}
        </Text>
      )}
      {links.slice(0, shown).map((link, index) => (
        <LinkRow key={index} link={link} />
      ))}
      {links.length > shown && (
        <Button size="compact-xs" variant="subtle" onClick={() => setShown(shown + shownMore)}>
          {text.moreOf(links.length - shown)}
        </Button>
      )}
    </>
  );
}

function LinkRow({ link: { from, to, at, sources } }: { link: Link }) {
  return (
    <div className="link-row">
      <Group gap={5} wrap="wrap">
        <NodeLink node={from} />
        {to && (
          <>
            <span className="faint" aria-hidden>
              →
            </span>
            <NodeLink node={to} />
          </>
        )}
      </Group>
      <Group gap={8} mt={2}>
        {at !== null && <span className="faint small">{dayAndTime(at)}</span>}
        {sources.map((source) => (
          <SourceLink key={`${source.sha256}:${source.line}`} source={source} />
        ))}
        {sources.length === 0 && <span className="faint small">{text.noSources}</span>}
      </Group>
    </div>
  );
}

/** A node by its caption where the canvas knows it; a click shows it, pointing at it lights it up there. */
export function NodeLink({ node }: { node: NodeRef }) {
  const board = useBoard();
  const { show } = useBoardActions();
  const ref = formatRef(node);
  const pointing = usePointing(ref);
  const caption = board.nodes.get(ref)?.caption ?? node.id;
  return (
    <Tooltip label={ref} disabled={caption === node.id}>
      <UnstyledButton className="node-link" onClick={() => show(ref)} {...pointing}>
        <TypeIcon type={node.type} size={14} />
        <span>{caption}</span>
      </UnstyledButton>
    </Tooltip>
  );
}
