import { Badge } from '@mantine/core';
import type { ReactNode } from 'react';
import { personalSchema, type AuditEntry } from '../../../domain/audit.ts';
import { messages } from '../../../domain/messages/later.ts';
import { readable, spaced } from '../theme/formats.ts';

const text = messages.auditPage;

type FactsOf = AuditEntry['before'];

/** What an entry says, name by name; a personal value as it is, where it is still kept. */
export function Facts({ of }: { of: FactsOf }) {
  const said = Object.entries(of ?? {});
  if (said.length === 0) return <span>{text.details.nothing}</span>;
  return (
    <dl className="audit-facts">
      {said.map(([name, value]) => (
        <div key={name}>
          <dt>{spaced(name)}</dt>
          <dd>{shown(value)}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The same in a line, for a table. */
export function FactsLine({ of }: { of: FactsOf }) {
  const said = Object.entries(of ?? {}).filter(([, value]) => value !== null);
  return said.map(([name, value], at) => (
    <span key={name}>
      {at > 0 && ' · '}
      <span className="audit-name">{spaced(name)}</span> {shown(value)}
    </span>
  ));
}

function shown(value: unknown): ReactNode {
  const personal = personalSchema.safeParse(value).data;
  if (personal?.personal === 'kept') return personal.value;
  if (personal)
    return (
      <Badge size="xs" variant="outline" color="gray" tt="none">
        {text.table[personal.personal]}
      </Badge>
    );
  if (Array.isArray(value) && value.some((each) => typeof each === 'object'))
    return value.map((each, at) => (
      <span key={at}>
        {at > 0 && ', '}
        {shown(each)}
      </span>
    ));
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return Object.entries(value).map(([name, each], at) => (
      <span key={name}>
        {at > 0 && ', '}
        <span className="audit-name">{spaced(name)}</span> {shown(each)}
      </span>
    ));
  return readable(value);
}
