import { Menu } from '@mantine/core';
import {
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconCircleDot,
  IconCopy,
  IconEyeOff,
  IconFocus2,
  IconHandFinger,
  IconPin,
  IconPinnedOff,
  IconTrash,
  IconUserQuestion,
  IconZoomCode,
} from '@tabler/icons-react';
import { useLocation } from 'wouter';
import { addedId, addedRef } from '../../../../domain/addition.ts';
import { parseRef } from '../../../../domain/schema/graph.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { useAdditions } from '../../additions/use-additions.ts';
import { useNeighbours } from '../../api/queries.ts';
import { addressOfSubject } from '../../subject/subject.ts';
import { GroupNodeItems } from '../../groups/GroupNodeItems.tsx';
import { PathHere } from '../../paths/PathHere.tsx';
import { LikeTheseItem } from '../../queries/LikeTheseItem.tsx';
import { useBoard, useBoardActions } from '../../workspace/board.tsx';
import { useAnnounce } from '../../news/announcements.tsx';
import { answerAt, answersOfNode, showHowAnswered } from '../../provenance/asking.ts';
import { nameOnBoard } from '../../board/additions.ts';
import { leavesAt, othersThan } from '../../board/neighbours.ts';
import { useDismiss } from '../../workspace/use-dismiss.ts';
import { TypeIcon } from '../../theme/TypeIcon.tsx';
import { MenuAt } from './MenuAt.tsx';

const text = messages.page.menu;
const asked = messages.queries.asked;
const kindsOffered = 6;
const broughtAtOnce = 25;

export interface MenuPlace {
  ref: string;
  /** What was selected before. */
  from: string | null;
  x: number;
  y: number;
}

interface NodeMenuProps {
  place: MenuPlace | null;
  /** Asks for something known that is linked to the node. */
  onAdd: (nodeRef: string) => void;
  onClose: () => void;
}

/** What can be done with a node, where the pointer or the node is. */
export function NodeMenu({ place, onAdd, onClose }: NodeMenuProps) {
  if (!place) return null;
  return (
    <MenuAt x={place.x} y={place.y} width={280} onClose={onClose}>
      <MenuItems nodeRef={place.ref} from={place.from} onAdd={onAdd} />
    </MenuAt>
  );
}

interface MenuItemsProps extends Pick<NodeMenuProps, 'onAdd'> {
  nodeRef: string;
  from: string | null;
}

function MenuItems({ nodeRef, from, onAdd }: MenuItemsProps) {
  const board = useBoard();
  const { change } = useBoardActions();
  const announce = useAnnounce();
  const group = board.groups.get(nodeRef);
  const caption = group?.name ?? nameOnBoard(board, nodeRef);
  const id = addedId(nodeRef);
  const pinned = board.pinned.has(nodeRef);
  const togglePin = () => {
    change({ do: pinned ? 'release' : 'pin', ref: nodeRef });
    announce((pinned ? messages.page.canvas.released : messages.page.canvas.pinned)(caption));
  };
  const dismiss = useDismiss();
  return (
    <>
      <Menu.Label>{caption}</Menu.Label>
      {group && <GroupNodeItems group={group} />}
      {!group && id === null && <NodeItems nodeRef={nodeRef} from={from} />}
      {id !== null && <AddedItems id={id} caption={caption} />}
      <Menu.Divider />
      {!group && (
        <Menu.Item leftSection={<IconHandFinger size={16} />} onClick={() => onAdd(nodeRef)}>
          {messages.additions.addLinked}
        </Menu.Item>
      )}
      <Menu.Item
        leftSection={pinned ? <IconPinnedOff size={16} /> : <IconPin size={16} />}
        onClick={togglePin}
      >
        {pinned ? text.release : text.pin}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconCircleDot size={16} />}
        onClick={() => dismiss(othersThan(board, nodeRef))}
      >
        {text.hideOthers}
      </Menu.Item>
    </>
  );
}

/** What is offered of something that was added by hand. */
function AddedItems({ id, caption }: { id: string; caption: string }) {
  const { remove } = useAdditions();
  const dismiss = useDismiss();
  return (
    <>
      <Menu.Item leftSection={<IconEyeOff size={16} />} onClick={() => dismiss([addedRef(id)])}>
        {text.hide}
      </Menu.Item>
      <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => remove(id, caption)}>
        {messages.additions.remove}
      </Menu.Item>
    </>
  );
}

/** What is offered of a node, and not of a group. */
function NodeItems({ nodeRef, from }: { nodeRef: string; from: string | null }) {
  const board = useBoard();
  const { expand } = useBoardActions();
  const [, navigate] = useLocation();
  const dismiss = useDismiss();
  const leaves = leavesAt(board, nodeRef);
  return (
    <>
      <Menu.Item
        leftSection={<IconArrowsMaximize size={16} />}
        onClick={() => void expand([nodeRef])}
      >
        {text.expand}
      </Menu.Item>
      <ExpandByKind nodeRef={nodeRef} />
      <Menu.Divider />
      <PathHere from={from} to={nodeRef} />
      <LikeTheseItem nodeRef={nodeRef} />
      <Menu.Item leftSection={<IconEyeOff size={16} />} onClick={() => dismiss([nodeRef])}>
        {text.hide}
      </Menu.Item>
      {leaves.length > 0 && (
        <Menu.Item leftSection={<IconArrowsMinimize size={16} />} onClick={() => dismiss(leaves)}>
          {text.collapse(leaves.length)}
        </Menu.Item>
      )}
      <StandingItem nodeRef={nodeRef} />
      <Menu.Item
        leftSection={<IconFocus2 size={16} />}
        onClick={() => navigate(addressOfSubject('node', nodeRef))}
      >
        {text.focus}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconCopy size={16} />}
        onClick={() => void navigator.clipboard.writeText(parseRef(nodeRef)?.id ?? nodeRef)}
      >
        {text.copy}
      </Menu.Item>
      <Menu.Item
        leftSection={<IconZoomCode size={16} />}
        onClick={() =>
          showHowAnswered([
            answerAt(asked.of.expand, 'expand', { ref: nodeRef }),
            ...answersOfNode(nodeRef),
          ])
        }
      >
        {asked.title}
      </Menu.Item>
    </>
  );
}

/** Of an account: whether the board is about it, or shows it for context alone; what is exported of the board goes by it. */
function StandingItem({ nodeRef }: { nodeRef: string }) {
  const board = useBoard();
  const { change } = useBoardActions();
  const announce = useAnnounce();
  const node = board.nodes.get(nodeRef);
  if (node?.type !== 'account') return null;
  const standing = node.standing === 'member' ? 'context' : 'member';
  const stand = () => {
    change({ do: 'stand', refs: [nodeRef], standing });
    announce(messages.standing.marked[standing](node.caption));
  };
  return (
    <Menu.Item leftSection={<IconUserQuestion size={16} />} onClick={stand}>
      {messages.standing.mark[standing]}
    </Menu.Item>
  );
}

function ExpandByKind({ nodeRef }: { nodeRef: string }) {
  const { data } = useNeighbours(nodeRef);
  const { expand } = useBoardActions();
  return data?.items
    .slice(0, kindsOffered)
    .map(({ type, direction, says, other, count, at_least }) => (
      <Menu.Item
        key={`${type} ${direction} ${other}`}
        leftSection={<TypeIcon type={other} />}
        onClick={() => void expand([nodeRef], { type, direction, limit: broughtAtOnce })}
      >
        {text.expandBy(
          says,
          messages.page.details.neighbourCount(count, at_least === true),
          messages.schema.nodes[other][count === 1 ? 'one' : 'many'],
        )}
      </Menu.Item>
    ));
}
