import { Text } from '@mantine/core';
import { messages } from '../../../domain/messages/browser.ts';
import { useDetectors } from '../api/queries.ts';
import { Note } from '../ui/Note.tsx';

const text = messages.page.details;

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
