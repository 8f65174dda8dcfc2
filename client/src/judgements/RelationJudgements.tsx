import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import type { GraphRelation } from '../../../domain/answers.ts';
import { formatRef } from '../../../domain/schema/graph.ts';
import { reasonLabel } from '../../../domain/labels/reason-label.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useBoard } from '../workspace/board.tsx';
import type { EdgeGroup } from '../board/edge-groups.ts';
import { Failure } from '../ui/Failure.tsx';
import { Section } from '../ui/Section.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { JudgementHistory } from './JudgementHistory.tsx';
import { PairJudgements } from './PairJudgements.tsx';
import { useJudgementsOf } from '../board/judged/use-judging.ts';
import { Verdicts } from './Verdicts.tsx';

const text = messages.judgements.page;
const shownFirst = 3;

/** What analysts judged of all that was inferred from one node to another, and what they may judge of it. */
export function RelationJudgements({ bundle }: { bundle: EdgeGroup }) {
  const board = useBoard();
  const [all, setAll] = useState(false);
  const between = [...board.relations.values()].filter(
    ({ from, to }) => formatRef(from) === bundle.from && formatRef(to) === bundle.to,
  );
  const inferred = between.filter(isStored);
  const link = between.find(({ type }) => type === 'judgement.link');
  const left = all ? 0 : inferred.length - shownFirst;
  return (
    <>
      {inferred.length > 0 && (
        <Section title={text.askRelation}>
          {inferred.slice(0, all ? undefined : shownFirst).map((relation) => (
            <OfRelation key={relation.key} relation={relation} named={inferred.length > 1} />
          ))}
          {left > 0 && (
            <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
              {messages.page.details.moreOf(left)}
            </Button>
          )}
        </Section>
      )}
      {link && <PairJudgements a={link.from.id} b={link.to.id} />}
    </>
  );
}

/** A relation that the graph no longer has is shown as a finding states it, under no key of the graph's. */
function isStored({ key, type }: GraphRelation): boolean {
  return type.startsWith('derived.') && /^[A-Z_]+\|/.test(key);
}

function OfRelation({ relation, named }: { relation: GraphRelation; named: boolean }) {
  const { data, error, refetch } = useJudgementsOf({ relation: relation.key });
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const inForce = data.items.some(({ withdrawn }) => withdrawn === null);
  const { reason } = relation.values;
  return (
    <div className="judgement-of">
      {named && (
        <Text size="sm" mb={4} className="breaks" lineClamp={3}>
          {typeof reason === 'string'
            ? text.because(relation.says, reasonLabel(relation.type, reason))
            : relation.says}
        </Text>
      )}
      {data.items.length > 0 && <JudgementHistory judgements={data.items} />}
      {!inForce && <Verdicts of={{ kind: 'relation', relation: relation.key }} />}
    </div>
  );
}
