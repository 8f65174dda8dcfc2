import type { BareFinding, Evidence, Finding } from '../../../domain/finding.ts';
import type { ScratchFile } from '../../platform/scratch.ts';

interface Place {
  from: number;
  to: number;
  count: number;
}

/**
 * The evidence of what a run finds, from then until it is stored. It is far more than all else that a run knows of its
 * findings, and nothing is judged by it, so it lies on the disk.
 */
export class EvidenceAside {
  readonly #file: ScratchFile;
  readonly #places = new Map<string, Place>();

  constructor(file: ScratchFile) {
    this.#file = file;
  }

  /** The finding without its evidence, which is kept here. */
  lay({ evidence, ...rest }: Finding): BareFinding {
    const from = this.#file.size;
    this.#file.append(Buffer.from(textOf(evidence)));
    this.#places.set(rest.id, { from, to: this.#file.size, count: evidence.length });
    return rest;
  }

  /** As JSON, and how many facts it is. */
  of(finding: string): { text: string; count: number } {
    const place = this.#places.get(finding);
    if (!place) throw new Error(`No evidence of ${finding} was laid aside.`);
    return { text: this.#file.read(place.from, place.to).toString(), count: place.count };
  }
}

/** As it is stored; the same facts are the same text. */
export function textOf(evidence: readonly Evidence[]): string {
  return JSON.stringify(evidence);
}
