import {
  Button,
  Checkbox,
  Group,
  Modal,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { useState } from 'react';
import {
  addedTypes,
  credibilities,
  reliabilities,
  type AddedType,
  type Addition,
} from '../../../domain/addition.ts';
import type { Point } from '../../../domain/drawing/placement.ts';
import { messages } from '../../../domain/messages/later.ts';
import { newId } from '../api/new-id.ts';
import { nameOnBoard } from '../board/additions.ts';
import { useBoard } from '../workspace/board.tsx';
import { AdditionEnds } from './AdditionEnds.tsx';
import { additionsOf, emptyForm, formOf, type AdditionForm } from './addition-form.ts';
import { useAdditions } from './use-additions.ts';

const text = messages.additions;

/** What somebody wants to add or change. */
export interface AdditionRequest {
  /** What is there already, to be changed. */
  changing?: { id: string; addition: Addition };
  /** What is selected or was clicked: what is added is linked to it at first. */
  linkedTo?: string | null;
  /** Where it is to lie, in the graph's own coordinates. */
  at?: Point | undefined;
  /** What stands in the fields at first. */
  filled?: Partial<AdditionForm>;
  /** Opens with a link between two, from this one. */
  linkFrom?: string;
}

interface AdditionDialogProps {
  request: AdditionRequest;
  onClose: () => void;
}

/** Asks for something an analyst knows, with where it is known from; mounted while it is open. */
export function AdditionDialog({ request, onClose }: AdditionDialogProps) {
  const board = useBoard();
  const { know } = useAdditions();
  const { changing, linkedTo = null, at, linkFrom, filled } = request;
  const [form, setForm] = useState<AdditionForm>(() => {
    const today = new Date().toISOString().slice(0, 10);
    if (changing) return formOf(changing.addition, today);
    const empty = { ...emptyForm(linkedTo, today), ...filled };
    return linkFrom === undefined ? empty : { ...empty, kind: 'link', from: linkFrom };
  });
  const [ids] = useState(() =>
    changing ? { thing: changing.id, link: changing.id } : { thing: newId(), link: newId() },
  );
  const set = (some: Partial<AdditionForm>) => setForm((before) => ({ ...before, ...some }));
  const made = additionsOf(form, ids);
  const done = () => {
    if (!made) return;
    const { name, says } = form;
    const called = form.kind === 'thing' ? name : says;
    know(made, { called: called.trim(), changed: changing !== undefined, at });
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={changing ? text.edit : text.add}
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          done();
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {text.hint}
          </Text>
          {!changing && (
            <SegmentedControl
              size="xs"
              aria-label={text.what}
              value={form.kind}
              onChange={(kind) => set({ kind })}
              data={(['thing', 'link'] as const).map((value) => ({
                value,
                label: text.kinds[value],
              }))}
            />
          )}
          {form.kind === 'thing' && <ThingFields form={form} set={set} />}
          {(form.kind === 'link' || !changing) && <AdditionEnds form={form} set={set} />}
          {form.kind === 'thing' && !changing && form.to !== null && (
            <Checkbox
              size="xs"
              label={text.reversed}
              description={readsOf(form, nameOnBoard(board, form.to))}
              checked={form.reversed}
              onChange={({ currentTarget }) => set({ reversed: currentTarget.checked })}
            />
          )}
          <KnownFields form={form} set={set} />
          <Group justify="flex-end" gap="xs">
            <Button size="xs" variant="default" onClick={onClose}>
              {text.cancel}
            </Button>
            <Button size="xs" type="submit" disabled={!made}>
              {changing ? text.saveChange : text.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function readsOf({ name, says, reversed }: AdditionForm, other: string): string {
  const [own, between] = [name.trim() || '…', says.trim() || '…'];
  return reversed ? text.reads(other, between, own) : text.reads(own, between, other);
}

export interface FieldsProps {
  form: AdditionForm;
  set: (some: Partial<AdditionForm>) => void;
}

function ThingFields({ form, set }: FieldsProps) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
      <TextInput
        data-autofocus
        size="xs"
        required
        label={text.name}
        maxLength={300}
        value={form.name}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
      />
      <Select
        size="xs"
        label={text.type}
        allowDeselect={false}
        searchable
        value={form.type}
        data={addedTypes.map((value) => ({ value, label: typeLabel(value) }))}
        onChange={(type) => type !== null && set({ type })}
      />
    </SimpleGrid>
  );
}

/** What a type is called, or what is of none. */
export function typeLabel(type: AddedType): string {
  return type === 'thing' ? text.thing : messages.schema.nodes[type].one;
}

function KnownFields({ form, set }: FieldsProps) {
  return (
    <>
      <TextInput
        size="xs"
        required
        label={text.source}
        placeholder={text.sourceExample}
        maxLength={500}
        value={form.source}
        onChange={({ currentTarget }) => set({ source: currentTarget.value })}
      />
      <SimpleGrid cols={{ base: 1, xs: 3 }} spacing="sm">
        <Select
          size="xs"
          required
          label={text.reliability}
          placeholder={text.choose}
          value={form.reliability}
          data={reliabilities.map((value) => ({ value, label: text.reliabilities[value] }))}
          onChange={(reliability) => set({ reliability })}
        />
        <Select
          size="xs"
          required
          label={text.credibility}
          placeholder={text.choose}
          value={form.credibility}
          data={credibilities.map((value) => ({ value, label: text.credibilities[value] }))}
          onChange={(credibility) => set({ credibility })}
        />
        <TextInput
          size="xs"
          required
          type="date"
          label={text.known}
          value={form.known}
          onChange={({ currentTarget }) => set({ known: currentTarget.value })}
        />
      </SimpleGrid>
      <Textarea
        size="xs"
        label={text.note}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={5_000}
        value={form.note}
        onChange={({ currentTarget }) => set({ note: currentTarget.value })}
      />
    </>
  );
}
