import { ActionIcon, Table, Text } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { AuditEntry } from '../../../domain/audit.ts';
import { messages } from '../../../domain/messages/later.ts';
import { day } from '../theme/formats.ts';
import { Facts, FactsLine } from './Facts.tsx';

const text = messages.auditPage;
const { table, details } = text;
const heads = [table.number, table.at, table.by, table.act, table.what];

/** The entries, a line each, which opens to all that it says. */
export function AuditTable({ items }: { items: readonly AuditEntry[] }) {
  if (items.length === 0) return <Text my="md">{table.none}</Text>;
  return (
    <div className="audit-scroll" tabIndex={0} role="group" aria-label={table.label}>
      <Table verticalSpacing={4} horizontalSpacing="sm" aria-label={table.label}>
        <Table.Thead>
          <Table.Tr>
            <Table.Td />
            {heads.map((head) => (
              <Table.Th key={head}>{head}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => (
            <Line key={item.number} item={item} />
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}

function Line({ item }: { item: AuditEntry }) {
  const [open, setOpen] = useState(false);
  const { number, at, by, act, subject, after } = item;
  const Arrow = open ? IconChevronDown : IconChevronRight;
  return (
    <>
      <Table.Tr>
        <Table.Td>
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={table.open(number)}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <Arrow size={16} />
          </ActionIcon>
        </Table.Td>
        <Table.Td>{number}</Table.Td>
        <Table.Td className="audit-when">{moment(at)}</Table.Td>
        <Table.Td>{by}</Table.Td>
        <Table.Td className="audit-when">{text.acts[act]}</Table.Td>
        <Table.Td>
          <div className="audit-what">
            <FactsLine of={subject} />
            {after && (
              <>
                {Object.keys(subject).length > 0 && ' → '}
                <FactsLine of={after} />
              </>
            )}
          </div>
        </Table.Td>
      </Table.Tr>
      {open && (
        <Table.Tr>
          <Table.Td />
          <Table.Td colSpan={heads.length}>
            <Details item={item} />
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}

function Details({
  item: { subject, before, after, own, log, entry, hash, link },
}: {
  item: AuditEntry;
}) {
  return (
    <div className="audit-details">
      <section aria-label={details.subject}>
        <b>{details.subject}</b>
        <Facts of={subject} />
      </section>
      {before && (
        <section aria-label={details.before}>
          <b>{details.before}</b>
          <Facts of={before} />
        </section>
      )}
      {after && (
        <section aria-label={details.after}>
          <b>{details.after}</b>
          <Facts of={after} />
        </section>
      )}
      <dl className="audit-facts audit-hashes">
        <div>
          <dt>{details.home}</dt>
          <dd>{own ? details.thisHome : log.slice(0, 16)}</dd>
        </div>
        <div>
          <dt>{details.entry}</dt>
          <dd>{entry}</dd>
        </div>
        <div>
          <dt>{details.hash}</dt>
          <dd>{hash}</dd>
        </div>
        <div>
          <dt>{details.link}</dt>
          <dd>{link}</dd>
        </div>
      </dl>
    </div>
  );
}

/** To the second: of two acts one must be seen to come first. */
function moment(at: string): string {
  return `${day(at) ?? ''}, ${at.slice(11, 19)} UTC`;
}
