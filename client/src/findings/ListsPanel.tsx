import { Tabs } from '@mantine/core';
import { useLocation } from 'wouter';
import { words } from '../../../domain/words/index.ts';
import { useOverview } from '../api/queries.ts';
import { ClusterList } from './ClusterList.tsx';
import { FindingList } from './FindingList.tsx';
import { useState } from 'react';

const text = words.page.lists;

type List = 'clusters' | 'findings';

/** The ranked clusters and findings of the latest run. */
export function ListsPanel() {
  const { data } = useOverview();
  const [address] = useLocation();
  const [list, setList] = useState<List>(address.startsWith('/finding/') ? 'findings' : 'clusters');
  return (
    <Tabs
      value={list}
      onChange={(value) => setList(value === 'findings' ? 'findings' : 'clusters')}
      className="tabs"
      keepMounted={false}
    >
      <Tabs.List grow>
        <Tabs.Tab value="clusters">{counted(text.clusters, data?.clusters)}</Tabs.Tab>
        <Tabs.Tab value="findings">{counted(text.findings, data?.findings)}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="clusters" className="tab">
        <ClusterList />
      </Tabs.Panel>
      <Tabs.Panel value="findings" className="tab">
        <FindingList />
      </Tabs.Panel>
    </Tabs>
  );
}

function counted(name: string, count: number | undefined) {
  return (
    <>
      {name} <span className="tab-count">{count?.toLocaleString(words.page.locale) ?? ''}</span>
    </>
  );
}
