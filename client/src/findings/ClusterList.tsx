import { Link, useLocation } from 'wouter';
import type { Answer } from '../../../domain/api/api.ts';
import { clusterTitle } from '../../../domain/labels/cluster-title.ts';
import { stakesLabels } from '../../../domain/labels/stakes-label.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useClusters, useOverview } from '../api/queries.ts';
import { addressOfSubject } from '../subject/subject.ts';
import { dates, decimal } from '../theme/formats.ts';
import { written } from '../theme/written.ts';
import { answerAt } from '../provenance/asking.ts';
import { useDetectorTitle } from '../detection/detector-titles.ts';
import { usePutOver } from '../workspace/over.ts';
import { RankedList, type RankedItem } from './RankedList.tsx';

export function ClusterList() {
  const clusters = useClusters();
  const { data: overview } = useOverview();
  const title = useDetectorTitle();
  const [address, navigate] = useLocation();
  const onTop = usePutOver();
  const found = clusters.data?.pages.flatMap((page) => page.items);
  const items = found?.map((cluster) => itemOf(cluster, title));
  return (
    <RankedList
      label={messages.page.lists.clusters}
      head={
        <Link className="all-clusters" href="/clusters">
          {messages.page.lists.allClusters}
        </Link>
      }
      order={found?.[0]?.ranking ? messages.atStake.order : messages.atStake.orderByScore}
      answered={answerAt(messages.queries.asked.of.list, 'clusters')}
      items={items}
      error={clusters.error}
      onRetry={() => void clusters.refetch()}
      nothing={
        overview?.run === null ? messages.page.state.noRunTitle : messages.page.lists.noClusters
      }
      address={address}
      onOpen={navigate}
      onTop={onTop}
      onMore={clusters.hasNextPage ? () => void clusters.fetchNextPage() : null}
      loadingMore={clusters.isFetchingNextPage}
    />
  );
}

function itemOf(
  cluster: Answer<'clusters'>['items'][number],
  titleOf: (detector: string) => string,
): RankedItem {
  const title = clusterTitle(cluster, written);
  // What the title says already is not said again.
  const atStake = (cluster.ranking ? stakesLabels(cluster.ranking.stakes, written) : []).filter(
    (label) => !title.includes(label),
  );
  return {
    key: cluster.id,
    score: cluster.score,
    scored: 'cluster',
    title,
    decided: cluster.decided,
    about: (
      <>
        {cluster.detectors.length > 0 && (
          <span className="two-lines">{cluster.detectors.map(titleOf).join(' · ')}</span>
        )}
        {atStake.length > 0 && (
          <span className="at-stake">
            {messages.atStake.title}: {atStake.join(' · ')}
          </span>
        )}
        {cluster.ranking && (
          <span title={messages.atStake.totalHint}>
            {messages.atStake.total(decimal(cluster.ranking.total))}
          </span>
        )}
        <span className="faint">{dates(cluster.first_seen, cluster.last_seen)}</span>
      </>
    ),
    href: addressOfSubject('cluster', cluster.id),
  };
}
