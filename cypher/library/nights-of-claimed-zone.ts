import { defineLibraryQuery, figure } from '../../domain/library.ts';

export default defineLibraryQuery({
  parameters: { sessions: figure(10), share: figure(0.4) },
  tags: ['sessions', 'contradictions'],
  messages: {
    title: 'Sessions at night in the claimed time zone',
    about:
      'Where sessions and the claimed time zone contradict each other. Night owls, parents and people who travel look alike; it is a question to ask, never evidence by itself.',
    labels: { sessions: 'Sessions at least', share: 'Share at night at least (0–1)' },
  },
});
