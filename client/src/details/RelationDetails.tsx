import { Button, Text } from '@mantine/core';
import type { GraphRelation } from '../../../domain/answers.ts';
import { columnsOf, relationTypes } from '../../../domain/schema/graph.ts';
import { reasonLabel } from '../../../domain/labels/reason-label.ts';
import type { Column } from '../../../domain/schema/schema.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { captionOfBundle, spanOfBundle, type EdgeGroup } from '../board/edge-groups.ts';
import { LineRemarks } from '../cases/Remarks.tsx';
import { RelationJudgements } from '../judgements/RelationJudgements.tsx';
import { columnName, readableCell } from '../theme/formats.ts';
import { FactTable } from './FactTable.tsx';
import { Heading } from '../ui/Heading.tsx';
import { LinkList } from '../ui/LinkList.tsx';
import { Section } from '../ui/Section.tsx';

const text = messages.page.details;

/** All relations that the canvas draws as one line; `of` is the bundle that the line belongs to. */
export function RelationDetails({ bundle, of }: { bundle: EdgeGroup; of: EdgeGroup }) {
  const board = useBoard();
  const { change } = useBoardActions();
  const span = spanOfBundle(bundle);
  const opened = board.opened.has(of.key);
  const [first, ...others] = bundle.relations;
  const facts = first && others.length === 0 ? factsOf(first) : [];
  return (
    <>
      <Heading kind={text.relation} title={captionOfBundle(bundle)}>
        <Text size="sm" c="dimmed" mt={4}>
          {bundle.derived ? text.derivedHint : text.parallel(bundle.relations.length)}
          {span !== null && `, ${messages.looks.bundles.span(span)}`}
        </Text>
        {of.relations.length > 1 && (
          <Button
            size="xs"
            variant="default"
            mt="sm"
            onClick={() => change({ do: 'bundle', key: of.key })}
          >
            {opened ? messages.looks.bundles.close : messages.looks.bundles.open}
          </Button>
        )}
      </Heading>
      <LineRemarks line={bundle.key} caption={captionOfBundle(bundle)} />
      <Section title={text.whyLinked} count={bundle.relations.length}>
        <LinkList links={bundle.relations} />
      </Section>
      <RelationJudgements bundle={bundle} />
      {facts.length > 0 && (
        <Section title={text.facts}>
          <FactTable facts={facts} />
        </Section>
      )}
    </>
  );
}

function factsOf({ type, derived, values }: GraphRelation): { name: string; value: string }[] {
  const columns = relationColumns(type);
  return Object.entries(values).map(([name, value]) => {
    const isReason = derived && name === 'reason' && typeof value === 'string';
    return {
      name: columnName(name),
      value: readableCell(isReason ? reasonLabel(type, value) : value, columns[name]),
    };
  });
}

/** The columns of the file that states a relation; none for what is inferred. */
function relationColumns(type: string): Readonly<Record<string, Column>> {
  const stated = relationTypes.find((one) => one.type === type);
  return stated ? columnsOf(stated.file) : {};
}
