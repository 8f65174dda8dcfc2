import { GraphCanvas } from '../../canvas/GraphCanvas.tsx';
import { defineView } from '../define-view.ts';

export default defineView({ id: 'graph', component: GraphCanvas, drawsNodes: true });
