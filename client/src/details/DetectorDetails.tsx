import { Button, Text } from '@mantine/core';
import type { DetectorInfo } from '../../../domain/answers.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useDetectors, useFindings, useOverview } from '../api/queries.ts';
import { Failure } from '../ui/Failure.tsx';
import { nameIn } from '../detection/detector-titles.ts';
import { decimal, readable } from '../theme/formats.ts';
import { ParametersButton } from '../trials/ParametersButton.tsx';
import { DetectorNotes } from './DetectorNotes.tsx';
import { DetectorQueries } from './DetectorQueries.tsx';
import { FactTable } from './FactTable.tsx';
import { FindingCards } from './FindingCards.tsx';
import { Heading } from '../ui/Heading.tsx';
import { Section } from '../ui/Section.tsx';
import { Waiting } from '../ui/Waiting.tsx';

const text = messages.page.details;
const indicatorTexts: Readonly<Record<string, string>> = messages.indicators;

/** A detector's own page: all of it comes from its declaration and from the latest run. */
export function DetectorDetails({ id }: { id: string }) {
  const { data, error, refetch } = useDetectors();
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  const info = data?.items.find((detector) => detector.id === id);
  if (!info) return <Waiting />;
  return (
    <>
      <Heading kind={`${text.detector} ${text.version(info.id, info.version)}`} title={info.title}>
        <Text size="sm" mt={8}>
          {info.looks_for}
        </Text>
      </Heading>
      <FoundBy id={id} />
      <Section title={text.indicators}>
        {info.indicators.map((indicator) => (
          <Text key={indicator} size="sm" mb={6}>
            <span className="pill">{indicator}</span> {indicatorTexts[indicator]}
            {info.shows?.[indicator] && ` – ${text.citedWhere(info.shows[indicator])}`}
          </Text>
        ))}
        <DetectorNotes detector={id} open />
      </Section>
      <Settings info={info} />
      <Section title={text.weighs}>
        <FactTable
          facts={info.weights.map(({ name, weight, why }) => ({
            name: text.weighedAs(name.slice(0, name.indexOf(':'))),
            value: `${decimal(weight)} – ${why}`,
          }))}
        />
      </Section>
      <Section title={text.query}>
        <div className="notes">
          <DetectorQueries info={info} />
        </div>
      </Section>
    </>
  );
}

function FoundBy({ id }: { id: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage } = useFindings({ detector: id });
  const findings = data?.pages.flatMap((page) => page.items);
  if (error && !findings) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Section title={text.foundBy} count={hasNextPage ? undefined : findings?.length}>
      {findings && <FindingCards findings={findings} />}
      {findings?.length === 0 && <span className="faint">{text.foundNothing}</span>}
      {hasNextPage && (
        <Button size="compact-xs" variant="subtle" onClick={() => void fetchNextPage()}>
          {messages.page.more}
        </Button>
      )}
    </Section>
  );
}

/** What the latest run used, and what it measured as usual. */
function Settings({ info }: { info: DetectorInfo }) {
  const { data } = useOverview();
  const used = data?.run?.detectors.find(({ id }) => id === info.id)?.parameters ?? {};
  const names = new Set(info.parameters.map(({ name }) => name));
  const measured = Object.entries(used).filter(([name]) => !names.has(name));
  return (
    <Section title={text.parameters}>
      <FactTable
        facts={info.parameters.map(({ name, default: usual, unit, why }) => ({
          name: nameIn(info, name),
          value: `${readable(used[name] ?? usual)} ${unit ?? ''} – ${why}`,
        }))}
      />
      {measured.length > 0 && (
        <>
          <Text size="sm" fw={550} mt="sm">
            {text.usual}
          </Text>
          <FactTable
            facts={measured.map(([name, value]) => ({
              name: nameIn(info, name),
              value: readable(value),
            }))}
          />
        </>
      )}
      <ParametersButton detector={info} />
    </Section>
  );
}
