import { Badge, Button, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { formatRef } from '../../../domain/schema/graph.ts';
import type { Judgement } from '../../../domain/judgement.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { NodeLink } from '../subject/NodeLink.tsx';
import { dayAndTime } from '../theme/formats.ts';
import { ReasonDialog, type Asked } from './ReasonDialog.tsx';
import { useCounted, useJudging } from '../board/judged/use-judging.ts';
import './judgements.css';

const text = messages.judgements.page;

interface JudgementHistoryProps {
  judgements: readonly Judgement[];
  /** Whether each says what it is about; not needed where that stands above. */
  named?: boolean;
}

/** Who judged what, when and why, latest first; what is in force can be withdrawn. */
export function JudgementHistory({ judgements, named = false }: JudgementHistoryProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { withdraw } = useJudging();
  const askWhy = ({ id, kind }: Judgement) => {
    const split = kind === 'identity';
    setAsked({
      title: split ? text.splitTitle : text.withdrawTitle,
      hint: split ? text.splitHint : text.withdrawHint,
      action: split ? text.splitDo : text.withdrawDo,
      act: (why) => withdraw(id, why),
    });
  };
  return (
    <>
      <ol className="judgements" aria-label={text.history}>
        {judgements.map((judgement) => (
          <Entry
            key={judgement.id}
            judgement={judgement}
            named={named}
            onWithdraw={() => askWhy(judgement)}
          />
        ))}
      </ol>
      {asked && <ReasonDialog asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
}

interface EntryProps {
  judgement: Judgement;
  named: boolean;
  onWithdraw: () => void;
}

function Entry({ judgement, named, onWithdraw }: EntryProps) {
  const { subjects, kind, verdict, by, at, why, withdrawn } = judgement;
  const counted = useCounted()(judgement);
  return (
    <li className={`judgement ${withdrawn ? 'judgement-over' : verdict}`}>
      <Group gap={6} wrap="wrap" justify="space-between">
        <Text size="sm" fw={600}>
          {text.verdictOf[kind][verdict]}
        </Text>
        {!withdrawn && (
          <Badge size="sm" variant="outline" color={counted ? 'teal' : 'gray'}>
            {text.inForce}
          </Badge>
        )}
      </Group>
      {named && (
        <Group gap={6} my={4}>
          {subjects.map((node) => (
            <NodeLink key={formatRef(node)} node={node} />
          ))}
        </Group>
      )}
      <Text size="xs" c="dimmed">
        {text.byAt(by, dayAndTime(at))}
      </Text>
      <Text size="sm" className="breaks said" dir="auto">
        {why}
      </Text>
      {withdrawn ? (
        <Text size="xs" c="dimmed" className="breaks" dir="auto">
          {text.withdrawn(withdrawn.by, dayAndTime(withdrawn.at), withdrawn.why)}
        </Text>
      ) : (
        <Button size="compact-xs" variant="subtle" mt={4} onClick={onWithdraw}>
          {kind === 'identity' ? text.split : text.withdraw}
        </Button>
      )}
      {counted === (withdrawn === null) ? (
        counted && (
          <Text size="xs" c="dimmed" mt={2}>
            {text.counted}
          </Text>
        )
      ) : (
        <Text size="xs" mt={2}>
          {text.nextRun}
        </Text>
      )}
    </li>
  );
}
