import { Anchor, Button, Checkbox, Group, Loader, Table, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import { measuredLabel } from '../../../domain/labels/measured-label.ts';
import type {
  PatternAsking,
  PatternStanding,
  PatternTrial,
  PatternWatch as Watch,
} from '../../../domain/watched-pattern.ts';
import { messages } from '../../../domain/messages/later.ts';
import { dayAndTime } from '../theme/formats.ts';
import { Failure } from '../ui/Failure.tsx';
import { Section } from '../ui/Section.tsx';
import { usePatternStanding, useWatching } from './watched-pattern-queries.ts';

const says = messages.watchedPattern;
const text = says.room;

/** Where a saved pattern is tried on past runs and set to be watched; `changed`: what is on the page is not what is saved. */
export function PatternWatch({ id, changed }: { id: string; changed: boolean }) {
  const { data, error, refetch } = usePatternStanding(id);
  return (
    <Section title={text.title}>
      <Text size="xs" c="dimmed">
        {`${text.about} ${says.neverCounted}`}
      </Text>
      {changed && (
        <Text size="sm" mt={4}>
          {text.changedSince}
        </Text>
      )}
      {error && !data && <Failure error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loader size="xs" mt="xs" />}
      {data && <Standing standing={data} />}
    </Section>
  );
}

function Standing({ standing }: { standing: PatternStanding }) {
  const { query, version, active, trial, watches, askings } = standing;
  const { busy, during, send } = useWatching(query);
  const earlier = watches.filter(({ ended_at }) => ended_at !== null);
  return (
    <>
      <Text size="sm" mt={4} role="status" className="breaks">
        {active
          ? text.on(active.version, active.set_by, dayAndTime(active.set_at))
          : text.off(version)}
      </Text>
      {active && (
        <>
          <Text size="sm">{measuredLabel(active.measured)}</Text>
          <Text size="sm" c="dimmed">
            {says.undecided(active.measured.undecided)}
            {active.known > 0 && ` · ${text.known(active.known)}`}
          </Text>
        </>
      )}
      {active && active.version !== version && (
        <Text size="sm">{text.otherVersion(active.version, version)}</Text>
      )}
      <Group gap="xs" my="xs">
        <Button
          size="xs"
          variant="default"
          loading={busy === 'try'}
          onClick={() =>
            void during('try', () => send('tryPattern', { id: query }, undefined), null)
          }
        >
          {text.try}
        </Button>
        {active && (
          <Button
            size="xs"
            variant="default"
            loading={busy === 'stop'}
            onClick={() =>
              void during(
                'stop',
                () => send('unwatchPattern', { id: query }, undefined),
                text.stopped,
              )
            }
          >
            {text.stop}
          </Button>
        )}
        {askings.length > 0 && (
          <Anchor component={Link} size="sm" href={`/queue?pattern=${encodeURIComponent(query)}`}>
            {text.queue}
          </Anchor>
        )}
      </Group>
      {busy === 'try' && (
        <Text size="sm" role="status">
          {text.trying}
        </Text>
      )}
      {trial && <Tried trial={trial} />}
      {trial && active?.version !== version && (
        <Setting
          label={active ? text.watchAnew(version) : text.watch}
          busy={busy === 'watch'}
          onWatch={(why, brings) =>
            void during(
              'watch',
              () => send('watchPattern', { id: query }, { trial: trial.id, why, earlier: brings }),
              text.set,
            )
          }
        />
      )}
      {askings.length > 0 && <Asked askings={askings} />}
      {earlier.length > 0 && <Earlier watches={earlier} />}
    </>
  );
}

function Tried({ trial }: { trial: PatternTrial }) {
  const { version, by, at, runs, untried, answers, decisions } = trial;
  const { columns } = text;
  return (
    <div>
      <Text size="sm" fw={600}>
        {text.tried(version, by, dayAndTime(at))}
      </Text>
      <Text size="xs" c="dimmed">
        {text.trialAbout}
      </Text>
      <div className="wide" tabIndex={0} role="group" aria-label={text.try}>
        <Table verticalSpacing={2} fz="sm" aria-label={text.tried(version, by, dayAndTime(at))}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{columns.asOf}</Table.Th>
              <Table.Th>{columns.answers}</Table.Th>
              <Table.Th>{columns.fresh}</Table.Th>
              <Table.Th>{columns.confirmed}</Table.Th>
              <Table.Th>{columns.dismissed}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {runs.map((run) => (
              <Table.Tr key={run.run}>
                <Table.Td>{dayAndTime(run.as_of)}</Table.Td>
                <Table.Td>
                  {figure(run.answers)}
                  {run.cut && ` ${text.cut}`}
                </Table.Td>
                <Table.Td>{figure(run.fresh)}</Table.Td>
                <Table.Td>{figure(run.confirmed)}</Table.Td>
                <Table.Td>{figure(run.dismissed)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <Text size="sm">
        {`${text.all(answers)}. ${measuredLabel(trial)}`}
        {decisions !== undefined && decisions > 0 && `. ${text.decisions(decisions)}`}
      </Text>
      {untried > 0 && (
        <Text size="sm" c="dimmed">
          {text.untried(untried)}
        </Text>
      )}
    </div>
  );
}

interface SettingProps {
  label: string;
  busy: boolean;
  onWatch: (why: string | null, earlier: boolean) => void;
}

function Setting({ label, busy, onWatch }: SettingProps) {
  const [why, setWhy] = useState('');
  const [earlier, setEarlier] = useState(false);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onWatch(why.trim() === '' ? null : why.trim(), earlier);
      }}
    >
      <Textarea
        mt="xs"
        size="xs"
        label={text.why}
        description={text.whyHint}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={2_000}
        value={why}
        onChange={({ currentTarget }) => setWhy(currentTarget.value)}
      />
      <Group gap="md" my="xs">
        <Button type="submit" size="xs" loading={busy}>
          {label}
        </Button>
        <Checkbox
          size="xs"
          label={text.earlier}
          checked={earlier}
          onChange={({ currentTarget }) => setEarlier(currentTarget.checked)}
        />
      </Group>
    </form>
  );
}

function Asked({ askings }: { askings: readonly PatternAsking[] }) {
  const { askedColumns: columns } = text;
  return (
    <details>
      <summary className="small">{text.asked}</summary>
      <Table verticalSpacing={2} fz="sm" aria-label={text.asked}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{columns.run}</Table.Th>
            <Table.Th>{columns.version}</Table.Th>
            <Table.Th>{columns.answers}</Table.Th>
            <Table.Th>{columns.fresh}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {askings.map(({ watch, run, at, version, answers, fresh, left, cut, failed }) => (
            <Table.Tr key={`${watch} ${run}`}>
              <Table.Td>{dayAndTime(at)}</Table.Td>
              <Table.Td>{version}</Table.Td>
              <Table.Td>
                {failed ?? figure(answers)}
                {cut && ` ${text.cut}`}
              </Table.Td>
              <Table.Td>
                {figure(fresh)}
                {left > 0 && ` · ${text.left(left)}`}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </details>
  );
}

function Earlier({ watches }: { watches: readonly Watch[] }) {
  return (
    <details>
      <summary className="small">{text.history}</summary>
      {watches.map(({ id, version, set_by, set_at, ended_by, ended_at }) => (
        <Text key={id} size="sm">
          {text.ended(version, set_by, dayAndTime(set_at), ended_by ?? '', dayAndTime(ended_at!))}
        </Text>
      ))}
    </details>
  );
}

function figure(n: number): string {
  return n.toLocaleString(messages.page.locale);
}
