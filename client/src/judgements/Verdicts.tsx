import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { Body } from '../../../domain/api/api.ts';
import type { Verdict } from '../../../domain/judgement.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { useMay } from '../api/caller.ts';
import { ReasonDialog, type Asked } from './ReasonDialog.tsx';
import { useJudging } from '../board/judged/use-judging.ts';

const text = messages.judgements.page;

const saidOf = {
  relation: {
    confirmed: { title: text.confirmRelation, hint: text.confirmRelationHint },
    rejected: { title: text.rejectRelation, hint: text.rejectRelationHint },
  },
  link: {
    confirmed: { title: text.confirmLink, hint: text.confirmLinkHint },
    rejected: { title: text.rejectLink, hint: text.rejectLinkHint },
  },
};

interface VerdictsProps {
  /** What is judged; the verdict and why are asked for. */
  of: { kind: 'relation'; relation: string } | { kind: 'link'; subjects: [string, string] };
}

/** Confirm or reject, each with a reason. */
export function Verdicts({ of }: VerdictsProps) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { record } = useJudging();
  const may = useMay('work');
  if (!may) return null;
  const askWhy = (verdict: Verdict) => {
    const judging: Omit<Body<'recordJudgement'>, 'why'> = { ...of, verdict };
    setAsked({
      ...saidOf[of.kind][verdict],
      action: verdict === 'confirmed' ? text.confirm : text.reject,
      act: (why) => record({ ...judging, why }),
    });
  };
  return (
    <>
      <Group gap="xs">
        <Button size="compact-sm" variant="default" onClick={() => askWhy('confirmed')}>
          {`${text.confirm} …`}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => askWhy('rejected')}>
          {`${text.reject} …`}
        </Button>
      </Group>
      {asked && <ReasonDialog asked={asked} onClose={() => setAsked(null)} />}
    </>
  );
}
