import { Badge, Group, Text } from '@mantine/core';
import type { Answer } from '../../../domain/api/api.ts';
import { clusterTitle } from '../../../domain/labels/cluster-title.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useCluster } from '../api/queries.ts';
import { Failure } from '../ui/Failure.tsx';
import { addressOfSubject } from '../subject/subject.ts';
import { useBoard } from '../workspace/board.tsx';
import { visibleRelations } from '../board/board.ts';
import { ScoreBar } from '../ui/ScoreBar.tsx';
import { dates, withDays } from '../theme/formats.ts';
import { written } from '../theme/written.ts';
import { ExportButton } from '../evidence/ExportButton.tsx';
import { FindingCards } from './FindingCards.tsx';
import { GroupSum } from './GroupSum.tsx';
import { RankingSum } from './RankingSum.tsx';
import { Heading } from '../ui/Heading.tsx';
import { LinkList, NodeLink } from '../ui/LinkList.tsx';
import { OnTopLink } from '../ui/OnTopLink.tsx';
import { Section } from '../ui/Section.tsx';
import { ExplanationChecks } from '../triage/ExplanationChecks.tsx';
import { TriageNote } from '../triage/TriageNote.tsx';
import { Waiting } from '../ui/Waiting.tsx';

const text = messages.page.details;

/** A cluster: its accounts, the findings that join them, and the facts under those. */
export function ClusterDetails({ id }: { id: string }) {
  const { data, error, refetch } = useCluster(id);
  const board = useBoard();
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const links = visibleRelations(board);
  const members = new Set(data.accounts);
  const named = data.finding_list.flatMap(({ nodes }) => nodes);
  const context = [...new Set(named.flatMap(({ type, id }) => (type === 'account' ? [id] : [])))]
    .filter((id) => !members.has(id))
    .sort();
  return (
    <>
      <Heading kind={`${text.cluster} ${id}`} title={clusterTitle(data, written)}>
        <ScoreBar score={data.score} of="cluster" />
        <TriageNote id={id} />
        <Text size="sm" mt={8}>
          {withDays(data.summary)}
        </Text>
        <Text size="xs" c="dimmed" mt={4}>
          {dates(data.first_seen, data.last_seen)}
        </Text>
        <Group mt="sm">
          <ExportButton of={{ cluster: id }} title={id} />
        </Group>
        <Text size="xs" c="dimmed" mt="sm">
          {messages.page.lists.clusterHint}
        </Text>
      </Heading>
      <RankingSum cluster={data} titles={titlesOf(data)} />
      <Section title={text.members} count={data.accounts.length}>
        <Group gap={6}>
          {data.accounts.map((account) => (
            <NodeLink key={account} node={{ type: 'account', id: account }} />
          ))}
        </Group>
      </Section>
      {context.length > 0 && (
        <Section title={messages.standing.context} count={context.length}>
          <Text size="xs" c="dimmed" mb={6}>
            {messages.standing.contextHint}
          </Text>
          <Group gap={6}>
            {context.map((account) => (
              <NodeLink key={account} node={{ type: 'account', id: account }} />
            ))}
          </Group>
        </Section>
      )}
      {data.group && <GroupSum sum={data.group} accounts={data.accounts.length} />}
      <ExplanationChecks id={id} accounts={data.accounts.length} />
      <HeldBy cluster={data} />
      <Section title={text.why} count={data.finding_list.length}>
        <FindingCards findings={data.finding_list} members={members} />
      </Section>
      {links.length > 0 && (
        <Section title={text.whyLinked} count={links.length}>
          <LinkList links={links} />
        </Section>
      )}
    </>
  );
}

function titlesOf({ finding_list: findings }: Answer<'cluster'>): Map<string, string> {
  return new Map(findings.map(({ id, title }) => [id, title]));
}

/** The bonds that make it one cluster, and the one that it hangs by. */
function HeldBy({ cluster }: { cluster: Answer<'cluster'> }) {
  const titles = titlesOf(cluster);
  if (cluster.held_by.length === 0) return null;
  return (
    <Section title={text.heldBy}>
      {cluster.held_by.map((id) => (
        <div key={id} className="link-row">
          <OnTopLink href={addressOfSubject('finding', id)}>{titles.get(id) ?? id}</OnTopLink>
          {id === cluster.splits_without && (
            <Badge variant="outline" color="gray" size="sm" ml={6}>
              {text.splits}
            </Badge>
          )}
        </div>
      ))}
    </Section>
  );
}
