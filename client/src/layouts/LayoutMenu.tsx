import { Menu } from '@mantine/core';
import { IconSitemap } from '@tabler/icons-react';
import { messages } from '../../../domain/messages/later.ts';
import { ToolMenu } from '../ui/ToolMenu.tsx';
import { alignments } from './align.ts';
import { layouts as known, type Layout, type Layouts } from './use-layouts.ts';

const text = messages.looks.layouts;

/** Layouts of all that is shown, and alignments of what is marked. */
export function LayoutMenu({ layouts }: { layouts: Layouts }) {
  return (
    <ToolMenu label={text.menu} icon={<IconSitemap size={18} />} width={320}>
      <LayoutItems layouts={layouts} />
    </ToolMenu>
  );
}

function LayoutItems({ layouts: { layOut, root, marked, align } }: { layouts: Layouts }) {
  const rootless = (layout: Layout) => (layout === 'right' || layout === 'down') && root === null;
  return (
    <>
      <Menu.Label>{text.title}</Menu.Label>
      {known.map((layout) => (
        <Menu.Item
          key={layout}
          disabled={rootless(layout)}
          title={rootless(layout) ? text.noRoot : undefined}
          onClick={() => layOut(layout)}
        >
          {text.names[layout]}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Label>{text.align(marked)}</Menu.Label>
      {alignments.map((how) => (
        <Menu.Item
          key={how}
          disabled={marked < 2}
          title={marked < 2 ? text.noMarks : undefined}
          onClick={() => align(how)}
        >
          {text.alignments[how]}
        </Menu.Item>
      ))}
    </>
  );
}
