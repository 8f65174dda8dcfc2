import { Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Case } from '../../../domain/case.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { Failure } from '../ui/Failure.tsx';
import { NodeLink } from '../subject/NodeLink.tsx';
import { addressOfSubject } from '../subject/subject.ts';
import { Section } from '../ui/Section.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ScoreBar } from '../ui/ScoreBar.tsx';
import { JudgementHistory } from '../judgements/JudgementHistory.tsx';
import { useJudgementsAmong } from '../board/judged/use-judging.ts';

const text = messages.cases;

/** The accounts on a case's boards, the clusters that they are in, and what was decided of them. */
export function CaseAccounts({ kept }: { kept: Case }) {
  const { accounts, accounts_in_all: all } = kept;
  return (
    <>
      <Section title={text.accounts} count={all}>
        {all === 0 && (
          <Text size="sm" c="dimmed">
            {text.noAccounts}
          </Text>
        )}
        {accounts.length < all && (
          <Text size="xs" c="dimmed" mb={6}>
            {text.firstAccounts(accounts.length, all)}
          </Text>
        )}
        <Group gap={6}>
          {accounts.map((node) => (
            <NodeLink key={formatRef(node)} node={node} name={node.caption} />
          ))}
        </Group>
      </Section>
      {all > 0 && <Clusters clusters={kept.clusters} />}
      {all > 0 && <Decisions accounts={accounts.map(formatRef)} />}
    </>
  );
}

function Clusters({ clusters }: Pick<Case, 'clusters'>) {
  return (
    <Section title={text.clusters} count={clusters.length}>
      {clusters.length === 0 && (
        <Text size="sm" c="dimmed">
          {text.noClusters}
        </Text>
      )}
      {clusters.map(({ id, name, score, accounts, here }) => (
        <div key={id} className="case-row">
          <ScoreBar score={score} of="cluster" />
          <Link className="text-link breaks" href={addressOfSubject('cluster', id)}>
            {name}
          </Link>
          <Text size="xs" c="dimmed">
            {text.ofCluster(here, accounts)}
          </Text>
        </div>
      ))}
    </Section>
  );
}

function Decisions({ accounts }: { accounts: readonly string[] }) {
  const { data, error, refetch } = useJudgementsAmong(accounts);
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <Section title={text.decisions} count={data.length}>
      {data.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.noDecisions}
        </Text>
      ) : (
        <JudgementHistory judgements={data} named />
      )}
    </Section>
  );
}
