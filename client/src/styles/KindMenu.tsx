import { Button, Popover, SegmentedControl, Text } from '@mantine/core';
import { IconLine } from '@tabler/icons-react';
import { useId } from 'react';
import { messages } from '../../../domain/messages/later.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { useAnnounce } from '../news/announcements.tsx';
import { unfoldedRelations } from '../board/board.ts';
import { kindsAmong, kindStates, type RelationKind } from '../board/relation-kinds.ts';

const text = messages.looks.kinds;

/** The kinds of relation on the board, each shown, greyed or hidden. */
export function KindMenu() {
  const board = useBoard();
  const title = useId();
  const kinds = kindsAmong(unfoldedRelations(board));
  if (kinds.length === 0) return null;
  return (
    <Popover
      position="top-end"
      shadow="md"
      width={400}
      middlewares={{ flip: true, shift: true, size: { padding: 8 } }}
      trapFocus
      returnFocus
    >
      <Popover.Target>
        <Button size="compact-xs" variant="subtle" leftSection={<IconLine size={14} />}>
          {text.menu(kinds.length)}
          {board.kinds.size > 0 && <span className="pill">{text.apart(board.kinds.size)}</span>}
        </Button>
      </Popover.Target>
      <Popover.Dropdown className="style-menu" aria-labelledby={title}>
        <Text size="sm" fw={500} mb={4} id={title}>
          {text.title}
        </Text>
        {kinds.map((kind) => (
          <KindRow key={kind.kind} kind={kind} />
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

function KindRow({ kind: { kind, says, derived, count } }: { kind: RelationKind }) {
  const board = useBoard();
  const { change } = useBoardActions();
  const announce = useAnnounce();
  const state = board.kinds.get(kind) ?? 'shown';
  return (
    <div className="kind-row">
      <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden className="fixed-size">
        <line x1="0" x2="18" y1="9" y2="9" className={derived ? 'line dashed' : 'line'} />
      </svg>
      <span className="grows breaks">
        {says} <span className="figure">{count.toLocaleString(messages.page.locale)}</span>
      </span>
      <SegmentedControl
        size="xs"
        aria-label={text.one(says, count)}
        value={state}
        data={kindStates.map((value) => ({ value, label: text.states[value] }))}
        onChange={(next) => {
          change({ do: 'kind', kind, state: next });
          announce(text.changed(says, text.states[next]));
        }}
      />
    </div>
  );
}
