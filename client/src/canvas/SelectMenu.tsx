import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconSelectAll } from '@tabler/icons-react';
import { words } from '../../../domain/words/index.ts';
import { useWorkspace } from '../app/workspace.tsx';
import { SelectByRemark } from '../cases/SelectByRemark.tsx';
import { typesShown } from './Legend.tsx';
import { allNodes, inverted, nodesOfType, nodesTouching } from './marks.ts';
import { visibleNodes } from './board.ts';
import { TypeMark } from './TypeMark.tsx';

const text = words.page.marks;

/** So many others a node must touch to be marked by it. */
const offered = [2, 3, 5, 10];

/** Marks nodes by what they are, rather than where. */
export function SelectMenu() {
  const { board, marks, mark } = useWorkspace();
  return (
    <Menu position="left-start" shadow="md" width={230}>
      <Menu.Target>
        <Tooltip label={text.menu} position="left">
          <ActionIcon variant="default" size={32} aria-label={text.menu}>
            <IconSelectAll size={18} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => mark(allNodes(board))}>{text.all}</Menu.Item>
        <Menu.Item onClick={() => mark(inverted(board, marks))}>{text.invert}</Menu.Item>
        <Menu.Divider />
        {typesShown(visibleNodes(board)).map(({ type, count }) => (
          <Menu.Item
            key={type}
            leftSection={<TypeMark type={type} />}
            onClick={() => mark(nodesOfType(board, type))}
          >
            {text.ofType(words.schema.nodes[type].many, count)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        {offered
          .map((least) => ({ least, refs: nodesTouching(board, least) }))
          .filter(({ refs }) => refs.length > 0)
          .map(({ least, refs }) => (
            <Menu.Item key={least} onClick={() => mark(refs)}>
              {text.touching(least, refs.length)}
            </Menu.Item>
          ))}
        <SelectByRemark />
      </Menu.Dropdown>
    </Menu>
  );
}
