import type { DetectorDiff } from '../../../../domain/run-diff.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useDetectorTitle } from '../../detection/detector-titles.ts';
import { Card } from '../Card.tsx';

const text = messages.watch.changes;

/** Rules of another version, or that only one of the two runs ran: they explain changes that the data do not. */
export function RuleChanges({ detectors }: { detectors: readonly DetectorDiff[] }) {
  const title = useDetectorTitle();
  if (detectors.length === 0) return null;
  return (
    <Card title={text.rules}>
      <ul className="watch-list">
        {detectors.map(({ id, from, to }) => (
          <li key={id}>{`${title(id)}${messages.page.colon}${text.versions(from, to)}`}</li>
        ))}
      </ul>
    </Card>
  );
}
