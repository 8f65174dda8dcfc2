import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** These take minutes though they are short to read, by which a first run goes: no worker should be left with one at the end. */
const longest = [
  ...['quality/guard', 'figures/figures', 'neo4j/local', 'quality/fair', 'columns/spark'],
  ...['evidence/replay', 'load/import', 'hostile/watchdog', 'hostile/query', 'detect/as-of'],
].map((name) => `/test/${name}.test.ts`);

export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) =>
      longest.findIndex((path) => moduleId.endsWith(path));
    const [named, others] = [
      files.filter((file) => place(file) >= 0),
      files.filter((file) => place(file) < 0),
    ];
    return [...named.sort((a, b) => place(a) - place(b)), ...(await super.sort(others))];
  }
}
