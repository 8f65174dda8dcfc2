import { Alert, Button, Group, Radio, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { Case } from '../../../domain/case.ts';
import { joinKinds, type AlikeCase, type JoinKind } from '../../../domain/case-work.ts';
import { messages } from '../../../domain/messages/later.ts';
import { send } from '../api/fetch.ts';
import { ReasonDialog } from '../judgements/ReasonDialog.tsx';
import { addressOfBoard, addressOfSubject } from '../subject/subject.ts';
import { dayAndTime } from '../theme/formats.ts';
import { Failure } from '../ui/Failure.tsx';
import { Section } from '../ui/Section.tsx';
import { useCases } from './case-queries.ts';
import { useCaseChanged, useCasesAlike, useJoinedCases } from './case-work-queries.ts';
import { WhyDialog } from './WhyDialog.tsx';

const text = messages.caseWork;

/** What an offer to join names. */
export type Target = Pick<AlikeCase, 'id' | 'title'>;

/** Says where a case went that is joined into another, why, and undoes it. */
export function JoinedNote({ kept }: { kept: Case }) {
  const [asking, setAsking] = useState(false);
  const changed = useCaseChanged();
  const { joined } = kept;
  if (!joined) return null;
  const part = async (why: string) => {
    await send('partCase', { case: kept.id }, { why, rests_on: kept.revision }).finally(changed);
  };
  return (
    <Alert variant="light" mb="sm" p="xs">
      <Text size="sm" className="breaks">
        {text.joinedInto[joined.as]}{' '}
        <Link className="text-link" href={addressOfSubject('case', joined.into)}>
          {joined.title}
        </Link>
      </Text>
      <Text size="xs" className="breaks" dir="auto">
        {text.joinedBy(joined.by, dayAndTime(joined.at), joined.why)}
      </Text>
      <Text size="xs" my={4}>
        {text.closedToWork}
      </Text>
      <Button size="compact-xs" variant="default" onClick={() => setAsking(true)}>
        {text.part}
      </Button>
      {asking && (
        <ReasonDialog
          asked={{
            ...{ title: text.part, hint: text.partHint, action: text.part },
            ...{ act: part, counts: false },
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </Alert>
  );
}

/** Cases that are joined into this one, with their boards. */
export function JoinedCases({ id }: { id: string }) {
  const { data = [], error, refetch } = useJoinedCases(id);
  if (error && data.length === 0) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data.length === 0) return null;
  return (
    <Section title={text.joinedCases} count={data.length}>
      {data.map(({ id: one, title, joined, boards, board_list: list, ...holds }) => (
        <div key={one} className="case-row">
          <Link className="text-link breaks" href={addressOfSubject('case', one)}>
            {title}
          </Link>
          <Text size="xs" c="dimmed" className="breaks" dir="auto">
            {`${joined ? `${text.joinAs[joined.as]} · ${text.joinedBy(joined.by, dayAndTime(joined.at), joined.why)} · ` : ''}${text.joinedHolds(boards, holds.comments, holds.open_tasks)}`}
          </Text>
          {list.map((board) => (
            <Link
              key={board.id}
              className="text-link breaks joined-board"
              href={addressOfBoard(one, board.id)}
            >
              {board.title}
            </Link>
          ))}
        </div>
      ))}
    </Section>
  );
}

/** So many are offered at first. */
const mostAlike = 2;

/** Cases whose boards have accounts or clusters in common with this one's. */
export function AlikeCases({ id, onJoin }: { id: string; onJoin: (target: Target) => void }) {
  const { data = [] } = useCasesAlike(id);
  const [whole, setWhole] = useState(false);
  if (data.length === 0) return null;
  return (
    <Section title={text.alike} count={data.length}>
      {data.slice(0, whole ? undefined : mostAlike).map((one) => (
        <Group key={one.id} className="alike" gap="sm" wrap="nowrap">
          <div className="grows">
            <Link className="text-link breaks" href={addressOfSubject('case', one.id)}>
              {one.title}
            </Link>
            <Text size="xs" c="dimmed">
              {inCommon(one).join(' · ')}
            </Text>
          </div>
          <Button
            size="compact-xs"
            variant="default"
            aria-label={text.joinIntoLabel(one.title)}
            onClick={() => onJoin(one)}
          >
            {text.joinInto}
          </Button>
        </Group>
      ))}
      {!whole && data.length > mostAlike && (
        <Button size="compact-xs" variant="subtle" onClick={() => setWhole(true)}>
          {text.moreAlike(data.length - mostAlike)}
        </Button>
      )}
    </Section>
  );
}

function inCommon({ state, accounts, shared_accounts: shared, shared_clusters }: AlikeCase) {
  return [
    ...(state === 'open' ? [] : [messages.cases.state[state]]),
    text.alikeAccounts(shared, accounts),
    ...(shared_clusters.length > 0 ? [text.alikeClusters(shared_clusters.length)] : []),
  ];
}

interface JoinDialogProps {
  kept: Case;
  /** What was offered; null to pick one. */
  target: Target | null;
  onClose: () => void;
}

/** Asks into which case, as what, and why. */
export function JoinDialog({ kept, target, onClose }: JoinDialogProps) {
  const [into, setInto] = useState<string | null>(target?.id ?? null);
  const [as, setAs] = useState<JoinKind>('duplicate');
  const join = async (why: string) => {
    if (into === null) return;
    await send('joinCase', { case: kept.id }, { into, as, why, rests_on: kept.revision });
  };
  return (
    <WhyDialog
      {...{ title: text.joinTitle, hint: text.joinHint, action: text.joinDo, act: join, onClose }}
      ready={into !== null}
    >
      <PickCase of={kept.id} target={target} value={into} onChange={setInto} />
      <Radio.Group label={text.joinKind} value={as} onChange={(value) => setAs(value)}>
        <Stack gap={6} mt={4}>
          {joinKinds.map((kind) => (
            <Radio key={kind} size="xs" value={kind} label={text.joinKinds[kind]} />
          ))}
        </Stack>
      </Radio.Group>
    </WhyDialog>
  );
}

interface PickCaseProps {
  of: string;
  target: Target | null;
  value: string | null;
  onChange: (id: string | null) => void;
}

function PickCase({ of, target, value, onChange }: PickCaseProps) {
  const { data } = useCases();
  const listed = data?.pages.flatMap(({ items }) => items) ?? [];
  const offered = listed.filter(({ id, joined }) => id !== of && joined === null);
  const all = target && !offered.some(({ id }) => id === target.id) ? [target] : [];
  return (
    <Select
      label={text.joinCase}
      placeholder={text.joinPick}
      searchable
      required
      data-autofocus
      nothingFoundMessage={text.joinSearch}
      data={[...all, ...offered].map(({ id, title }) => ({ value: id, label: title }))}
      value={value}
      onChange={onChange}
    />
  );
}
