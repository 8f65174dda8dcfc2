import { Button, Group, Modal, Text } from '@mantine/core';
import { useState } from 'react';
import { rankingId } from '../../../domain/ranking.ts';
import { messages } from '../../../domain/messages/later.ts';
import { Failure } from '../ui/Failure.tsx';
import { Waiting } from '../ui/Waiting.tsx';
import { ParameterFields } from './ParameterFields.tsx';
import { ParameterHistory } from './ParameterHistory.tsx';
import { PutInForce } from './PutInForce.tsx';
import { useParameterHistory, usePutInForce, useRanking } from './trial-queries.ts';
import { changedFrom, declaredOf, inForceOf, valuesOf, writtenOf, type Tuned } from './values.ts';
import './trials.css';

const text = messages.ranking;

/** By what clusters are ordered: what is in force, and every change there was. Its outcome is the next run's. */
export function RankingParametersDialog({ onClose }: { onClose: () => void }) {
  const ranking = useRanking();
  const history = useParameterHistory(rankingId);
  const error = ranking.error ?? history.error;
  const [info, changes] = [ranking.data, history.data?.items];
  const again = () => void Promise.all([ranking.refetch(), history.refetch()]);
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={text.parametersTitle}
      closeButtonProps={{ 'aria-label': messages.page.close }}
    >
      <Text size="sm" mb="md">
        {text.parametersAbout}
      </Text>
      {error && !(info && changes) && <Failure error={error} onRetry={again} />}
      {!error && !(info && changes) && <Waiting />}
      {info && changes && (
        <>
          <Weighing tuned={{ ...info, in_force: changes[0] ?? null }} />
          <ParameterHistory detector={info} changes={changes} />
        </>
      )}
    </Modal>
  );
}

function Weighing({ tuned }: { tuned: Tuned }) {
  const put = usePutInForce(tuned.id);
  const inForce = inForceOf(tuned);
  const [written, setWritten] = useState(() => writtenOf(inForce));
  const values = valuesOf(tuned, written);
  return (
    <>
      <ParameterFields
        detector={tuned}
        written={written}
        problems={{}}
        onChange={(name, value) => setWritten({ ...written, [name]: value })}
      />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => setWritten(writtenOf(declaredOf(tuned)))}>
          {messages.trialPage.allDeclared}
        </Button>
      </Group>
      {Object.keys(changedFrom(inForce, values)).length > 0 && (
        <PutInForce
          label={messages.trialPage.put}
          restsOn={false}
          put={(why) => put({ values, why, trial: null, rests_on: tuned.in_force?.revision ?? 0 })}
        />
      )}
    </>
  );
}
