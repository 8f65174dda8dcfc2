import { Modal, NativeSelect, Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import { messages } from '../../../domain/messages/later.ts';
import { languageName, languages, type Language } from '../../../domain/messages/language.ts';
import { language as languageOfPage } from '../api/language.ts';
import { BundleForm } from './BundleForm.tsx';
import './evidence.css';
import type { ExportScope } from './export-scope.ts';
import { NarrativeDraft } from './NarrativeDraft.tsx';

const text = messages.exportDialog;

interface ExportDialogProps {
  of: ExportScope;
  title: string;
  onClose: () => void;
}

/** An evidence bundle of something, or the draft of a narrative on it. */
export function ExportDialog({ of, title, onClose }: ExportDialogProps) {
  const [scope, setScope] = useState(of);
  const [language, setLanguage] = useState<Language>(languageOfPage);
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={<Text fw={650}>{text.title(title)}</Text>}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <div className="export-scope">
        <NativeSelect
          size="xs"
          label={text.language}
          value={language}
          data={languages().map((value) => ({
            value,
            label: languageName(value, messages.page.locale),
          }))}
          onChange={(event) => setLanguage(event.currentTarget.value)}
        />
        {of.account !== undefined && (
          <NativeSelect
            size="xs"
            label={text.hops}
            value={String(scope.hops ?? 1)}
            data={text.hopsOf.map((label, hops) => ({ value: String(hops), label }))}
            onChange={(event) => setScope({ ...scope, hops: Number(event.currentTarget.value) })}
          />
        )}
      </div>
      <Tabs defaultValue="bundle" keepMounted mt="md">
        <Tabs.List>
          <Tabs.Tab value="bundle">{text.bundle}</Tabs.Tab>
          <Tabs.Tab value="narrative">{text.narrative}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="bundle" pt="md">
          <BundleForm of={scope} language={language} onClose={onClose} />
        </Tabs.Panel>
        <Tabs.Panel value="narrative" pt="md">
          <NarrativeDraft of={scope} language={language} />
        </Tabs.Panel>
      </Tabs>
    </Modal>
  );
}
