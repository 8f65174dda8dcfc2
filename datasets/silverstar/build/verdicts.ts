import { writeFileSync } from 'node:fs';

interface Verdict {
  accounts: string[];
  why: string;
}

interface DetectorVerdicts {
  must: Verdict[];
  must_not: Verdict[];
}

/** What detection must and must not say about the sample: `expected.json`. */
export class Verdicts {
  readonly #detectors = new Map<string, DetectorVerdicts>();
  readonly #together: Verdict[] = [];
  readonly #notInCluster: Verdict[] = [];

  must(detector: string, accounts: readonly { id: string }[], why: string): void {
    this.#of(detector).must.push(verdict(accounts, why));
  }

  mustNot(detector: string, accounts: readonly { id: string }[], why: string): void {
    this.#of(detector).must_not.push(verdict(accounts, why));
  }

  together(accounts: readonly { id: string }[], why: string): void {
    this.#together.push(verdict(accounts, why));
  }

  notInCluster(accounts: readonly { id: string }[], why: string): void {
    this.#notInCluster.push(verdict(accounts, why));
  }

  write(path: string): void {
    const names = [...this.#detectors.keys()].sort();
    const detectors = Object.fromEntries(names.map((name) => [name, this.#of(name)]));
    const clusters = { together: this.#together, not_in_cluster: this.#notInCluster };
    writeFileSync(path, `${JSON.stringify({ detectors, clusters }, null, 2)}\n`);
  }

  #of(detector: string): DetectorVerdicts {
    const found = this.#detectors.get(detector) ?? { must: [], must_not: [] };
    this.#detectors.set(detector, found);
    return found;
  }
}

function verdict(accounts: readonly { id: string }[], why: string): Verdict {
  return { accounts: accounts.map((account) => account.id).sort(), why };
}
