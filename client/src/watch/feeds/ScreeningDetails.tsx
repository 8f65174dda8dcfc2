import { Text, Title } from '@mantine/core';
import type { EntryChange, Listed, ListMatch, ScreeningDetail } from '../../../../domain/feed.ts';
import { formatRef, parseRef } from '../../../../domain/schema/graph.ts';
import { reasonLabel } from '../../../../domain/labels/reason-label.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { Failure } from '../../ui/Failure.tsx';
import { NodeLink } from '../../subject/NodeLink.tsx';
import { Waiting } from '../../ui/Waiting.tsx';
import { columnName, readable } from '../../theme/formats.ts';
import { Card } from '../Card.tsx';
import { useScreening } from './feed-queries.ts';

const text = messages.watch.lists;
const mostShown = 100;

/** The difference that an edition made: matches first, as they are what somebody has to look into. */
export function ScreeningDetails({ id }: { id: string }) {
  const screening = useScreening(id);
  if (screening.error && !screening.data)
    return <Failure error={screening.error} onRetry={() => void screening.refetch()} />;
  if (!screening.data) return <Waiting />;
  return <Difference screening={screening.data} />;
}

function Difference({ screening }: { screening: ScreeningDetail }) {
  const { list, published_on: edition, difference } = screening;
  const { matches, entries } = difference;
  const changed = matches.changed.map(({ after }) => after);
  return (
    <Card title={text.detail(list, edition)}>
      {[...matches.new, ...changed, ...matches.gone].length === 0 && (
        <Text size="sm" mb="xs">
          {text.noMatches}
        </Text>
      )}
      <Matches title={text.matchKinds.new} matches={matches.new} />
      <Matches title={text.matchKinds.changed} matches={changed} />
      <Matches title={text.matchKinds.gone} matches={matches.gone} />
      <Entries title={text.entryKinds.added} entries={entries.added} />
      <Entries title={text.entryKinds.changed} entries={entries.changed} />
      <Entries title={text.entryKinds.removed} entries={entries.removed} />
    </Card>
  );
}

function Matches({ title, matches }: { title: string; matches: readonly ListMatch[] }) {
  if (matches.length === 0) return null;
  return (
    <>
      <Title order={3} size="h6">
        {`${title} (${matches.length.toLocaleString(messages.page.locale)})`}
      </Title>
      <ul className="watch-list">
        {matches.slice(0, mostShown).map((match) => (
          <li key={`${match.subject.type} ${match.subject.id} ${match.entry}`}>
            <Subject match={match} /> {text.agrees(match.score, match.entry, match.entry_name)}
            {match.reasons.map(({ relation, reason }) => (
              <div key={`${relation} ${reason}`} className="faint">
                {reasonLabel(relation, reason)}
              </div>
            ))}
          </li>
        ))}
        <Rest of={matches.length} />
      </ul>
    </>
  );
}

function Subject({ match: { subject, name } }: { match: ListMatch }) {
  const ref = parseRef(`${subject.type}:${subject.id}`);
  return ref ? (
    <NodeLink node={ref} name={`${name} (${formatRef(ref)})`} />
  ) : (
    <span>{`${name} (${subject.id})`}</span>
  );
}

function Entries({
  title,
  entries,
}: {
  title: string;
  entries: readonly (Listed | EntryChange)[];
}) {
  if (entries.length === 0) return null;
  return (
    <details>
      <summary>{`${title} (${entries.length.toLocaleString(messages.page.locale)})`}</summary>
      <ul className="watch-list">
        {entries.slice(0, mostShown).map((entry) => (
          <li key={entry.entry}>
            <span dir="auto">{entry.name}</span> <span className="faint">{entry.entry}</span>
            {'columns' in entry &&
              entry.columns.map(({ column, before, after }) => (
                <div key={column} className="faint breaks">
                  {`${columnName(column)}${messages.page.colon}${readable(before)} → ${readable(after)}`}
                </div>
              ))}
          </li>
        ))}
        <Rest of={entries.length} />
      </ul>
    </details>
  );
}

function Rest({ of }: { of: number }) {
  return of > mostShown ? <li className="faint">{text.rest(of - mostShown)}</li> : null;
}
