/** What a report and its bundle do not show, and why; and the limits of what they show. */
import { maskKinds } from '../../../domain/schema/masks.ts';
import { messages } from '../../../domain/messages/index.ts';
import type { Exhibit } from '../exhibit/exhibit.ts';
import { bullets, type Section } from '../../platform/document/document.ts';
import { most, type Printed } from './printed.ts';

const says = messages.evidence.page;

export function leftOut(exhibit: Exhibit, printed: Printed): Section {
  const { omitted, findings_beyond: beyond, missing_rows: missing } = exhibit;
  const lines = [
    omitted > 0 ? says.omitted(omitted) : says.nothingOmitted,
    ...(beyond.length > 0 ? [says.findingsBeyond(beyond.length)] : []),
    ...(missing.length > 0 ? [says.missingRows(missing.length)] : []),
    ...notPrinted(printed),
    maskedText(exhibit),
  ];
  return { id: 'left-out', title: [says.leftOut], blocks: [bullets(lines.map((line) => [line]))] };
}

function notPrinted({ left }: Printed): string[] {
  const kinds = ['findings', 'statements', 'accounts', 'context', 'rows', 'cut'] as const;
  const said = kinds.filter((kind) => left[kind] > 0).map((kind) => says.printed[kind](left[kind]));
  if (said.length === 0) return [says.printed.whole];
  return [...said, says.printed.limits(most.findings, most.statements, most.rows, most.rowText)];
}

function maskedText({ masked }: Exhibit): string {
  const values = maskKinds.flatMap((kind) => {
    const count = masked[kind];
    return count === undefined ? [] : [says.masked.values[kind](count)];
  });
  return values.length > 0 ? says.masked.text(values.join(', ')) : says.masked.nothing;
}

export function limits(): Section {
  return {
    id: 'limits',
    title: [says.limits],
    blocks: [bullets(says.limitsText.map((line) => [line]))],
  };
}
