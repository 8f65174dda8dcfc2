import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';

/** A heading that opens and closes what stands below it. */
export function Note(props: { title: string; open?: boolean; children: ReactNode }) {
  return (
    <details open={props.open}>
      <summary>
        <IconChevronRight size={14} aria-hidden className="chevron" />
        {props.title}
      </summary>
      <div className="note-body">{props.children}</div>
    </details>
  );
}
