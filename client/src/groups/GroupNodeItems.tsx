import { Menu } from '@mantine/core';
import { IconBoxMultiple, IconEyeOff, IconSelectAll } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/later.ts';
import { useMark } from '../workspace/marks.tsx';
import { useDismiss } from '../workspace/use-dismiss.ts';
import type { NodeGroup } from '../board/node-group.ts';
import { useGroups } from './use-groups.ts';

const text = messages.looks.groups;

/** What the menu of a node offers of a group. */
export function GroupNodeItems({ group }: { group: NodeGroup }) {
  const mark = useMark();
  const { open } = useGroups();
  const dismiss = useDismiss();
  return (
    <>
      <Menu.Item leftSection={<IconBoxMultiple size={16} />} onClick={() => open([group.key])}>
        {text.open}
      </Menu.Item>
      <Menu.Item leftSection={<IconSelectAll size={16} />} onClick={() => mark(group.members)}>
        {text.mark}
      </Menu.Item>
      <Menu.Item leftSection={<IconEyeOff size={16} />} onClick={() => dismiss([group.key])}>
        {messages.page.menu.hide}
      </Menu.Item>
    </>
  );
}
