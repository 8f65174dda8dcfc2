import { Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { GraphNode, GraphRelation } from '../../../../domain/answers.ts';
import { formatRef } from '../../../../domain/schema/graph.ts';
import type { NodeValues } from '../../../../domain/views.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useBoard } from '../../workspace/board.tsx';
import { visibleNodes, visibleRelations, withLeaves } from '../../board/board.ts';
import { answerTo, type Answered } from '../../provenance/asking.ts';
import { claimedCountries, jumpsOf, placeOfNode, seenPlaces } from './map-places.ts';
import { PlaceList } from './PlaceList.tsx';
import { usePlaces, useViewAnswer } from '../view-queries.ts';
import { Answer, NothingToShow, ViewRoom } from '../ViewRoom.tsx';
import { WorldMap } from './WorldMap.tsx';

const text = messages.views.map;

/** Where the addresses on the board are, those too that link nobody; what accounts claim of themselves is drawn apart. */
export default function MapView() {
  const drawn = useBoard();
  const board = useMemo(() => withLeaves(drawn), [drawn]);
  const nodes = useMemo(() => visibleNodes(board), [board]);
  const relations = useMemo(() => visibleRelations(board), [board]);
  const refs = nodes.filter(({ type }) => type === 'ip' || type === 'account').map(formatRef);
  const anyAddress = nodes.some(({ type }) => type === 'ip');
  const answer = useViewAnswer('nodeValues', { nodes: refs }, anyAddress);
  if (!anyAddress)
    return (
      <ViewRoom title={text.title}>
        <NothingToShow title={text.noAddresses} hint={text.noAddressesHint} />
      </ViewRoom>
    );
  const answered = [answerTo(messages.queries.asked.of.view, 'nodeValues', { nodes: refs })];
  return (
    <Answer of={answer}>
      {({ items }) => (
        <Places nodes={nodes} relations={relations} values={items} answered={answered} />
      )}
    </Answer>
  );
}

interface PlacesProps {
  nodes: readonly GraphNode[];
  relations: readonly GraphRelation[];
  values: readonly NodeValues[];
  answered: readonly Answered[];
}

function Places({ nodes, relations, values, answered }: PlacesProps) {
  const [withClaims, setWithClaims] = useState(true);
  const [withJumps, setWithJumps] = useState(true);
  const shown = useMemo(() => new Set(nodes.map(formatRef)), [nodes]);
  const known = useMemo(() => values.filter((node) => shown.has(formatRef(node))), [values, shown]);
  const addresses = useMemo(() => known.filter(({ type }) => type === 'ip'), [known]);
  const accounts = useMemo(() => known.filter(({ type }) => type === 'account'), [known]);
  const seen = useMemo(() => seenPlaces(addresses, relations), [addresses, relations]);
  const claims = useMemo(() => claimedCountries(accounts, seen), [accounts, seen]);
  const { places } = usePlaces([
    ...seen,
    ...claims.map(({ country }) => ({ country, city: null })),
  ]);
  const jumps = useMemo(
    () => jumpsOf(accounts, addresses, relations, places),
    [accounts, addresses, relations, places],
  );
  const unplaced = addresses.filter((node) => placeOfNode(node) === null).length;
  return (
    <ViewRoom
      title={text.title}
      tools={
        <>
          <Switch
            size="xs"
            label={text.showClaims}
            checked={withClaims}
            onChange={({ currentTarget }) => setWithClaims(currentTarget.checked)}
          />
          <Switch
            size="xs"
            label={`${text.showJumps} (${jumps.length})`}
            checked={withJumps}
            onChange={({ currentTarget }) => setWithJumps(currentTarget.checked)}
          />
        </>
      }
      answered={answered}
      notes={[unplaced > 0 && text.unplaced(unplaced)]}
    >
      <div className="map-room">
        <WorldMap
          seen={seen}
          claims={withClaims ? claims : []}
          jumps={withJumps ? jumps : []}
          places={places}
          addresses={addresses.length}
        />
        <PlaceList
          seen={seen}
          claims={withClaims ? claims : []}
          jumps={withJumps ? jumps : []}
          nameOf={(ref) => known.find((node) => formatRef(node) === ref)?.caption ?? ref}
        />
      </div>
    </ViewRoom>
  );
}
