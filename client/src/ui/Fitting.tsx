import { Button, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import './fitting.css';

/** One of those that stand in a line, by a name of its own. */
export interface Fit {
  key: string;
  node: ReactNode;
}

interface FittingProps {
  items: readonly Fit[];
  /** On the button that opens what has no room; `all`: nothing has. */
  says: (left: number, all: boolean) => string;
  /** What opens, for who does not see the line. */
  label: string;
  /** Takes all the room there is, not only what it needs. */
  grows?: boolean;
}

/** As many as there is room for in one line; a button opens the others. */
export function Fitting({ items, says, label, grows = false }: FittingProps) {
  const line = useRef<HTMLDivElement>(null);
  const cut = useCut(line, items.length);
  return (
    <div className="fitting" data-grows={grows || undefined}>
      <div ref={line} className="fitting-line">
        {items.map(({ key, node }) => (
          <div
            key={key}
            className="fitting-one"
            data-cut={cut.has(key) || undefined}
            data-fit={key}
          >
            {node}
          </div>
        ))}
      </div>
      <Rest
        items={items.filter(({ key }) => cut.has(key))}
        of={items.length}
        {...{ says, label }}
      />
    </div>
  );
}

interface RestProps extends Pick<FittingProps, 'items' | 'says' | 'label'> {
  /** How many there are in all. */
  of: number;
}

/** A button with what has no room; nothing where all has. */
export function Rest({ items, of, says, label }: RestProps) {
  if (items.length === 0) return null;
  return (
    <Popover position="top" shadow="md" withinPortal trapFocus>
      <Popover.Target>
        <Button
          size="compact-xs"
          variant="default"
          className="fixed-size"
          rightSection={<IconChevronDown size={12} aria-hidden />}
        >
          {says(items.length, items.length === of)}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label} className="fitting-rest">
        {items.map(({ key, node }) => (
          <div key={key}>{node}</div>
        ))}
      </Popover.Dropdown>
    </Popover>
  );
}

const none: ReadonlySet<string> = new Set();

/** Which children of an element lie beyond it, by their `data-fit`; read again as often as it or one of them takes another size. */
export function useCut(line: RefObject<HTMLElement | null>, count: number): ReadonlySet<string> {
  const [cut, setCut] = useState(none);
  useEffect(() => {
    const element = line.current;
    if (!element) return;
    const read = () => {
      const box = element.getBoundingClientRect();
      const beyond = [...element.children].flatMap((child) => {
        const { right, bottom, width } = child.getBoundingClientRect();
        const isIn = width === 0 || (right <= box.right + 1 && bottom <= box.bottom + 1);
        return isIn ? [] : [(child as HTMLElement).dataset['fit'] ?? ''];
      });
      setCut((before) =>
        before.size === beyond.length && beyond.every((key) => before.has(key))
          ? before
          : new Set(beyond),
      );
    };
    const watching = new ResizeObserver(read);
    watching.observe(element);
    for (const child of element.children) watching.observe(child);
    return () => watching.disconnect();
  }, [line, count]);
  return cut;
}
