import { Group, Text } from '@mantine/core';
import { Link } from 'wouter';
import type { Case } from '../../../domain/case.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { Failure } from '../ui/Failure.tsx';
import { NodeLink } from '../subject/NodeLink.tsx';
import { addressOfSubject } from '../subject/subject.ts';
import { Section } from '../ui/Section.tsx';
import { ScoreBar } from '../ui/ScoreBar.tsx';
import { JudgementHistory } from '../judgements/JudgementHistory.tsx';
import { useJudgementsAmong } from '../board/judged/use-judging.ts';

const text = messages.cases;

/** The accounts on a case's boards, and the clusters that they are in. */
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

/** The judgements in force about the accounts of a case, which can be withdrawn here. */
export function CaseDecisions({ accounts }: Pick<Case, 'accounts'>) {
  const { data, error, refetch } = useJudgementsAmong(accounts.map(formatRef));
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  const judged = data ?? [];
  return (
    <Section title={text.decisions} count={judged.length}>
      {judged.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.noDecisions}
        </Text>
      ) : (
        <JudgementHistory judgements={judged} named />
      )}
    </Section>
  );
}
