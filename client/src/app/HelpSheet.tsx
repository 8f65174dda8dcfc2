import { Kbd, Modal, Table } from '@mantine/core';
import { useLocation } from 'wouter';
import { queueAt } from '../triage/address.ts';
import { messages } from '../../../domain/messages/browser.ts';

const text = messages.page.keys;

export function HelpSheet({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [path] = useLocation();
  const ofQueue = queueAt(path) && messages.triage.page;
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={ofQueue ? ofQueue.keysTitle : text.title}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <Table verticalSpacing={6} horizontalSpacing={0}>
        <Table.Tbody>
          {(ofQueue ? ofQueue.keyList : [...text.items, ...text.mouse]).map(([keys, what]) => (
            <Table.Tr key={keys}>
              <Table.Td w={140}>
                <Kbd>{keys}</Kbd>
              </Table.Td>
              <Table.Td>{what}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
