import { Tabs } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../../../domain/messages/browser.ts';
import { useOverview } from '../api/queries.ts';
import { ClusterList } from './ClusterList.tsx';
import { CalibrationButton } from '../trials/CalibrationButton.tsx';
import { DetectorList } from './DetectorList.tsx';
import { isNarrowed, useFindingFilter } from './finding-filter.ts';
import { FindingList } from './FindingList.tsx';
import '../queries/queries.css';

const text = messages.page.lists;

const QueryList = lazy(() =>
  import('../queries/QueryList.tsx').then(({ QueryList }) => ({ default: QueryList })),
);

const lists = ['clusters', 'findings', 'detectors', 'queries'] as const;
type List = (typeof lists)[number];

/** The ranked clusters and findings of the latest run. */
export function ListsPanel() {
  const { data } = useOverview();
  const [address] = useLocation();
  const { filter, put } = useFindingFilter();
  const [list, setList] = useState<List>(isNarrowed(filter) ? 'findings' : listOf(address));
  return (
    <Tabs
      value={list}
      onChange={(value) => setList(lists.find((one) => one === value) ?? 'clusters')}
      className="tabs"
      keepMounted={false}
    >
      <Tabs.List grow>
        <Tabs.Tab value="clusters">{counted(text.clusters, data?.clusters)}</Tabs.Tab>
        <Tabs.Tab value="findings">{counted(text.findings, data?.findings)}</Tabs.Tab>
        <Tabs.Tab value="detectors">{text.detectors}</Tabs.Tab>
        <Tabs.Tab value="queries">{messages.queries.tab}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="clusters" className="tab">
        <ClusterList />
      </Tabs.Panel>
      <Tabs.Panel value="findings" className="tab">
        <FindingList filter={filter} onFilter={put} />
      </Tabs.Panel>
      <Tabs.Panel value="detectors" className="tab">
        <CalibrationButton />
        <DetectorList />
      </Tabs.Panel>
      <Tabs.Panel value="queries" className="tab">
        <Suspense>
          <QueryList />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}

function listOf(address: string): List {
  if (address.startsWith('/finding/')) return 'findings';
  if (address.startsWith('/query')) return 'queries';
  return address.startsWith('/detector/') ? 'detectors' : 'clusters';
}

function counted(name: string, count: number | undefined) {
  return (
    <>
      {name} <span className="tab-count">{count?.toLocaleString(messages.page.locale) ?? ''}</span>
    </>
  );
}
