import { Popover, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { messages } from '../../../../domain/messages/later.ts';
import type { Pattern, PatternStep } from '../../../../domain/pattern/pattern.ts';
import { useAnnounce } from '../../news/announcements.tsx';
import { TypeIcon } from '../../theme/TypeIcon.tsx';
import {
  arrows,
  keyOfPlace,
  linkedOn,
  placeBeside,
  stepAt,
  typeAt,
  whyNotOn,
  withoutPlace,
  type Place,
  type Steps,
} from './edit-pattern.ts';
import { laidOut, type Box, type Drawing } from './lay-out.ts';
import { LinkOn } from './LinkOn.tsx';
import { PlaceFields } from './PlaceFields.tsx';
import { saidAt, spokenAt } from './place-names.ts';
import './pattern-drawing.css';

const text = messages.patternDrawing;

interface PatternDrawingProps {
  pattern: Pattern;
  onChange: (pattern: Pattern) => void;
}

/** The same pattern as the sentence says, drawn: nodes by their type, and the links between them. */
export function PatternDrawing({ pattern, onChange }: PatternDrawingProps) {
  const { ref: measured, width } = useElementSize();
  const own = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<string | null>(null);
  const announce = useAnnounce();
  const focus = useFocusAfterwards(own);
  const drawing = laidOut(pattern, width);

  const add = (place: Place, further: Steps) => {
    const { pattern: next, added } = linkedOn(pattern, place, further);
    onChange(next);
    focus(added);
    announce(text.added(spokenAt(next, added)));
  };
  const remove = (place: Place) => {
    if (place.of === 'start') return;
    const { pattern: next, left } = withoutPlace(pattern, place);
    setOpen(null);
    onChange(next);
    focus(left);
    announce(text.removed(spokenAt(pattern, place)));
  };
  const press = (event: KeyboardEvent<HTMLElement>, place: Place) => {
    const arrow = arrows.find((one) => one === event.key);
    const beside = arrow && placeBeside(pattern, place, arrow);
    if (beside) buttonAt(own.current, beside)?.focus();
    else if (event.key === 'Delete') remove(place);
    else if (event.key === '+') linkOnFrom(own.current, pattern, place, announce);
    else if (!arrow) return;
    event.preventDefault();
  };
  const part = (box: Box, children?: ReactNode) => (
    <Part
      key={keyOfPlace(box.place)}
      box={box}
      pattern={pattern}
      opened={open === keyOfPlace(box.place)}
      onOpen={(opened) => setOpen(opened ? keyOfPlace(box.place) : null)}
      onChange={onChange}
      onRemove={() => remove(box.place)}
      onKeyDown={(event) => press(event, box.place)}
    >
      {children}
    </Part>
  );
  return (
    <section ref={measured} aria-label={text.title} className="pattern-drawing">
      <div
        ref={own}
        className={drawing.across ? 'drawn-pattern' : 'drawn-pattern down'}
        style={{ width: drawing.width, height: drawing.height }}
      >
        <Lines drawing={drawing} />
        <Parts pattern={pattern} drawing={drawing} part={part} onLink={add} />
      </div>
      <Text size="xs" c="dimmed">
        {text.about}
      </Text>
    </section>
  );
}

interface PartsProps {
  pattern: Pattern;
  drawing: Drawing;
  part: (box: Box) => ReactNode;
  onLink: (place: Place, steps: Steps) => void;
}

/** Nodes and links as lists within a list, as one who hears them needs them; each lies where it is drawn. */
function Parts({ pattern, drawing, part, onLink }: PartsProps) {
  const { nodes, links, ends } = drawing;
  const boxAt = (boxes: readonly Box[], branch: number, step: number) =>
    boxes.filter(
      ({ place }) => place.of !== 'start' && place.branch === branch && place.step === step,
    );
  const end = (boxes: readonly Box[]) =>
    boxes
      .filter(({ place }) => whyNotOn(pattern, place) === null)
      .map((box) => (
        <div key={keyOfPlace(box.place)} className="drawn-part" style={placed(box)}>
          <LinkOn
            from={typeAt(pattern, box.place)}
            says={sayingOn(pattern, box.place)}
            place={keyOfPlace(box.place)}
            onChoose={(steps) => onLink(box.place, steps)}
          />
        </div>
      ));
  return (
    <ul className="drawn-list" aria-label={text.title}>
      <li>
        {part(nodes[0]!)}
        {end(ends.filter(({ place }) => place.of === 'start'))}
        {pattern.branches.length > 0 && (
          <ul className="drawn-list">
            {pattern.branches.map(({ steps }, branch) => (
              <li key={branch} aria-label={messages.pattern.builder.branch(branch + 1)}>
                <ul className="drawn-list">
                  {steps.map((_, step) => (
                    <li key={step}>
                      {boxAt(links, branch, step).map(part)}
                      {boxAt(nodes, branch, step).map(part)}
                      {end(boxAt(ends, branch, step))}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        )}
      </li>
    </ul>
  );
}

function sayingOn({ branches }: Pattern, place: Place): string | null {
  if (place.of !== 'start') return null;
  return branches.length === 0 ? text.begin : text.also;
}

function Lines({ drawing: { width, height, lines } }: { drawing: Drawing }) {
  return (
    <svg className="drawn-lines" width={width} height={height} aria-hidden>
      <defs>
        <marker
          id="drawn-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="8"
          markerHeight="8"
          orient="auto-start-reverse"
        >
          <path d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      {lines.map(({ place, path, step }) => (
        <path
          key={keyOfPlace(place)}
          d={path}
          data-none={step.count.test === 'none' || undefined}
          markerEnd={step.direction === 'out' ? 'url(#drawn-arrow)' : undefined}
          markerStart={step.direction === 'in' ? 'url(#drawn-arrow)' : undefined}
        />
      ))}
    </svg>
  );
}

interface PartProps {
  box: Box;
  pattern: Pattern;
  opened: boolean;
  onOpen: (opened: boolean) => void;
  onChange: (pattern: Pattern) => void;
  onRemove: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  children?: ReactNode;
}

/** A node or a link; a click or Enter opens what is asked of it. */
function Part(props: PartProps) {
  const { box, pattern, opened, onOpen, onChange, onRemove, onKeyDown } = props;
  const { place } = box;
  const step = stepAt(pattern, place);
  const { name, lines } = saidAt(pattern, place);
  const spoken = spokenAt(pattern, place);
  const isLink = place.of === 'link';
  const title = (isLink ? text.ofLink : text.ofNode)(spoken);
  return (
    <Popover
      opened={opened}
      onChange={onOpen}
      position="bottom-start"
      width="min(94vw, 430px)"
      shadow="md"
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <UnstyledButton
          className={isLink ? 'drawn-part drawn-link' : 'drawn-part drawn-node'}
          style={placed(box)}
          data-place={keyOfPlace(place)}
          data-many={(!isLink && (!step || isMany(step))) || undefined}
          data-none={step?.count.test === 'none' || undefined}
          aria-label={title}
          aria-haspopup="dialog"
          aria-expanded={opened}
          onClick={() => onOpen(!opened)}
          onKeyDown={onKeyDown}
        >
          <span className="drawn-name">
            {!isLink && <TypeIcon type={typeAt(pattern, place)} size={18} />}
            <span className="drawn-words">{name}</span>
          </span>
          {place.of === 'start' && <VisuallyHidden>{text.lookedFor}</VisuallyHidden>}
          {lines.map((one, at) => (
            <span key={at} className="drawn-asked" title={one}>
              {one}
            </span>
          ))}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={title}>
        <PlaceFields pattern={pattern} place={place} onChange={onChange} onRemove={onRemove} />
      </Popover.Dropdown>
    </Popover>
  );
}

function isMany({ count: { test, n } }: PatternStep): boolean {
  return test === 'at_least' && (n.name !== null || Number(n.value) > 1);
}

const placed = ({ x, y, width, height }: Box) => ({ left: x, top: y, width, height });

function buttonAt(within: HTMLElement | null, place: Place): HTMLElement | null {
  return within?.querySelector(`[data-place="${keyOfPlace(place)}"]`) ?? null;
}

/** Opens what can be linked on from a node, or says why nothing can; a link goes on from where it leads. */
function linkOnFrom(
  within: HTMLElement | null,
  pattern: Pattern,
  place: Place,
  announce: (says: string) => void,
): void {
  const node: Place = place.of === 'link' ? { ...place, of: 'node' } : place;
  const why = whyNotOn(pattern, node);
  if (why !== null) announce(text.notOn[why]);
  else within?.querySelector<HTMLElement>(`[data-link-on="${keyOfPlace(node)}"]`)?.click();
}

/** Puts the focus on a place once what was changed is drawn. */
function useFocusAfterwards(within: React.RefObject<HTMLElement | null>): (place: Place) => void {
  const [awaited, setAwaited] = useState<{ place: Place } | null>(null);
  useEffect(() => {
    if (!awaited) return;
    // A list or a window that closes gives the focus back first.
    const frame = setTimeout(() => buttonAt(within.current, awaited.place)?.focus());
    return () => clearTimeout(frame);
  }, [awaited, within]);
  return (place) => setAwaited({ place });
}
