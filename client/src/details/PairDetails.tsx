import { Group, Text } from '@mantine/core';
import { Fragment } from 'react';
import { Link } from 'wouter';
import type { Explanation } from '../../../domain/answers.ts';
import { formatRef, type NodeRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useExplanation } from '../api/queries.ts';
import { Failure } from '../ui/Failure.tsx';
import { addressOfSubject } from '../subject/subject.ts';
import { useBoard } from '../workspace/board.tsx';
import { PairJudgements } from '../judgements/PairJudgements.tsx';
import { ScoreBar } from '../ui/ScoreBar.tsx';
import { useDetectorTitle } from '../detection/detector-titles.ts';
import { DetectButton } from '../detection/DetectButton.tsx';
import { Heading } from '../ui/Heading.tsx';
import { HoursAtWork } from './HoursAtWork.tsx';
import { NodeLink } from '../ui/LinkList.tsx';
import { OnTopLink } from '../ui/OnTopLink.tsx';
import { Section } from '../ui/Section.tsx';
import { SourceLinks } from './SourceLinks.tsx';
import { SumTable } from './SumTable.tsx';
import { TimesTogether } from './TimesTogether.tsx';
import { Waiting } from '../ui/Waiting.tsx';

const text = messages.page.details;

/** Why two accounts are linked: what each thing in common weighs, and the way from one account to the other. */
export function PairDetails({ a, b }: { a: string; b: string }) {
  const { data, error, refetch } = useExplanation(a, b);
  const board = useBoard();
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const nameOf = (id: string) => board.nodes.get(formatRef({ type: 'account', id }))?.caption ?? id;
  return (
    <>
      <Heading kind={`${text.pair} ${a} – ${b}`} title={text.pairTitle(nameOf(a), nameOf(b))}>
        <TwoAnswers explanation={data} />
        <Text size="sm" mt={8}>
          {data.weights.length > 0 ? text.pairHint : text.pairNothing}
        </Text>
        {data.judgement?.verdict === 'rejected' && data.weights.length > 0 && (
          <Text size="sm" mt={4}>
            {messages.judgements.page.notCounted}
          </Text>
        )}
        {data.outdated && (
          <div>
            <Text size="sm" my={4} fw={600}>
              {messages.judgements.outdated}
            </Text>
            <DetectButton variant="default" />
          </div>
        )}
        <Group gap="sm" mt="sm">
          {[a, b].map((id) => (
            <NodeLink key={id} node={{ type: 'account', id }} />
          ))}
        </Group>
      </Heading>
      <PairJudgements a={a} b={b} />
      {data.weights.length > 0 && (
        <>
          <LinkSum explanation={data} />
          <Section title={text.ways} count={data.weights.length}>
            {data.weights.map((weight) => (
              <Way
                key={weight.finding ?? 'judgement'}
                weight={weight}
                names={[nameOf(a), nameOf(b)]}
              />
            ))}
          </Section>
        </>
      )}
      <HoursAtWork accounts={[a, b]} />
    </>
  );
}

/** Whether the same hands run the two, and, beside it, whether the group that both are in serves a scheme. */
function TwoAnswers({ explanation: { score, group } }: { explanation: Explanation }) {
  return (
    <>
      <Text size="xs" c="dimmed">
        {text.sameHands}
      </Text>
      <ScoreBar score={score} of="link" />
      {group === null ? (
        <Text size="xs" c="dimmed" mt={6}>
          {text.servesNone}
        </Text>
      ) : (
        <>
          <Text size="xs" mt={6}>
            <Link className="text-link" href={addressOfSubject('cluster', group.cluster)}>
              {text.servesScheme(group.accounts)}
            </Link>
          </Text>
          <ScoreBar score={group.score} of="cluster" />
        </>
      )}
      <Text size="xs" c="dimmed" mt={6}>
        {text.twoQuestions}
      </Text>
    </>
  );
}

function LinkSum({ explanation }: { explanation: Explanation }) {
  const title = useDetectorTitle();
  return (
    <Section title={text.linkSum}>
      <Text size="xs" c="dimmed" mb={6}>
        {text.sumHint}
      </Text>
      <SumTable
        steps={[
          { key: 'prior', says: text.prior, amount: explanation.prior },
          ...explanation.weights.map(({ what, finding, detector, weight, same_rows: same }) => ({
            key: finding ?? 'judgement',
            says: `${detector === null ? what : title(detector)}${same ? ` – ${text.sameRows}` : ''}`,
            amount: weight,
            href: finding === null ? null : addressOfSubject('finding', finding),
          })),
        ]}
        total={{ key: 'total', says: text.total, amount: explanation.total }}
      />
    </Section>
  );
}

interface WayProps {
  weight: Explanation['weights'][number];
  names: readonly [string, string];
}

/** One thing in common: how rare it is, when each used it, the steps from one account to the other, and their rows. */
function Way({ weight, names }: WayProps) {
  return (
    <article className="card">
      {weight.finding === null ? (
        <Text size="sm" fw={600}>
          {weight.what}
        </Text>
      ) : (
        <OnTopLink href={addressOfSubject('finding', weight.finding)}>{weight.what}</OnTopLink>
      )}
      <Text size="xs" c="dimmed" mt={4}>
        {weight.reason}
      </Text>
      <Steps path={weight.nodes} />
      {weight.times && <TimesTogether times={weight.times} names={names} />}
      <SourceLinks sources={weight.sources} />
    </article>
  );
}

function Steps({ path }: { path: readonly NodeRef[] }) {
  if (path.length === 0) return null;
  return (
    <Group gap={5} mt={6}>
      {path.map((node, index) => (
        <Fragment key={formatRef(node)}>
          {index > 0 && (
            <span className="faint" aria-hidden>
              –
            </span>
          )}
          <NodeLink node={node} />
        </Fragment>
      ))}
    </Group>
  );
}
