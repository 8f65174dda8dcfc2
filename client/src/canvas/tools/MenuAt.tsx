import { Menu } from '@mantine/core';
import type { ReactNode } from 'react';

/** Not `keydown`: the very stroke that opens the menu would close it. */
const pointerDown = ['mousedown', 'touchstart'];

interface MenuAtProps {
  /** In pixels of the window. */
  x: number;
  y: number;
  width: number;
  onClose: () => void;
  children: ReactNode;
}

/** An open menu of the canvas, where the pointer or a node is. */
export function MenuAt({ x, y, width, onClose, children }: MenuAtProps) {
  return (
    <Menu
      opened
      onChange={onClose}
      position="right-start"
      shadow="md"
      width={width}
      hideDetached={false}
      clickOutsideEvents={pointerDown}
    >
      <Menu.Target>
        <span className="menu-anchor" style={{ left: x, top: y }} />
      </Menu.Target>
      <Menu.Dropdown>{children}</Menu.Dropdown>
    </Menu>
  );
}
