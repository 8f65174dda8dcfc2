import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Cluster } from '../../../domain/finding.ts';
import { rankingLabel } from '../../../domain/labels/stakes-label.ts';
import type { Stakes } from '../../../domain/ranking.ts';
import type { NodeRef } from '../../../domain/schema/graph.ts';
import { messages } from '../../../domain/messages/later.ts';
import { addressOfSubject } from '../subject/subject.ts';
import { dayAndTime, decimal } from '../theme/formats.ts';
import { written } from '../theme/written.ts';
import { RankingParametersButton } from '../trials/RankingParametersButton.tsx';
import { NodeLink } from '../ui/LinkList.tsx';
import { OnTopLink } from '../ui/OnTopLink.tsx';
import { Section } from '../ui/Section.tsx';
import { SumTable } from './SumTable.tsx';

const text = messages.ranking;

interface RankingSumProps {
  cluster: Pick<Cluster, 'score' | 'ranking'>;
  /** Titles of its findings, by id. */
  titles: ReadonlyMap<string, string>;
}

/** Where a cluster stands: each step of the sum with what it counts, and whom. Nothing for a run that ranked none. */
export function RankingSum({ cluster: { score, ranking }, titles }: RankingSumProps) {
  if (!ranking) return null;
  const { stakes, terms, total } = ranking;
  return (
    <Section title={text.title}>
      <Text size="xs" c="dimmed" mb={6}>
        {text.hint} {text.asOf(dayAndTime(stakes.as_of), written.day(stakes.since))}
      </Text>
      <SumTable
        steps={terms.map((term) => ({
          key: term.name,
          says: rankingLabel(term, { stakes, score }, written),
          note: `${decimal(term.value)} × ${decimal(term.weight)}`,
          amount: term.adds,
        }))}
        total={{ key: 'total', says: text.total, amount: total }}
      />
      <Traced stakes={stakes} titles={titles} />
      <RankingParametersButton />
    </Section>
  );
}

/** Whom and what the steps count, each a way on. */
function Traced({ stakes, titles }: { stakes: Stakes; titles: RankingSumProps['titles'] }) {
  const { listed, payment_accounts, left_out, active, growing, victims } = stakes;
  // A finding may lead to several; one that names others beside members is not among those of the cluster.
  const findings = new Map(
    listed.flatMap(({ name, findings: ids }) =>
      ids.map((id) => [id, titles.get(id) ?? `${name} (${id})`] as const),
    ),
  );
  const accounts = (ids: readonly string[]) => nodes('account', ids);
  const purses = (ids: readonly string[]) => nodes('payment_account', ids);
  const parts: [keyof typeof text.traced, ReactNode[]][] = [
    [
      'listed',
      [...findings].map(([id, title]) => (
        <OnTopLink key={id} href={addressOfSubject('finding', id)}>
          {title}
        </OnTopLink>
      )),
    ],
    ['payment_accounts', purses(payment_accounts)],
    ['left_out', purses(left_out)],
    ['active', accounts(active.accounts)],
    ['created', accounts(growing.created)],
    ['joined', accounts(growing.joined)],
    ['victims', accounts(victims.accounts)],
  ];
  const rest = victims.clients - victims.accounts.length;
  return (
    <details>
      <Text component="summary" size="sm" mt={8}>
        {text.trace}
      </Text>
      {parts
        .filter(([, links]) => links.length > 0)
        .map(([name, links]) => (
          <div key={name}>
            <Text size="xs" c="dimmed" mt={6}>
              {String(text.traced[name])}
            </Text>
            <Group gap={6}>
              {links}
              {name === 'victims' && rest > 0 && <Text size="sm">{text.traced.more(rest)}</Text>}
            </Group>
          </div>
        ))}
    </details>
  );
}

function nodes(type: NodeRef['type'], ids: readonly string[]): ReactNode[] {
  return ids.map((id) => <NodeLink key={id} node={{ type, id }} />);
}
