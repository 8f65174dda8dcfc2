import type { DetectorInfo } from '../../../domain/answers.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { Note } from '../ui/Note.tsx';

const text = messages.page.details;

/** What a detector asks, a note each: its query, what is counted for it first, and what measures what is usual. */
export function DetectorQueries({ info }: { info: DetectorInfo }) {
  const usual = info.baseline ?? info.usual_sql;
  return (
    <>
      <Query title={text.query} of={info.query} />
      {info.sql !== null && <Query title={text.sql} of={info.sql} />}
      {usual !== null && <Query title={text.baseline} of={usual} />}
    </>
  );
}

function Query({ title, of }: { title: string; of: string }) {
  return (
    <Note title={title}>
      <pre className="query" tabIndex={0}>
        {of}
      </pre>
    </Note>
  );
}
