import { Menu } from '@mantine/core';
import { IconSelectAll } from '@tabler/icons-react';
import { messages } from '../../../../domain/messages/browser.ts';
import { useBoard } from '../../workspace/board.tsx';
import { useMark, useMarks } from '../../workspace/marks.tsx';
import { SelectByRemark } from '../../cases/SelectByRemark.tsx';
import { allNodes, inverted, nodesOfType, nodesTouching } from '../../board/marks.ts';
import { visibleNodes } from '../../board/board.ts';
import { ToolMenu } from '../../ui/ToolMenu.tsx';
import { TypeMark } from '../../styles/TypeMark.tsx';
import { typesShown } from '../../board/types-shown.ts';

const text = messages.page.marks;

/** So many others a node must touch to be marked by it. */
const offered = [2, 3, 5, 10];

/** Marks nodes by what they are, rather than where. */
export function SelectMenu() {
  return (
    <ToolMenu label={text.menu} icon={<IconSelectAll size={18} />} width={230}>
      <SelectItems />
    </ToolMenu>
  );
}

function SelectItems() {
  const board = useBoard();
  const marks = useMarks();
  const mark = useMark();
  return (
    <>
      <Menu.Item onClick={() => mark(allNodes(board))}>{text.all}</Menu.Item>
      <Menu.Item onClick={() => mark(inverted(board, marks))}>{text.invert}</Menu.Item>
      <Menu.Divider />
      {typesShown(visibleNodes(board)).map(({ type, count }) => (
        <Menu.Item
          key={type}
          leftSection={<TypeMark type={type} />}
          onClick={() => mark(nodesOfType(board, type))}
        >
          {text.ofType(messages.schema.nodes[type].many, count)}
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
    </>
  );
}
