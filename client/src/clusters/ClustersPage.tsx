import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { ClusterOverview } from '../../../domain/cluster-overview.ts';
import { messages } from '../../../domain/messages/later.ts';
import { ask } from '../api/fetch.ts';
import { answerAt } from '../provenance/asking.ts';
import { Answer, NothingToShow, ViewRoom } from '../views/ViewRoom.tsx';
import { ClusterDrawing } from './ClusterDrawing.tsx';
import { TieTable } from './TieTable.tsx';
import './clusters.css';

const text = messages.clusterOverview;

/** All clusters of the latest run at once, and what joins them. */
export function ClustersPage() {
  const answer = useQuery({
    queryKey: ['cluster-overview'],
    queryFn: ({ signal }) => ask('clusterOverview', {}, {}, signal),
  });
  return (
    <div className="clusters-page">
      <Answer of={answer}>{(data) => <Overview data={data} />}</Answer>
    </div>
  );
}

function Overview({ data }: { data: ClusterOverview }) {
  const { clusters, ties, omitted, run } = data;
  const names = useMemo(() => new Map(clusters.map(({ id, name }) => [id, name])), [clusters]);
  const nameOf = (id: string) => names.get(id) ?? id;
  const nothing = run === null ? messages.page.state.noRunTitle : messages.page.lists.noClusters;
  return (
    <ViewRoom
      title={text.title}
      tools={
        <Text component="h2" fw={650} size="sm">
          {text.title} <span className="tab-count">{clusters.length}</span>
        </Text>
      }
      answered={[answerAt(messages.queries.asked.of.view, 'clusterOverview')]}
      notes={[
        omitted.clusters > 0 && text.moreClusters(omitted.clusters),
        omitted.accounts > 0 && text.moreAccounts(omitted.accounts),
        omitted.ties > 0 && text.moreTies(omitted.ties),
      ]}
    >
      {clusters.length === 0 ? (
        <NothingToShow title={nothing} />
      ) : (
        <div className="clusters-room" tabIndex={0} role="group" aria-label={text.title}>
          <p className="clusters-key faint">{`${text.key} ${messages.clusterMap.hint}`}</p>
          <ClusterDrawing data={data} nameOf={nameOf} />
          {ties.length === 0 ? (
            <p className="clusters-key faint">{text.noTies}</p>
          ) : (
            <TieTable ties={ties} nameOf={nameOf} />
          )}
        </div>
      )}
    </ViewRoom>
  );
}
