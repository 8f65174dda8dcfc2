import { Text } from '@mantine/core';
import { messages } from '../../../domain/messages/browser.ts';
import { useDetectors } from '../api/queries.ts';
import { Note } from '../ui/Note.tsx';

const text = messages.page.details;

interface DetectorNotesProps {
  detector: string;
  open?: boolean;
  /** Whether the honest explanations are listed; where each has its tick, they stand there. */
  benign?: boolean;
}

/** What a person must weigh before acting on a finding: honest explanations, and what was not seen. */
export function DetectorNotes({ detector, open = false, benign = true }: DetectorNotesProps) {
  const { data } = useDetectors();
  const info = data?.items.find(({ id }) => id === detector);
  if (!info) return null;
  return (
    <div className="notes">
      {benign && (
        <Note title={text.benign} open={open}>
          <ul>
            {info.benign.map((explanation) => (
              <li key={explanation}>{explanation}</li>
            ))}
          </ul>
        </Note>
      )}
      <Note title={text.blindTo} open={open}>
        <Text size="sm">{info.blind_to}</Text>
      </Note>
    </div>
  );
}
