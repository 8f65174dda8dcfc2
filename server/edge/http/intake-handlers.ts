import { createReadStream } from 'node:fs';
import { access } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { intakeRoutes } from '../../../domain/api/intake.ts';
import { messages } from '../../../domain/messages/index.ts';
import { deleteMapping, savedMappings, saveMapping } from '../../ingest/intake/saved-mappings.ts';
import { loadById } from '../../ingest/load/load-store.ts';
import { NotFoundError } from '../../platform/problems.ts';
import type { Handlers } from './served.ts';
import { fileShown } from './shown-evidence.ts';

/** The routes of `domain/api/intake.ts`. */
export const intakeHandlers: Pick<Handlers, keyof typeof intakeRoutes> = {
  intakes: async ({ intakes }) => ({ items: await intakes.list(), next: null }),

  beginIntake: ({ intakes }, { body }) => intakes.begin(body.sample),

  intake: ({ intakes }, { params }) => intakes.intake(params.intake),

  dropIntake: async ({ intakes }, { params }) => {
    await intakes.remove(params.intake);
    return {};
  },

  intakeState: ({ intakes }, { params }) => intakes.state(params.intake),

  uploadFile: ({ intakes }, { params, body }) => intakes.receive(params.intake, params.name, body),

  dropFile: async ({ intakes }, { params }) => {
    await intakes.removeFile(params.intake, params.name);
    return {};
  },

  readFileAs: ({ intakes }, { params, body }) => intakes.readAs(params.intake, params.name, body),

  previewFile: ({ intakes }, { params }) => intakes.preview(params.intake, params.name),

  intakeMapping: async ({ intakes }, { params }, response) => {
    const { mapping } = await intakes.mapping(params.intake);
    response.status(200).attachment('mapping.json').type('application/json');
    response.send(`${JSON.stringify(mapping, null, 2)}\n`);
  },

  loadIntake: ({ intakes }, { params }) => intakes.load(params.intake),

  stopIntake: ({ intakes }, { params }) => intakes.stop(params.intake),

  loadRejects: async ({ database, settings, views }, input, response) => {
    const { load, number } = input.params;
    const gone = new NotFoundError(messages.intake.noRejects);
    const said = (await loadById(database, load))?.files[number]?.rejects ?? null;
    if (said === null) throw gone;
    // Of this home alone; it may have moved since the load.
    const folder = join(settings.home, 'rejects');
    const path = join(folder, load, basename(said));
    if (!path.startsWith(folder + sep)) throw gone;
    await access(path).catch(() => {
      throw gone;
    });
    views.shown(fileShown('loadRejects', input));
    response.status(200).attachment(basename(path)).type('text/csv');
    await pipeline(createReadStream(path), response);
  },

  mappings: async ({ database }) => ({ items: await savedMappings(database), next: null }),

  saveMapping: async ({ database, intakes }, { body }) =>
    saveMapping(database, body.name, await intakes.mapping(body.intake)),

  dropMapping: async ({ database }, { params }) => {
    await deleteMapping(database, params.mapping);
    return {};
  },
};
