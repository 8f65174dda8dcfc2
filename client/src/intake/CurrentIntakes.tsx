import { Anchor, Text } from '@mantine/core';
import { Link } from 'wouter';
import { messages } from '../../../domain/messages/later.ts';
import { dayAndTime } from '../theme/formats.ts';
import { addressOfIntake } from './address.ts';
import { useIntakes } from './queries.ts';

const text = messages.intake.page;

/** What somebody has begun to bring in and can go on with. */
export function CurrentIntakes() {
  const { data } = useIntakes();
  const current = (data?.items ?? []).filter(
    ({ state, names }) => state !== 'loaded' && names.length > 0,
  );
  if (current.length === 0) return null;
  return (
    <section className="intake-card" aria-label={text.current}>
      <Text component="h2" fw={650} size="md">
        {text.current}
      </Text>
      <ul className="intake-list">
        {current.map(({ id, names, state, created, by }) => (
          <li key={id}>
            <Anchor component={Link} href={addressOfIntake(id)} size="sm" className="breaks">
              {text.currentOpen(names)}
            </Anchor>
            <span className="faint small">
              {` · ${text.states[state]} · ${dayAndTime(created)}, ${text.by(by)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
