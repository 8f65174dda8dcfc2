import { Group, Text, UnstyledButton } from '@mantine/core';
import { useLocation } from 'wouter';
import { citedPart } from '../../../domain/labels/cited-part.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useDetectors, useFinding } from '../api/queries.ts';
import { Failure } from '../ui/Failure.tsx';
import { addressOfSubject } from '../subject/subject.ts';
import { nameIn, useDetectorTitle } from '../detection/detector-titles.ts';
import { ScoreBar } from '../ui/ScoreBar.tsx';
import { dates, readable } from '../theme/formats.ts';
import { DetectorNotes } from './DetectorNotes.tsx';
import { DetectorQueries } from './DetectorQueries.tsx';
import { Note } from '../ui/Note.tsx';
import { ExportButton } from '../evidence/ExportButton.tsx';
import { FactTable } from './FactTable.tsx';
import { Heading } from '../ui/Heading.tsx';
import { LinkList, NodeLink } from '../ui/LinkList.tsx';
import { Section } from '../ui/Section.tsx';
import { ExplanationChecks } from '../triage/ExplanationChecks.tsx';
import { useExplanations } from '../triage/explanation-queries.ts';
import { TriageNote } from '../triage/TriageNote.tsx';
import { Waiting } from '../ui/Waiting.tsx';

const text = messages.page.details;
const indicatorTexts: Readonly<Record<string, string>> = messages.indicators;

/** A finding: its figures, the facts it rests on row by row, and what speaks against reading too much into it. */
export function FindingDetails({ id }: { id: string }) {
  const { data, error, refetch } = useFinding(id);
  const { data: detectors } = useDetectors();
  const title = useDetectorTitle();
  const { data: explanations } = useExplanations(id);
  const hasChecks = (explanations?.items.length ?? 0) > 0;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const info = detectors?.items.find((one) => one.id === data.detector);
  const facts = Object.entries(data.facts).map(([name, value]) => ({
    name: nameIn(info, name),
    value: readable(value),
  }));
  return (
    <>
      <Heading
        kind={`${text.finding} · ${title(data.detector)}`}
        title={data.title}
        names={data.nodes}
      >
        <ScoreBar score={data.score} of="finding" />
        <TriageNote id={id} />
        {data.accounts.length > 0 && (
          <Text size="sm" mt={8}>
            {text.possibleRole[data.possible_role]}
          </Text>
        )}
        <Text size="xs" c="dimmed" mt={4}>
          {`${dates(data.first_seen, data.last_seen)} · ${data.id}`}
        </Text>
        <Group mt="sm">
          <ExportButton of={{ finding: id }} title={id} />
          {data.cluster_id !== null && <ClusterLink id={data.cluster_id} />}
        </Group>
      </Heading>
      <Section title={text.whyLinked} count={data.evidence.length}>
        {citedPart(data.counted).map((part) => (
          <Text key={part} size="xs" c="dimmed" mb={6}>
            {part}
          </Text>
        ))}
        <LinkList links={data.evidence} />
      </Section>
      <Section title={text.facts}>
        <FactTable facts={facts} />
      </Section>
      <Section title={text.members} count={data.accounts.length}>
        <Group gap={6}>
          {data.accounts.map((account) => (
            <NodeLink key={account} node={{ type: 'account', id: account }} />
          ))}
        </Group>
      </Section>
      {data.indicators.length > 0 && (
        <Section title={text.indicators}>
          {data.indicators.map((indicator) => (
            <Text key={indicator} size="sm" mb={6}>
              <span className="pill">{indicator}</span> {indicatorTexts[indicator]}
            </Text>
          ))}
        </Section>
      )}
      <ExplanationChecks id={id} accounts={data.accounts.length} />
      <Section title={title(data.detector)}>
        <DetectorNotes detector={data.detector} open benign={!hasChecks} />
        <HowItWasFound detector={data.detector} />
      </Section>
    </>
  );
}

function ClusterLink({ id }: { id: string }) {
  const [, navigate] = useLocation();
  return (
    <UnstyledButton className="text-link" onClick={() => navigate(addressOfSubject('cluster', id))}>
      {text.openCluster}
    </UnstyledButton>
  );
}

function HowItWasFound({ detector }: { detector: string }) {
  const { data } = useDetectors();
  const info = data?.items.find(({ id }) => id === detector);
  if (!info) return null;
  return (
    <div className="notes">
      <Note title={text.looksFor}>
        <Text size="sm">{info.looks_for}</Text>
      </Note>
      <Note title={text.parameters}>
        <FactTable
          facts={info.parameters.map(({ name, default: usual, unit, why }) => ({
            name: nameIn(info, name),
            value: `${readable(usual)} ${unit ?? ''} – ${why}`,
          }))}
        />
      </Note>
      <DetectorQueries info={info} />
    </div>
  );
}
