import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Intake, IntakeFile } from '../../../domain/intake.ts';
import type { FileMapping } from '../../../domain/mapping.ts';
import { ask, send } from '../api/fetch.ts';
import { mayPass } from '../api/problem.ts';

const retryMs = 3_000;
const watchedMs = 500;

export function useIntake(id: string) {
  return useQuery({
    queryKey: ['intake', id],
    queryFn: ({ signal }) => ask('intake', { intake: id }, {}, signal),
    staleTime: Infinity,
  });
}

/** Asked again and again while it loads. */
export function useIntakeState(id: string) {
  return useQuery({
    queryKey: ['intake-state', id],
    queryFn: ({ signal }) => ask('intakeState', { intake: id }, {}, signal),
    staleTime: 0,
    refetchInterval: ({ state }) => {
      if (state.status === 'error') return mayPass(state.error) ? retryMs : false;
      return state.data?.state === 'loading' ? watchedMs : false;
    },
  });
}

export function useIntakes() {
  return useQuery({
    queryKey: ['intakes'],
    queryFn: ({ signal }) => ask('intakes', {}, {}, signal),
    staleTime: 0,
  });
}

export function useMappings() {
  return useQuery({
    queryKey: ['mappings'],
    queryFn: ({ signal }) => ask('mappings', {}, {}, signal),
  });
}

export function useLoads() {
  return useQuery({
    queryKey: ['loads'],
    queryFn: ({ signal }) => ask('loads', {}, { limit: 20 }, signal),
    staleTime: 0,
  });
}

export function usePreview(id: string, { name, reading, faults }: IntakeFile) {
  const readable = !faults.some(({ where }) => where === 'file' || where === 'reading.file');
  return useQuery({
    queryKey: ['preview', id, name, reading],
    queryFn: ({ signal }) => ask('previewFile', { intake: id, name }, {}, signal),
    enabled: readable,
    placeholderData: (previous) => previous,
  });
}

/** What changes an intake goes one after the other: a load reads files as they were last told to be read. */
export const inTurn = (intake: string) => ({ scope: { id: `intake ${intake}` } });

/** Keeps how a file is read; while Skein is away it tries again, in the order in which it was told. */
export function useReadAs(id: string, name: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: { reading: FileMapping; suggest?: boolean }) =>
      send('readFileAs', { intake: id, name }, body),
    ...inTurn(id),
    networkMode: 'always',
    retry: (_count, error) => mayPass(error),
    retryDelay: retryMs,
    onSuccess: (file) => client.setQueryData(['intake', id], replacing(file)),
  });
}

/** The intake with this file in the place of the one of its name, or at the end. */
export function replacing(file: IntakeFile) {
  return (before: Intake | undefined): Intake | undefined => {
    if (!before) return before;
    const known = before.files.some(({ name }) => name === file.name);
    const files = known
      ? before.files.map((each) => (each.name === file.name ? file : each))
      : [...before.files, file];
    return { ...before, files };
  };
}
