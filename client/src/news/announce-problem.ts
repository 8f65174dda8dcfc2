import { notifications } from '@mantine/notifications';
import { messages } from '../../../domain/messages/browser.ts';
import { ProblemError } from '../api/problem.ts';

/** Says in a corner of the page what an action could not do. */
export function announceProblem(error: unknown): void {
  notifications.show({
    color: 'red',
    title: error instanceof ProblemError ? error.problem.title : messages.page.state.failed,
    message: error instanceof Error ? error.message : String(error),
  });
}
