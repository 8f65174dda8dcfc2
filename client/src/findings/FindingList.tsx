import { Box, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { FindingSummary } from '../../../domain/answers.ts';
import { words } from '../../../domain/words/browser.ts';
import { useDetectors, useFindings } from '../api/queries.ts';
import { addressOfSubject } from '../app/subject.ts';
import { dates } from '../theme/formats.ts';
import { answerAt } from '../queries/asking.ts';
import { useDetectorTitle } from './detector-titles.ts';
import { RankedList, type RankedItem } from './RankedList.tsx';

const text = words.page.lists;

export function FindingList() {
  const [detector, setDetector] = useState('');
  const filter = detector === '' ? {} : { detector };
  const findings = useFindings(filter);
  const title = useDetectorTitle();
  const [address, navigate] = useLocation();
  const items = findings.data?.pages
    .flatMap((page) => page.items)
    .map((finding) => itemOf(finding, title));
  return (
    <>
      <DetectorFilter value={detector} onChange={setDetector} />
      <RankedList
        label={text.findings}
        answered={answerAt(words.queries.asked.of.list, 'findings', {}, filter)}
        items={items}
        error={findings.error}
        onRetry={() => void findings.refetch()}
        nothing={detector === '' ? text.noFindings : text.noFindingsOf}
        address={address}
        onOpen={navigate}
        onMore={findings.hasNextPage ? () => void findings.fetchNextPage() : null}
        loadingMore={findings.isFetchingNextPage}
      />
    </>
  );
}

function DetectorFilter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { data } = useDetectors();
  const known = (data?.items ?? []).map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Box className="filter">
      <NativeSelect
        size="xs"
        aria-label={text.detector}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={[{ value: '', label: text.allDetectors }, ...known]}
      />
    </Box>
  );
}

function itemOf(finding: FindingSummary, titleOf: (detector: string) => string): RankedItem {
  return {
    key: finding.id,
    score: finding.score,
    scored: 'finding',
    title: finding.title,
    about: (
      <>
        <span>{titleOf(finding.detector)}</span>
        <span className="faint">{words.page.accounts(finding.accounts.length)}</span>
        <span className="faint">{dates(finding.first_seen, finding.last_seen)}</span>
      </>
    ),
    href: addressOfSubject('finding', finding.id),
  };
}
