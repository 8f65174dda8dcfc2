import { rm, writeFile } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Intake, IntakeFile, IntakePreview, IntakeState } from '../../../domain/intake.ts';
import { stemOf, type FileMapping } from '../../../domain/mapping.ts';
import { messages } from '../../../domain/messages/index.ts';
import { actingAs } from '../../platform/access/actor.ts';
import { formatError } from '../../platform/format-error.ts';
import { loadFolders } from '../load/load.ts';
import type { Database } from '../../graph/neo4j/database.ts';
import { ConflictError, InvalidDataError, NotFoundError } from '../../platform/problems.ts';
import type { Settings } from '../../platform/settings/settings.ts';
import { describeFile, suggestReading } from './describe.ts';
import { safeName } from './file-name.ts';
import {
  createIntake,
  filesAt,
  isLoading,
  listIntakes,
  mappingAt,
  readIntake,
  removeIntake,
  writeRecord,
  type FileRecord,
  type IntakeRecord,
} from './folder.ts';
import { previewFile, type PreviewedFile } from './preview.ts';
import { sampleFiles } from './sample.ts';
import { receive, roomIn, usualLimits, type Arriving, type Limits } from './receive.ts';
import { RunningLoad } from './running-load.ts';

const text = messages.intake;

/** Data brought in by hand: files that arrive one by one, how each is read, and their load. */
export class Intakes {
  readonly #database: Database;
  readonly #settings: Settings;
  readonly #limits: Limits;
  readonly #running = new Map<string, RunningLoad>();
  readonly #ended = new Set<Promise<void>>();
  #handsOver = false;
  /** By intake, the last change of its record: the next one comes after it. */
  readonly #changes = new Map<string, Promise<unknown>>();

  constructor(database: Database, settings: Settings, limits = usualLimits) {
    this.#database = database;
    this.#settings = settings;
    this.#limits = limits;
  }

  async list(): Promise<IntakeState[]> {
    return (await listIntakes(this.#settings)).map((record) => this.#stateOf(record));
  }

  /** With the files of the sample in it where these are asked for; without them none is left behind. */
  async begin(sample = false): Promise<Intake> {
    const { id } = await createIntake(this.#settings);
    try {
      if (sample)
        for await (const { name, arriving } of sampleFiles())
          await this.receive(id, name, arriving);
    } catch (error) {
      await this.remove(id);
      throw error;
    }
    return this.intake(id);
  }

  async state(id: string): Promise<IntakeState> {
    return this.#stateOf(await readIntake(this.#settings, id));
  }

  async intake(id: string): Promise<Intake> {
    return this.#whole(await readIntake(this.#settings, id));
  }

  /** Throws ConflictError while it is being loaded. */
  async remove(id: string): Promise<void> {
    const record = await readIntake(this.#settings, id);
    if (isLoading(record)) throw new ConflictError(text.load.already);
    await removeIntake(this.#settings, id);
    this.#changes.delete(id);
  }

  /** Throws what `receive` and `safeName` throw, and ConflictError for a second file that a mapping cannot tell apart. */
  async receive(id: string, name: string, arriving: Arriving): Promise<IntakeFile> {
    const before = await this.#settled(id);
    const folder = filesAt(this.#settings, id);
    const safe = safeName(name);
    const twin = before.files.find(
      (file) => file.name !== safe && stemOf(file.name) === stemOf(safe),
    );
    if (twin) throw new ConflictError(text.upload.twin(twin.name));
    const received = await receive(folder, safe, arriving, this.#limits);
    const utf8 = /\.gz$/i.test(safe) ? null : received.utf8;
    const reading = await suggestReading(folder, { name: safe, utf8 });
    const file: FileRecord = { name: safe, size: received.size, utf8, reading };
    await this.#change(id, (record) => ({
      ...record,
      result: null,
      problem: null,
      files: [...record.files.filter(({ name: other }) => other !== safe), file],
    }));
    return describeFile(folder, file);
  }

  async removeFile(id: string, name: string): Promise<void> {
    await this.#settled(id);
    await this.#change(id, async (record) => {
      const { name: known } = fileIn(record, name);
      await rm(join(filesAt(this.#settings, id), known), { force: true });
      return { ...record, files: record.files.filter((file) => file.name !== known) };
    });
  }

  async readAs(
    id: string,
    name: string,
    { reading, suggest }: { reading: FileMapping; suggest: boolean },
  ): Promise<IntakeFile> {
    await this.#settled(id);
    const folder = filesAt(this.#settings, id);
    const record = await this.#change(id, async (before) => {
      const file = fileIn(before, name);
      const next = suggest ? await suggestReading(folder, file, reading) : reading;
      const files = before.files.map((each) => (each === file ? { ...each, reading: next } : each));
      return { ...before, files };
    });
    return describeFile(folder, fileIn(record, name));
  }

  /** Throws InvalidDataError for a file that cannot be read at all under its reading. */
  async preview(id: string, name: string): Promise<IntakePreview> {
    const record = await readIntake(this.#settings, id);
    const previewed = this.#previewed(id, fileIn(record, name));
    if (!previewed) throw new InvalidDataError(text.fault.noFile);
    const others = record.files.flatMap((file) => this.#previewed(id, file) ?? []);
    return previewFile(this.#database, previewed, others);
  }

  /** Of its files, as `skein load --map` takes it, and the columns that each had. */
  async mapping(id: string): Promise<{
    mapping: { files: Record<string, FileMapping> };
    headers: Record<string, string[]>;
  }> {
    const { files } = await this.intake(id);
    const byStem = files.map((file) => [stemOf(file.name), file] as const);
    return {
      mapping: { files: Object.fromEntries(byStem.map(([stem, { reading }]) => [stem, reading])) },
      headers: Object.fromEntries(
        byStem.map(([stem, { columns }]) => [stem, columns.map(({ name }) => name)]),
      ),
    };
  }

  /**
   * Begins to load; returns when it has begun. Throws InvalidDataError, with a detail a fault, when something is
   * not settled yet.
   */
  async load(id: string): Promise<IntakeState> {
    const running = new RunningLoad();
    const record = await this.#change(id, async (before) => {
      if (isLoading(before)) throw new ConflictError(text.load.already);
      const { files } = await this.#whole(before);
      const faults = files.flatMap(({ name, faults }) =>
        faults.map(({ where, problem }) => ({ where: `${name}: ${where}`, problem })),
      );
      if (files.length === 0) throw new InvalidDataError(text.load.noFiles);
      if (faults.length > 0) throw new InvalidDataError(text.load.unsettled(faults), faults);
      this.#running.set(id, running);
      const begun = { loading: process.pid, handed_over: false };
      return { ...before, ...begun, result: null, problem: null };
    });
    const ended = this.#run(id, running);
    this.#ended.add(ended);
    void ended.finally(() => this.#ended.delete(ended));
    return this.#stateOf(record);
  }

  /** Throws ConflictError once rows are written. */
  async stop(id: string): Promise<IntakeState> {
    const record = await readIntake(this.#settings, id);
    const running = this.#running.get(id);
    if (running ? !running.stop() : isLoading(record)) throw new ConflictError(text.load.writes);
    return this.#stateOf(record);
  }

  /**
   * At the end of the server: a load that has not begun to write is stopped, one that writes is waited for so long; what did not end is
   * kept for `takeUp` of the next start.
   */
  async handOver(patienceMs: number): Promise<void> {
    this.#handsOver = true;
    for (const running of this.#running.values()) running.stop();
    await Promise.race([Promise.all(this.#ended), after(patienceMs, undefined, { ref: false })]);
    const left = [...this.#running.keys()];
    await Promise.all(
      left.map((id) =>
        this.#change(id, (record) => ({ ...record, loading: null, handed_over: true })),
      ),
    );
  }

  /** Loads again what was handed over; what of it was written is found written. */
  async takeUp(): Promise<void> {
    for (const record of await listIntakes(this.#settings))
      if (record.handed_over && !isLoading(record))
        await actingAs(record.by, () => this.load(record.id));
  }

  /** Never rejects: what went wrong stands in the record. */
  async #run(id: string, running: RunningLoad): Promise<void> {
    const folder = filesAt(this.#settings, id);
    const map = mappingAt(this.#settings, id);
    let ended: Pick<IntakeRecord, 'result' | 'problem'>;
    try {
      const { mapping } = await this.mapping(id);
      await writeFile(map, JSON.stringify(mapping), { mode: 0o600 });
      const { progress, signal } = running;
      const options = { map, called: [], signal, writing: () => running.writes() };
      const result = await loadFolders(this.#database, this.#settings, [folder], options, progress);
      ended = { result, problem: null };
    } catch (error) {
      const told = formatError(error).text.replaceAll(folder + sep, '');
      const isOurs = running.signal.aborted || this.#handsOver;
      ended = { result: null, problem: isOurs ? null : told };
    }
    // Its rows are in the graph and its bytes among the sources.
    if (ended.result) await rm(folder, { recursive: true, force: true }).catch(() => undefined);
    await this.#change(id, (record) => ({
      ...record,
      ...ended,
      loading: null,
      handed_over: this.#handsOver && !ended.result,
      files: ended.result ? [] : record.files,
    })).catch(() => undefined);
    this.#running.delete(id);
  }

  /** The record of an intake that takes changes: neither being loaded nor loaded. */
  async #settled(id: string): Promise<IntakeRecord> {
    const record = await readIntake(this.#settings, id);
    if (isLoading(record)) throw new ConflictError(text.load.already);
    if (record.result) throw new NotFoundError(text.gone);
    return record;
  }

  async #change(
    id: string,
    work: (record: IntakeRecord) => IntakeRecord | Promise<IntakeRecord>,
  ): Promise<IntakeRecord> {
    const before = this.#changes.get(id) ?? Promise.resolve();
    const mine = before
      .catch(() => undefined)
      .then(async () => {
        const after = await work(await readIntake(this.#settings, id));
        await writeRecord(this.#settings, after);
        return after;
      });
    this.#changes.set(id, mine);
    return mine;
  }

  async #whole(record: IntakeRecord): Promise<Intake> {
    const folder = filesAt(this.#settings, record.id);
    const gone = record.result !== null;
    const files: IntakeFile[] = [];
    // One after the other: each may take memory for a row of the largest size.
    for (const file of record.files) files.push(await describeFile(folder, file));
    const room = await roomIn(gone ? this.#settings.home : folder, this.#limits);
    return { ...this.#stateOf(record), files, room };
  }

  #stateOf(record: IntakeRecord): IntakeState {
    const { id, by, created, result, problem } = record;
    const running = this.#running.get(id);
    const interrupted = record.handed_over || (record.loading !== null && !isLoading(record));
    const state =
      running || isLoading(record)
        ? 'loading'
        : interrupted
          ? 'interrupted'
          : result
            ? 'loaded'
            : problem === null
              ? 'open'
              : 'failed';
    const names = result
      ? result.files.map(({ file }) => file)
      : record.files.map(({ name }) => name);
    return { id, by, created, state, names, progress: running?.told ?? null, result, problem };
  }

  #previewed(id: string, record: FileRecord): PreviewedFile | null {
    const { file } = record.reading;
    return file ? { path: join(filesAt(this.#settings, id), record.name), record, file } : null;
  }
}

function fileIn(record: IntakeRecord, name: string): FileRecord {
  const file = record.files.find((each) => each.name === name);
  if (!file) throw new NotFoundError(text.noFile(name));
  return file;
}
