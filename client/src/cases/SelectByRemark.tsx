import { Menu } from '@mantine/core';
import { messages } from '../../../domain/messages/browser.ts';
import { useBoard } from '../workspace/board.tsx';
import { useMark } from '../workspace/marks.tsx';
import { isVisible } from '../board/board.ts';
import { nodesByTag, notedNodes } from '../board/remarks.ts';

const text = messages.cases;
const tagsOffered = 12;

/** Marks the nodes that bear a tag, or that notes are on. */
export function SelectByRemark() {
  const board = useBoard();
  const mark = useMark();
  const seen = (refs: Iterable<string>) => [...refs].filter((ref) => isVisible(board, ref));
  const noted = seen(notedNodes(board));
  const tagged = nodesByTag(board)
    .map(([tag, refs]) => ({ tag, refs: seen(refs) }))
    .filter(({ refs }) => refs.length > 0)
    .slice(0, tagsOffered);
  if (noted.length + tagged.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      {noted.length > 0 && (
        <Menu.Item onClick={() => mark(noted)}>{text.withNotes(noted.length)}</Menu.Item>
      )}
      {tagged.map(({ tag, refs }) => (
        <Menu.Item key={tag} className="switch-item" onClick={() => mark(refs)}>
          {text.tagged(tag, refs.length)}
        </Menu.Item>
      ))}
    </>
  );
}
