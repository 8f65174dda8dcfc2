import { relationLabel } from '../../../../domain/labels/relation-label.ts';
import { messages } from '../../../../domain/messages/later.ts';
import type { Pattern } from '../../../../domain/pattern/pattern.ts';
import { conditionPhrase, countPhrase, windowPhrase } from '../../../../domain/pattern/phrase.ts';
import { wayOf } from '../../../../domain/pattern/vocabulary.ts';
import { conditionsAt, stepAt, typeBefore, type Place } from './edit-pattern.ts';

/** What a node or a link says: its name, and a line for each thing that is asked of it. */
export interface Said {
  name: string;
  lines: string[];
}

/** As many lines as `lay-out.ts` leaves room for. */
export function saidAt(pattern: Pattern, place: Place): Said {
  const step = stepAt(pattern, place);
  if (place.of === 'link' && step) {
    const way = wayOf(typeBefore(pattern, place), step);
    return {
      name: way ? relationLabel(way.says) : step.relation,
      lines: [
        ...(step.newly ? [messages.pattern.says.newlyIn] : []),
        ...(step.window ? [windowPhrase(step.window)] : []),
        ...step.of.map(conditionPhrase),
      ],
    };
  }
  const name = step ? countPhrase(step) : messages.schema.nodes[pattern.type].many;
  return { name, lines: conditionsAt(pattern, place).map(conditionPhrase) };
}

/** The same in one line, for those who hear it; a link with where it leads. */
export function spokenAt(pattern: Pattern, place: Place): string {
  const { name, lines } = saidAt(pattern, place);
  const step = stepAt(pattern, place);
  const told =
    place.of === 'link' && step
      ? messages.pattern.builder.way(name, step.direction, messages.schema.nodes[step.type].one)
      : name;
  return [told, ...lines].join(', ');
}
