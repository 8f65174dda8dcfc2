import { Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { caseEntryKinds, type CaseEntry, type CaseEntryKind } from '../../../domain/case-work.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/later.ts';
import { NodeLink } from '../subject/NodeLink.tsx';
import { addressOfSubject } from '../subject/subject.ts';
import { dayAndTime } from '../theme/formats.ts';
import { addressOfEntry } from './case-place.ts';
import { useCaseHistory } from './case-work-queries.ts';
import { saysEntry, titleOfEntry } from './entry-words.ts';
import { LongList } from './LongList.tsx';

const text = messages.caseWork;

/** All that was done in a case, latest first, of one kind or of all. */
export function CaseHistory({ id }: { id: string }) {
  const [kind, setKind] = useState<CaseEntryKind | undefined>(undefined);
  const counts = useCaseHistory(id, undefined).data?.pages[0]?.counts;
  const all = counts && Object.values(counts).reduce((sum, n) => sum + n, 0);
  return (
    <>
      <Group gap={4} mb={8} role="group" aria-label={text.filter}>
        {[undefined, ...caseEntryKinds].map((one) => (
          <Button
            key={one ?? 'all'}
            size="compact-xs"
            variant={one === kind ? 'light' : 'subtle'}
            color={one === kind ? undefined : 'gray'}
            aria-pressed={one === kind}
            disabled={one !== undefined && counts?.[one] === 0}
            onClick={() => setKind(one)}
          >
            {one === undefined ? text.allKinds : text.kinds[one]}
            <span className="tab-count">&nbsp;{one === undefined ? all : counts?.[one]}</span>
          </Button>
        ))}
      </Group>
      <EntryList id={id} kind={kind} empty={text.noEntries.history} />
    </>
  );
}

interface EntryListProps {
  id: string;
  kind: CaseEntryKind | undefined;
  empty: string;
}

/** Entries of the history, each of which leads to what it tells of. */
export function EntryList({ id, kind, empty }: EntryListProps) {
  const listed = useCaseHistory(id, kind);
  return (
    <LongList listed={listed} empty={empty}>
      <ol className="case-lines">
        {listed.data?.pages
          .flatMap(({ items }) => items)
          .map((entry) => (
            <li key={entry.id} className="case-line">
              <Entry entry={entry} of={id} />
            </li>
          ))}
      </ol>
    </LongList>
  );
}

function Entry({ entry, of }: { entry: CaseEntry; of: string }) {
  const { by, at, act, case: on, case_title: title, nodes, text: said } = entry;
  const details = saysEntry(entry);
  return (
    <>
      <Text size="sm" className="breaks">
        <b>{by}</b> {text.acts[act]}{' '}
        <Link className="text-link" href={addressOfEntry(entry)}>
          {titleOfEntry(entry)}
        </Link>
      </Text>
      {nodes.length > 0 && (
        <Group gap={6} my={2}>
          {nodes.map((node) => (
            <NodeLink key={formatRef(node)} node={node} />
          ))}
        </Group>
      )}
      {said !== null && (
        <span className="case-said two-lines" dir="auto">
          {said}
        </span>
      )}
      <Text size="xs" c="dimmed" className="breaks">
        {[dayAndTime(at), ...details].join(' · ')}
        {on !== of && (
          <>
            {' · '}
            <Link className="text-link" href={addressOfSubject('case', on)}>
              {text.inCase(title)}
            </Link>
          </>
        )}
      </Text>
    </>
  );
}
