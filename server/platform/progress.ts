import { messages } from '../../domain/messages/index.ts';

/** How a long task says what it is at. */
export interface Progress {
  /** Begins the next part; the one before it has ended. */
  step(text: string): void;
  /** How far the part is; `total` null when nobody knows. */
  advance(done: number, total: number | null, unit: string): void;
  end(): void;
}

export const silentProgress: Progress = { step() {}, advance() {}, end() {} };

const quietMs = 1_000;
/** How often a line is written where it cannot be written over. */
const plainLineMs = 10_000;
const redrawMs = 200;

/**
 * Progress on stderr. Shown from a second on, so that what is quick leaves no trace; on a terminal one line
 * is redrawn, elsewhere a new one comes every ten seconds.
 */
export function terminalProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  return stream.isTTY ? redrawnProgress(stream) : plainProgress(stream);
}

interface Part {
  text: string;
  begun: number;
  done: number;
  total: number | null;
  unit: string;
}

function partLine(part: Part): string {
  const seconds = (Date.now() - part.begun) / 1_000;
  return messages.commands.progress.line({
    text: part.text,
    done: part.done,
    total: part.total,
    unit: part.unit,
    perSecond: seconds > 0 ? part.done / seconds : 0,
    seconds,
  });
}

function begin(text: string): Part {
  return { text, begun: Date.now(), done: 0, total: null, unit: '' };
}

function redrawnProgress(stream: NodeJS.WriteStream): Progress {
  let part: Part | null = null;
  let drawn = false;
  let timer: NodeJS.Timeout | null = null;

  const draw = () => {
    if (!part || Date.now() - part.begun < quietMs) return;
    const line = partLine(part).slice(0, Math.max(20, stream.columns - 1));
    stream.write(`\r\u001b[2K${line}`);
    drawn = true;
  };
  const finish = () => {
    if (timer) clearInterval(timer);
    timer = null;
    if (drawn) {
      draw();
      stream.write('\n');
    }
    drawn = false;
    part = null;
  };
  return {
    step(text) {
      finish();
      part = begin(text);
      timer = setInterval(draw, redrawMs);
      timer.unref();
    },
    advance(done, total, unit) {
      if (part) Object.assign(part, { done, total, unit });
    },
    end: finish,
  };
}

function plainProgress(stream: NodeJS.WriteStream): Progress {
  let part: Part | null = null;
  let written = '';
  let timer: NodeJS.Timeout | null = null;

  const write = () => {
    if (!part) return;
    const line = partLine(part);
    if (line !== written) stream.write(`${line}\n`);
    written = line;
  };
  const finish = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (written !== '') write();
    part = null;
    written = '';
  };
  const later = (ms: number) => {
    timer = setTimeout(() => {
      write();
      later(plainLineMs);
    }, ms);
    timer.unref();
  };
  return {
    step(text) {
      finish();
      part = begin(text);
      later(quietMs);
    },
    advance(done, total, unit) {
      if (part) Object.assign(part, { done, total, unit });
    },
    end: finish,
  };
}
