import { Text } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { words } from '../../../domain/words/browser.ts';
import { useDetectors } from '../api/queries.ts';

const text = words.page.details;

/** What a person must weigh before acting on a finding: honest explanations, and what was not seen. */
export function DetectorNotes({ detector, open = false }: { detector: string; open?: boolean }) {
  const { data } = useDetectors();
  const info = data?.items.find(({ id }) => id === detector);
  if (!info) return null;
  return (
    <div className="notes">
      <Note title={text.benign} open={open}>
        <ul>
          {info.benign.map((explanation) => (
            <li key={explanation}>{explanation}</li>
          ))}
        </ul>
      </Note>
      <Note title={text.blindTo} open={open}>
        <Text size="sm">{info.blind_to}</Text>
      </Note>
    </div>
  );
}

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
