import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';

interface ToolMenuProps {
  label: string;
  icon: ReactNode;
  width: number;
  /** Rendered while the menu is open. */
  children: ReactNode;
}

/** A tool of the canvas that opens a menu beside it. */
export function ToolMenu({ label, icon, width, children }: ToolMenuProps) {
  return (
    <Menu position="left-start" shadow="md" width={width}>
      <Menu.Target>
        <Tooltip label={label} position="left">
          <ActionIcon variant="default" size={32} aria-label={label}>
            {icon}
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown className="tool-menu">{children}</Menu.Dropdown>
    </Menu>
  );
}
