import { Text, VisuallyHidden } from '@mantine/core';
import type { FindingSummary } from '../../../domain/answers.ts';
import { citedPart } from '../../../domain/labels/cited-part.ts';
import { messages } from '../../../domain/messages/later.ts';
import { addressOfSubject } from '../subject/subject.ts';
import { useDetectorTitle } from '../detection/detector-titles.ts';
import { OnTopLink } from '../ui/OnTopLink.tsx';
import { ScoreBar } from '../ui/ScoreBar.tsx';
import { Sentence } from '../ui/Sentence.tsx';
import { dates } from '../theme/formats.ts';
import { DetectorNotes } from './DetectorNotes.tsx';
import { Indicators } from './Indicators.tsx';

interface FindingCardProps {
  finding: FindingSummary;
  /** Of the cluster that it is shown with: whom else it names is there for context. */
  members?: ReadonlySet<string>;
}

/** A finding as a reason: what was found, how strong, and what else could explain it. */
export function FindingCard({ finding, members }: FindingCardProps) {
  const others = members ? finding.accounts.filter((id) => !members.has(id)).length : 0;
  const title = useDetectorTitle();
  const href = addressOfSubject('finding', finding.id);
  return (
    <article className="card">
      <Text size="xs" className="overline">
        {title(finding.detector)}
      </Text>
      <OnTopLink className="card-title" href={href}>
        <VisuallyHidden component="span">{`${messages.page.details.openFinding}: `}</VisuallyHidden>
        <Sentence text={finding.title} nodes={finding.nodes} />
      </OnTopLink>
      {others > 0 && (
        <Text size="xs" mt={4}>
          {messages.standing.ofThem(finding.accounts.length - others, others)}
        </Text>
      )}
      <ScoreBar score={finding.score} of="finding" />
      <Text size="xs" c="dimmed" mt={4}>
        {[
          dates(finding.first_seen, finding.last_seen),
          messages.page.details.rows(finding.evidence_count),
          ...citedPart(finding.counted),
        ].join(' · ')}
      </Text>
      <Indicators ids={finding.indicators} />
      <DetectorNotes detector={finding.detector} />
    </article>
  );
}
