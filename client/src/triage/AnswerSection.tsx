import { Anchor, Text } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'wouter';
import { measuredLabel } from '../../../domain/labels/measured-label.ts';
import { messages } from '../../../domain/messages/later.ts';
import type { PatternAnswer } from '../../../domain/watched-pattern.ts';
import { addressOfQuery } from '../subject/query-address.ts';
import { addressOfSubject } from '../subject/subject.ts';

const says = messages.watchedPattern;
const text = says.queue;

/** Of an answer of a watched pattern: which pattern’s it is, how often that is right, and about whom. */
export function AnswerSection({ answer }: { answer: PatternAnswer }) {
  const { query, title, version, owner, measured, ref, accounts } = answer;
  return (
    <>
      <Text size="sm" className="breaks">
        {text.pattern(title, version)}
      </Text>
      <Text size="sm" c="dimmed">
        {text.owner(owner)}
      </Text>
      <Text size="sm">{measuredLabel(measured)}</Text>
      <Text size="sm" c="dimmed">
        {says.neverCounted}
      </Text>
      <Anchor component={Link} size="sm" href={addressOfQuery(query, null)}>
        {text.open}
      </Anchor>
      {!(ref.startsWith('account:') && accounts.length === 1) && (
        <Text size="sm" className="breaks">
          {`${text.about}: `}
          <Anchor component={Link} size="sm" href={addressOfSubject('node', ref)}>
            {ref}
          </Anchor>
        </Text>
      )}
      <Text size="sm" className="breaks">
        {`${text.accounts}: `}
        {accounts.map((id, at) => (
          <Fragment key={id}>
            {at > 0 && ', '}
            <Anchor component={Link} size="sm" href={addressOfSubject('node', `account:${id}`)}>
              {id}
            </Anchor>
          </Fragment>
        ))}
      </Text>
    </>
  );
}
