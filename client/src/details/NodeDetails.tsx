import { Badge, Button, Group, Text } from '@mantine/core';
import { IconArrowsMaximize } from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import type { NodeDetail } from '../../../domain/answers.ts';
import { formatRef, nodeType } from '../../../domain/schema/graph.ts';
import { isContext } from '../../../domain/standing.ts';
import { messages } from '../../../domain/messages/later.ts';
import { useNode } from '../api/queries.ts';
import { Failure } from '../ui/Failure.tsx';
import { addressOfSubject } from '../subject/subject.ts';
import { useBoard, useBoardActions } from '../workspace/board.tsx';
import { visibleRelations } from '../board/board.ts';
import { Enrichment } from './Enrichment.tsx';
import { AddedLinks } from '../additions/AdditionDetails.tsx';
import { NodeRemarks } from '../cases/Remarks.tsx';
import { IdentityDetails } from '../judgements/IdentityDetails.tsx';
import { valuesKnownOn } from '../board/known.ts';
import { ScoreBar } from '../ui/ScoreBar.tsx';
import { SourceLink } from '../ui/SourceLink.tsx';
import { columnName, dayAndTime, readableCell } from '../theme/formats.ts';
import { TypeIcon } from '../theme/TypeIcon.tsx';
import { ExportButton } from '../evidence/ExportButton.tsx';
import { FactTable, type Fact } from './FactTable.tsx';
import { FindingCards } from './FindingCards.tsx';
import { Heading } from '../ui/Heading.tsx';
import { HoursAtWork } from './HoursAtWork.tsx';
import { KnownNote } from './KnownNote.tsx';
import { LinkedAccounts } from './LinkedAccounts.tsx';
import { LinkList } from '../ui/LinkList.tsx';
import { Neighbours } from './Neighbours.tsx';
import { ScoreSum } from './ScoreSum.tsx';
import { Section } from '../ui/Section.tsx';
import { Waiting } from '../ui/Waiting.tsx';

const text = messages.page.details;

/** All that is known of one node: why it is scored, what it is linked to, its facts and their rows. */
export function NodeDetails({ nodeRef }: { nodeRef: string }) {
  const { data, error, refetch } = useNode(nodeRef);
  const board = useBoard();
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data) return <Waiting />;
  const then = valuesKnownOn(data.values, data.history, board.knownOn);
  return (
    <>
      <NodeHeading node={data} />
      {data.clusters.length > 0 && <LeadHere clusters={data.clusters} />}
      <IdentityDetails nodeRef={nodeRef} />
      <KnownNote node={data} replaced={then.replaced} />
      <NodeRemarks nodeRef={nodeRef} caption={data.caption} />
      <AddedLinks nodeRef={nodeRef} />
      <Enrichment nodeRef={nodeRef} type={data.type} />
      {data.sum && <ScoreSum sum={data.sum} cluster={data.cluster_id} />}
      {data.type === 'account' && <Reasons node={data} />}
      {data.type === 'account' && <LinkedAccounts account={data.id} />}
      <Neighbours nodeRef={nodeRef} />
      {data.type === 'account' && <HoursAtWork accounts={[data.id]} withMarked />}
      <LinksOnCanvas nodeRef={nodeRef} />
      <Section title={text.facts}>
        <FactTable facts={factsOf({ ...data, values: then.values })} />
      </Section>
      {Object.keys(data.extra).length > 0 && (
        <Section title={text.extra}>
          <FactTable facts={Object.entries(data.extra).map(([name, value]) => ({ name, value }))} />
        </Section>
      )}
      <Section title={text.sources} count={data.sources.length}>
        {data.sources.map((source) => (
          <div key={`${source.sha256}:${source.line}`}>
            <SourceLink source={source} />
          </div>
        ))}
        {data.sources.length === 0 && <span className="faint">{text.noSources}</span>}
      </Section>
      {data.history.length > 0 && <History node={data} />}
      {data.type !== 'account' && data.findings.length > 0 && <Reasons node={data} />}
    </>
  );
}

/** Of an entry of a watchlist: who leads there. */
function LeadHere({ clusters }: Pick<NodeDetail, 'clusters'>) {
  return (
    <Section title={text.leadHere} count={clusters.length}>
      {clusters.map(({ id, name, score }) => (
        <div key={id}>
          <Link className="text-link" href={addressOfSubject('cluster', id)}>
            {name}
          </Link>
          <ScoreBar score={score} of="cluster" />
        </div>
      ))}
    </Section>
  );
}

function NodeHeading({ node }: { node: NodeDetail }) {
  const board = useBoard();
  const { expand } = useBoardActions();
  const [, navigate] = useLocation();
  const { cluster_id: cluster } = node;
  // The canvas says whom it is one with.
  const caption = board.nodes.get(formatRef(node))?.caption ?? node.caption;
  return (
    <Heading
      icon={<TypeIcon type={node.type} size={18} />}
      kind={`${messages.schema.nodes[node.type].one} ${node.id}`}
      title={caption}
    >
      {isContext(board.nodes.get(formatRef(node)) ?? {}) && (
        <Text component="div" size="sm" mt={6}>
          <Badge variant="outline" color="gray" size="sm" mr={6}>
            {messages.standing.is.context}
          </Badge>
          {messages.standing.contextHint}
        </Text>
      )}
      {node.score !== null && <ScoreBar score={node.score} of="account" />}
      {node.stub && (
        <Text component="div" size="sm" mt={6}>
          <Badge variant="outline" color="gray" size="sm" mr={6}>
            {text.stub}
          </Badge>
          {text.stubHint}
        </Text>
      )}
      <Group mt="sm" gap="xs">
        <Button
          variant="default"
          size="xs"
          leftSection={<IconArrowsMaximize size={15} />}
          onClick={() => void expand([formatRef(node)])}
        >
          {text.expand}
        </Button>
        {node.type === 'account' && (
          <ExportButton of={{ account: node.id, hops: 1 }} title={caption} />
        )}
        {cluster !== null && (
          <Button
            size="xs"
            variant="default"
            onClick={() => navigate(addressOfSubject('cluster', cluster))}
          >
            {text.openCluster}
          </Button>
        )}
      </Group>
    </Heading>
  );
}

function Reasons({ node }: { node: NodeDetail }) {
  return (
    <Section title={text.why} count={node.findings.length}>
      <FindingCards findings={node.findings} />
      {node.findings.length === 0 && <span className="faint">{text.whyNone}</span>}
    </Section>
  );
}

function LinksOnCanvas({ nodeRef }: { nodeRef: string }) {
  const board = useBoard();
  const links = visibleRelations(board).filter(
    ({ from, to }) => formatRef(from) === nodeRef || formatRef(to) === nodeRef,
  );
  if (links.length === 0) return null;
  return (
    <Section title={text.whyLinked} count={links.length}>
      <LinkList links={links} />
    </Section>
  );
}

/** The contract's columns in its order. Whose value is never evidence by itself says so beside it. */
function factsOf(node: NodeDetail): Fact[] {
  const { columns, file } = nodeType(node.type);
  const meanings: Readonly<Record<string, string>> = messages.schema.meanings[file];
  return Object.entries(columns)
    .filter(([name]) => node.values[name] !== undefined)
    .map(([name, column]) => {
      const about = meanings[name] ?? column.about;
      const value = readableCell(node.values[name], column);
      return {
        name: columnName(name),
        about,
        value: about.includes(text.notEvidence) ? (
          <>
            {value} <span className="faint">({text.notEvidence})</span>
          </>
        ) : (
          value
        ),
      };
    });
}

function History({ node }: { node: NodeDetail }) {
  return (
    <Section title={text.history} count={node.history.length}>
      {node.history.map(({ values, until, sources }, index) => (
        <div key={index} className="link-row">
          <Text size="xs" c="dimmed">
            {text.until(dayAndTime(until))}
          </Text>
          <FactTable
            facts={Object.entries(values).map(([name, value]) => ({
              name: columnName(name),
              value: readableCell(value, nodeType(node.type).columns[name]),
            }))}
          />
          {sources.map((source) => (
            <SourceLink key={`${source.sha256}:${source.line}`} source={source} />
          ))}
        </div>
      ))}
    </Section>
  );
}
