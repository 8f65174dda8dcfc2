import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { RunDiff } from '../../../../domain/run-diff.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { addressOfSubject } from '../../subject/subject.ts';
import { columnName } from '../../theme/formats.ts';
import { Card } from '../Card.tsx';

const text = messages.watch.changes;
const mostShown = 50;

interface Named {
  id: string;
  says?: string;
}

/** Findings that are new, changed, gone, or of another version of their rule. Those that are gone are no longer to be opened. */
export function FindingChanges({ diff: { findings } }: { diff: RunDiff }) {
  const kinds: [keyof typeof text.kinds, Named[]][] = [
    ['new', findings.new.map((id) => ({ id }))],
    [
      'changed',
      findings.changed.map(({ id, facts }) => ({ id, says: text.facts(facts.map(columnName)) })),
    ],
    ['superseded', findings.superseded.map((id) => ({ id }))],
    ['gone', findings.gone.map((id) => ({ id }))],
  ];
  const titles = new Map(findings.named.map(({ id, title }) => [id, title]));
  if (kinds.every(([, items]) => items.length === 0)) return null;
  return (
    <Card title={text.findings}>
      {kinds
        .filter(([, items]) => items.length > 0)
        .map(([kind, items]) => (
          <details key={kind}>
            <summary>{`${text.kinds[kind]} (${items.length.toLocaleString(messages.page.locale)})`}</summary>
            <ul className="watch-list">
              {items.slice(0, mostShown).map(({ id, says }) => (
                <li key={id}>
                  {kind === 'gone' ? (
                    titles.get(id)
                  ) : (
                    <Anchor component={Link} size="sm" href={addressOfSubject('finding', id)}>
                      {titles.get(id)}
                    </Anchor>
                  )}{' '}
                  <span className="faint small">{id}</span>{' '}
                  {says !== undefined && (
                    <Text span size="xs" c="dimmed">
                      {says}
                    </Text>
                  )}
                </li>
              ))}
              {items.length > mostShown && (
                <li className="faint">{messages.watch.lists.rest(items.length - mostShown)}</li>
              )}
            </ul>
          </details>
        ))}
    </Card>
  );
}
