import { Button, Group, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useLocation, useSearch } from 'wouter';
import type { AuditFormat } from '../../../domain/audit.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useMay } from '../api/caller.ts';
import { sendInTurn } from '../news/turn.ts';
import { announceProblem } from '../news/announce-problem.ts';
import { Failure } from '../ui/Failure.tsx';
import { saveFile } from '../ui/save-file.ts';
import { Waiting } from '../ui/Waiting.tsx';
import { addressOfFilter, askedBy, filterOfAddress, type Filter } from './audit-filter.ts';
import { AuditFilters } from './AuditFilters.tsx';
import { AuditTable } from './AuditTable.tsx';
import { useAuditEntries, useAuditPeople } from './audit-queries.ts';
import { ChainCheck } from './ChainCheck.tsx';
import './audit.css';

const text = messages.auditPage;

/** Who did what; for auditors and administrators. */
export function AuditPage() {
  const may = useMay('audit');
  return (
    <main className="audit">
      <Title order={1} size="h3">
        {text.title}
      </Title>
      <Text c="dimmed" size="sm">
        {may ? text.about : text.notAllowed}
      </Text>
      {may && <Log />}
    </main>
  );
}

function Log() {
  const filter = filterOfAddress(useSearch());
  const [, navigate] = useLocation();
  const people = useAuditPeople();
  const entries = useAuditEntries(filter);
  const names = people.data?.items.map(({ name }) => name) ?? [];
  const narrow = (to: Filter) => navigate(addressOfFilter(to));
  const save = async (format: AuditFormat) => {
    try {
      const { blob, name } = await sendInTurn('auditFile', { format }, askedBy(filter));
      saveFile(blob, name);
      notifications.show({ message: text.file.saved(name) });
    } catch (error) {
      announceProblem(error);
    }
  };
  return (
    <>
      <AuditFilters key={addressOfFilter(filter)} first={filter} people={names} onChange={narrow} />
      <Group gap="xs" align="flex-start">
        <Button size="xs" variant="default" onClick={() => void save('csv')}>
          {text.file.csv}
        </Button>
        <Button size="xs" variant="default" onClick={() => void save('ndjson')}>
          {text.file.ndjson}
        </Button>
        <ChainCheck />
      </Group>
      {entries.isPending && <Waiting />}
      {entries.error && <Failure error={entries.error} onRetry={() => void entries.refetch()} />}
      {entries.data && <AuditTable items={entries.data.pages.flatMap(({ items }) => items)} />}
      {entries.hasNextPage && (
        <Button
          size="xs"
          variant="default"
          my="sm"
          loading={entries.isFetchingNextPage}
          onClick={() => void entries.fetchNextPage()}
        >
          {text.table.more}
        </Button>
      )}
    </>
  );
}
