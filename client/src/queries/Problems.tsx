import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { QueryCheck, QueryPlace } from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/browser.ts';

const text = messages.queries.editor;

/** What the editor underlines, in words and with its place: why the query does not run, and what the database remarks. */
export function Problems({ check, text: query }: { check: QueryCheck | null; text: string }) {
  return (
    <div aria-live="polite">
      {check && check.problems.length > 0 && query.trim() !== '' && (
        <Alert color="gray" icon={<IconAlertTriangle size={17} />} title={text.problem} p="xs">
          <Places places={check.problems} text={query} />
        </Alert>
      )}
      {check?.allowed && check.remarks.length > 0 && (
        <Alert color="gray" icon={<IconInfoCircle size={17} />} title={text.remark} p="xs">
          <Places places={check.remarks} text={query} />
        </Alert>
      )}
    </div>
  );
}

function Places({ places, text: query }: { places: readonly QueryPlace[]; text: string }) {
  return places.map(({ says, from }, index) => (
    <Text key={index} size="xs" className="breaks problem-text">
      {from !== null && <span className="faint">{`${placeOf(query, from)}: `}</span>}
      {says}
    </Text>
  ));
}

function placeOf(query: string, from: number): string {
  const lines = query.slice(0, from).split('\n');
  return text.at(lines.length, (lines.at(-1)?.length ?? 0) + 1);
}
