/** The picture of a bundle in its report; its legend, and what was left out of it, stand in the picture itself. */
import { messages } from '../../../domain/messages/index.ts';
import type { Picture } from '../picture/picture.ts';
import type { Section } from '../../platform/document/document.ts';

export function drawn({ svg, width, height, caption }: Picture): Section {
  const alternative = [caption.title, ...caption.lines].join(' ');
  return {
    id: 'picture',
    title: [messages.evidence.page.picture],
    blocks: [{ kind: 'picture', svg, width, height, alternative }],
  };
}
