import { createRoot } from 'react-dom/client';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme/page.css';
import './theme/print.css';
import { App } from './app/App.tsx';
import { printLight } from './theme/print-light.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');
printLight();
createRoot(root).render(<App />);
