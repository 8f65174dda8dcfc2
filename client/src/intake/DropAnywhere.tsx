import { IconDatabaseImport } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { messages } from '../../../domain/messages/browser.ts';
import { useMay } from '../api/caller.ts';
import { addWaiting } from './waiting-files.ts';
import './drop.css';

const text = messages.page.drop;

/** Takes files that are dropped anywhere on the page, and says while they hover what will happen to them. */
export function DropAnywhere() {
  const over = useDrop();
  if (!over) return null;
  return (
    <div className="drop-overlay" aria-hidden>
      <div className="drop-words">
        <IconDatabaseImport size={40} stroke={1.3} />
        <strong>{text.overlay}</strong>
        <span>{text.hint}</span>
      </div>
    </div>
  );
}

function useDrop(): boolean {
  const [over, setOver] = useState(false);
  const [path, navigate] = useLocation();
  const mayLoad = useMay('lead');
  useEffect(() => {
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const hover = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (mayLoad) setOver(true);
    };
    const leave = (event: DragEvent) => {
      // Leaving one part of the page for another names where to.
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(false);
      if (!mayLoad) return;
      addWaiting([...(event.dataTransfer?.files ?? [])]);
      if (!path.startsWith('/data')) navigate('/data');
    };
    window.addEventListener('dragenter', hover);
    window.addEventListener('dragover', hover);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', hover);
      window.removeEventListener('dragover', hover);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, [path, navigate, mayLoad]);
  return over;
}
