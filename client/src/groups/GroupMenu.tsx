import { Menu } from '@mantine/core';
import { IconBoxMultiple } from '@tabler/icons-react';
import { useState } from 'react';
import { messages } from '../../../domain/messages/later.ts';
import { useBoard } from '../workspace/board.tsx';
import { useMarks } from '../workspace/marks.tsx';
import { visibleMarks } from '../board/marks.ts';
import { ToolMenu } from '../ui/ToolMenu.tsx';
import { GroupDialog } from './GroupDialog.tsx';
import { groupings, offeredGroups } from './offers.ts';
import { useGroups } from './use-groups.ts';

const text = messages.looks.groups;

/** Draws several nodes as one: what is marked, or the whole board in one of the usual ways. */
export function GroupMenu() {
  const [naming, setNaming] = useState(false);
  return (
    <>
      <ToolMenu label={text.menu} icon={<IconBoxMultiple size={18} />} width={290}>
        <GroupItems onNaming={() => setNaming(true)} />
      </ToolMenu>
      {naming && <GroupDialog onClose={() => setNaming(false)} />}
    </>
  );
}

/** Reckoned only while the menu is open. */
function GroupItems({ onNaming }: { onNaming: () => void }) {
  const board = useBoard();
  const marks = useMarks();
  const { groupBy, open } = useGroups();
  const marked = visibleMarks(board, marks).length;
  const keys = [...board.groups.keys()];
  return (
    <>
      <Menu.Item disabled={marked < 2} onClick={onNaming}>
        {text.groupMarked(marked)}
      </Menu.Item>
      <Menu.Divider />
      {groupings.map((by) => {
        const count = offeredGroups(board, by).length;
        return (
          <Menu.Item key={by} disabled={count === 0} onClick={() => groupBy(by)}>
            {text.by[by](count)}
          </Menu.Item>
        );
      })}
      <Menu.Divider />
      <Menu.Item disabled={keys.length === 0} onClick={() => open(keys)}>
        {text.openAll(keys.length)}
      </Menu.Item>
    </>
  );
}
