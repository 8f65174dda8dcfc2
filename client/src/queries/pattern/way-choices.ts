import { relationLabel } from '../../../../domain/labels/relation-label.ts';
import { messages } from '../../../../domain/messages/later.ts';
import { waysFrom } from '../../../../domain/pattern/vocabulary.ts';
import type { NodeTypeName } from '../../../../domain/schema/schema.ts';
import { sharedSteps, stepOf, type Going, type Steps } from './edit-pattern.ts';

const text = messages.pattern.builder;

export interface WayChoice {
  value: string;
  label: string;
  /** What it makes of a pattern: a step, or two where something is shared. */
  steps: Steps;
}

/** By what a node of the type can be linked on, in words. What can be shared comes first: it is asked for most. */
export function wayChoices(from: NodeTypeName): WayChoice[] {
  const ways = waysFrom(from);
  const nodes = messages.schema.nodes;
  return [
    ...ways
      .filter(({ direction, type }) => direction === 'out' && type !== from)
      .map((way) => ({
        value: `share ${keyOfWay(way)}`,
        label: `${text.share(nodes[way.type].one)} (${relationLabel(way.says)})`,
        steps: sharedSteps(way, from),
      })),
    ...ways.map((way) => ({
      value: keyOfWay(way),
      label: text.way(relationLabel(way.says), way.direction, nodes[way.type].one),
      steps: [stepOf(way)],
    })),
  ];
}

export function keyOfWay({ relation, direction, type }: Going): string {
  return `${relation} ${direction} ${type}`;
}
