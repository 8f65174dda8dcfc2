import { Skeleton, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { clusterTitle } from '../../../domain/labels/cluster-title.ts';
import { stakesLabels } from '../../../domain/labels/stakes-label.ts';
import { nobody } from '../../../domain/disposition.ts';
import { messages } from '../../../domain/messages/later.ts';
import { markOf, type ClusterDiff, type RunDiff } from '../../../domain/run-diff.ts';
import type { Answer } from '../../../domain/api/api.ts';
import { useClusters, useOverview } from '../api/queries.ts';
import { useMay, useRefusal } from '../api/caller.ts';
import { ConditionLine } from '../condition/ConditionLine.tsx';
import { addressOfSubject } from '../subject/subject.ts';
import { day, dayAndTime } from '../theme/formats.ts';
import { written } from '../theme/written.ts';
import { addressOfQueue } from '../triage/address.ts';
import { Failure } from '../ui/Failure.tsx';
import { Refused } from '../ui/Refused.tsx';
import { ScoreBar } from '../ui/ScoreBar.tsx';
import { ClusterGlyph } from './ClusterGlyph.tsx';
import {
  useChanged,
  useLatestLoads,
  useTasksByPerson,
  useWaiting,
  waiting,
  type Waiting,
} from './overview-queries.ts';
import './overview.css';

const text = messages.overviewPage;
/** A page of cards; the list beside has them all. */
const mostCards = 12;
/** The others are counted, and in the list of all tasks. */
const mostPeople = 5;

/** The first page: what changed, what waits, and the clusters that stand first. */
export function OverviewPage() {
  const { data } = useOverview();
  const changed = useChanged(data?.run?.run ?? null);
  return (
    <div className="overview" tabIndex={0} role="region" aria-label={text.title}>
      <div className="overview-facts">
        <Changed run={data?.run?.ended ?? null} diff={changed.data} pending={changed.isPending} />
        <Waits />
        <WaitsFor />
        <Loaded />
      </div>
      <Cards diff={changed.data} />
    </div>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="overview-fact">
      <Title order={2} fz="xs" className="overline">
        {title}
      </Title>
      {children}
    </section>
  );
}

interface ChangedProps {
  run: string | null;
  diff: RunDiff | undefined;
  pending: boolean;
}

function Changed({ run, diff, pending }: ChangedProps) {
  const counts = new Map<string, number>();
  for (const cluster of diff?.clusters ?? []) {
    const mark = markOf(cluster);
    counts.set(mark, (counts.get(mark) ?? 0) + 1);
  }
  const marks = [...counts].filter(([mark]) => mark !== 'unchanged');
  const refused = useRefusal('runDiff') !== null;
  return (
    <Fact title={text.changed}>
      {run !== null && (
        <Text size="xs" c="dimmed">
          {text.detected(dayAndTime(run))}
        </Text>
      )}
      {refused && <Refused of="runDiff" />}
      {!refused && !diff && pending && run !== null && <Skeleton h={14} w="80%" mt={6} />}
      {!refused && !diff && !(pending && run !== null) && <Text size="sm">{text.noRunBefore}</Text>}
      {diff && (
        <ul className="overview-list">
          <li>{text.findings(diff.findings.new.length, diff.findings.gone.length)}</li>
          {marks.length === 0 && <li>{text.noClusterChanged}</li>}
          {marks.map(([mark, n]) => (
            <li key={mark}>{text.clusters(n, messages.clusterChanges[mark as Mark])}</li>
          ))}
        </ul>
      )}
      {diff && (
        <Link className="text-link" href="/watch">
          {text.toChanges}
        </Link>
      )}
    </Fact>
  );
}

type Mark = ReturnType<typeof markOf>;

function Waits() {
  const refused = useRefusal('triage') !== null;
  if (refused)
    return (
      <Fact title={text.waits}>
        <Refused of="triage" />
      </Fact>
    );
  return (
    <Fact title={text.waits}>
      <ul className="overview-list">
        {(Object.keys(waiting) as Waiting[]).map((of) => (
          <Wait key={of} of={of} />
        ))}
      </ul>
      <Text size="xs" c="dimmed">
        {text.waitsCounts}
      </Text>
    </Fact>
  );
}

function Wait({ of }: { of: Waiting }) {
  const { data, isError } = useWaiting(of);
  const count = isError ? '–' : (data?.toLocaleString(locale) ?? '…');
  return (
    <li>
      <Link className="text-link" href={addressOfQueue({ ...waiting[of], sort: 'score' })}>
        {text.waiting[of](count)}
      </Link>
    </li>
  );
}

const { locale } = messages.page;

/** For whom tasks of cases wait; nothing where none is open. */
function WaitsFor() {
  const { data } = useTasksByPerson();
  if (!data || data.length === 0) return null;
  const { caseWork } = messages;
  const named = data.slice(0, mostPeople);
  return (
    <Fact title={caseWork.waitsFor}>
      <ul className="overview-list">
        {named.map(({ whom, open, overdue }) => (
          <li key={whom ?? nobody} className="breaks">
            <Link className="text-link" href={`/cases?tasks=${encodeURIComponent(whom ?? nobody)}`}>
              {caseWork.waitingOf(whom ?? caseWork.nobody, open)}
            </Link>
            {overdue > 0 && `, ${caseWork.overdue(overdue)}`}
          </li>
        ))}
      </ul>
      {data.length > named.length && (
        <Link className="text-link" href="/cases?tasks=">
          {caseWork.andOthers(data.length - named.length)}
        </Link>
      )}
    </Fact>
  );
}

function Loaded() {
  const { data, isError } = useLatestLoads();
  const mayLoad = useMay('lead');
  const refused = useRefusal('loads') !== null;
  const { data: overview } = useOverview();
  return (
    <Fact title={text.loaded}>
      <ul className="overview-list">
        {data?.items.map(({ load, started, files }) => (
          <li key={load}>
            {text.load(dayAndTime(started), files.length)}
            <span className="overview-files faint">
              {files.map(({ file, read }) => text.file(file, read)).join(', ')}
            </span>
          </li>
        ))}
        {data?.items.length === 0 && <li>{text.nothingLoaded}</li>}
        {isError && !refused && <li>–</li>}
      </ul>
      <Refused of="loads" />
      {(overview?.loads_since ?? 0) > 0 && (
        <Text size="xs" mt={4}>
          {text.since(overview!.loads_since)}
        </Text>
      )}
      {mayLoad && (
        <Link className="text-link" href="/data">
          {messages.page.header.bringIn}
        </Link>
      )}
      <ConditionLine />
    </Fact>
  );
}

function Cards({ diff }: { diff: RunDiff | undefined }) {
  const { data, error, refetch } = useClusters();
  const all = data?.pages.flatMap(({ items }) => items);
  const clusters = all && [...all.filter(isUndecided), ...all.filter((one) => !isUndecided(one))];
  if (error && !clusters) return <Failure error={error} onRetry={() => void refetch()} />;
  const changes = new Map(diff?.clusters.map((one) => [one.id, one]));
  return (
    <section>
      <div className="overview-head">
        <Title order={2} fz="xs" className="overline">
          {text.cards}
        </Title>
        <span className="faint small grows">{text.cardsOrder}</span>
        <Link className="text-link" href="/clusters">
          {messages.page.lists.allClusters}
        </Link>
      </div>
      <ul className="overview-cards" aria-busy={!clusters}>
        {clusters?.slice(0, mostCards).map((cluster) => (
          <li key={cluster.id}>
            <Card cluster={cluster} change={changes.get(cluster.id)} />
          </li>
        ))}
        {!clusters &&
          Array.from({ length: 4 }, (_, at) => (
            <li key={at}>
              <Skeleton h={148} />
            </li>
          ))}
      </ul>
      {clusters?.length === 0 && <Text c="dimmed">{messages.page.lists.noClusters}</Text>}
    </section>
  );
}

/** Whether nobody has decided of it yet. */
function isUndecided({ decided }: CardProps['cluster']): boolean {
  return !decided || decided.state === 'new' || decided.state === 'in_review';
}

interface CardProps {
  cluster: Answer<'clusters'>['items'][number];
  change: ClusterDiff | undefined;
}

function Card({ cluster, change }: CardProps) {
  const title = clusterTitle(cluster, written);
  const stakes = (cluster.ranking ? stakesLabels(cluster.ranking.stakes, written) : []).filter(
    (label) => !title.includes(label),
  );
  const { states } = messages.triage;
  const trend = change ? markOf(change) : null;
  return (
    <Link className="overview-card" href={addressOfSubject('cluster', cluster.id)}>
      <ClusterGlyph cluster={cluster} />
      <div className="overview-card-words">
        <span className="overview-card-title">{title}</span>
        <ScoreBar score={cluster.score} of="cluster" />
        {stakes.length > 0 && <span className="two-lines small">{stakes.join(' · ')}</span>}
        <span className="faint small">
          {[
            states[cluster.decided?.state ?? 'new'],
            ...(trend ? [messages.clusterChanges[trend]] : []),
            ...(cluster.last_seen ? [text.until(day(cluster.last_seen) ?? '')] : []),
          ].join(' · ')}
        </span>
      </div>
    </Link>
  );
}
