import { Alert, Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Answer } from '../../../domain/api/api.ts';
import { messages } from '../../../domain/messages/later.ts';
import type { Aging, Hold } from '../../../domain/retention-told.ts';
import { ask } from '../api/fetch.ts';
import { addressOfSubject } from '../subject/subject.ts';
import { dayAndTime } from '../theme/formats.ts';
import { Failure } from '../ui/Failure.tsx';

const text = messages.retentionPage;

type Retention = Answer<'retention'>;

/** What goes by age and what is held, to be read alone: rules and holds are the operator's. */
export function RetentionSection() {
  const { data, error, refetch } = useQuery({
    queryKey: ['retention'],
    queryFn: ({ signal }) => ask('retention', {}, {}, signal),
  });
  return (
    <section className="intake-card" aria-label={text.title}>
      <Text component="h2" fw={650} size="md">
        {text.title}
      </Text>
      <Text size="sm" c="dimmed" maw="75ch">
        {text.about}
      </Text>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <Rules of={data} />
          <Part title={text.holds}>
            {data.holds.length === 0 && <li>{text.noHolds}</li>}
            {data.holds.map((hold) => (
              <OneHold key={hold.id} hold={hold} />
            ))}
          </Part>
          <Part title={text.applied}>
            {data.applied.length === 0 && <li>{text.noneApplied}</li>}
            {data.applied.map((one) => (
              <Applied key={one.id} aging={one} />
            ))}
          </Part>
        </>
      )}
    </section>
  );
}

interface PartProps {
  title: string;
  /** Stands before the list. */
  warning?: ReactNode;
  children: ReactNode;
}

function Part({ title, warning, children }: PartProps) {
  return (
    <>
      <Text component="h3" fw={600} size="sm" mt="sm">
        {title}
      </Text>
      {warning}
      <ul className="intake-list" aria-label={title}>
        {children}
      </ul>
    </>
  );
}

function Rules({ of: { rules, at, timezone, next, problem } }: { of: Retention }) {
  const stated = rules.flatMap(({ file, days }) => (days === null ? [] : [{ file, days }]));
  return (
    <Part
      title={text.rules}
      warning={
        problem !== null && (
          <Alert color="orange" title={text.problem} className="breaks">
            {problem}
          </Alert>
        )
      }
    >
      {stated.length === 0 && problem === null && <li>{text.none}</li>}
      {stated.map(({ file, days }) => (
        <li key={file}>{text.rule(file, days)}</li>
      ))}
      {stated.length > 0 && <li>{at === null ? text.byCommand : text.at(at, timezone)}</li>}
      {next !== null && <li>{text.next(dayAndTime(next))}</li>}
    </Part>
  );
}

function OneHold({ hold }: { hold: Hold }) {
  const { kind, of } = hold;
  const href =
    kind === 'account' ? addressOfSubject('node', `account:${of}`) : addressOfSubject('case', of);
  return (
    <li className="breaks">
      <Anchor component={Link} href={href} size="sm" underline="always">
        {`${text.kinds[kind]} ${of}`}
      </Anchor>
      {` ${text.setBy(hold.by, dayAndTime(hold.at))} ${hold.reason}`}
      {hold.lifted_at !== undefined && (
        <Text size="sm" c="dimmed">
          {`${text.lifted(hold.lifted_by ?? '', dayAndTime(hold.lifted_at))} ${hold.lifted_why ?? ''}`}
        </Text>
      )}
    </li>
  );
}

function Applied({ aging }: { aging: Aging }) {
  const by = aging.scheduled ? text.scheduled : text.byHand(aging.by);
  return (
    <li className="breaks">
      {`${dayAndTime(aging.begun)}, ${by}: ${text.states[aging.state]}`}
      {aging.problem !== null && <div>{aging.problem}</div>}
      {aging.next_at !== null && <div>{text.again(dayAndTime(aging.next_at))}</div>}
      {aging.files.map(({ file, removed, kept }) => (
        <div key={file} className="faint">
          {text.file(file, removed, kept)}
        </div>
      ))}
    </li>
  );
}
