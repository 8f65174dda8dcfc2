import { Button } from '@mantine/core';
import { useState } from 'react';
import { parseRef } from '../../../domain/schema/graph.ts';
import { mostSubjects } from '../../../domain/judgement.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useMark } from '../workspace/marks.tsx';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useJudging } from '../board/judged/use-judging.ts';

const text = messages.judgements.page;

/** Judges the marked nodes one and the same; offered where they are of one type. */
export function MergeAction({ marked }: { marked: readonly string[] }) {
  const mark = useMark();
  const { record } = useJudging();
  const [asking, setAsking] = useState(false);
  const types = new Set(marked.map((ref) => parseRef(ref)?.type));
  const [type] = types;
  if (marked.length < 2 || marked.length > mostSubjects || types.size > 1 || !type) return null;
  const act = async (why: string) => {
    await record({ kind: 'identity', verdict: 'confirmed', subjects: [...marked], why });
    mark([]);
  };
  const title = text.mergeTitle(marked.length, messages.schema.nodes[type].many);
  return (
    <>
      <Button size="compact-xs" variant="subtle" onClick={() => setAsking(true)}>
        {text.merge}
      </Button>
      {asking && (
        <ReasonDialog
          asked={{ title, hint: text.mergeHint, action: text.record, act }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
