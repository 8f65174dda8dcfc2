import { describe, expect, it } from 'vitest';
import { messages } from '../../domain/messages/index.ts';
import { formatError } from '../../server/platform/format-error.ts';
import { UsageError } from '../../server/platform/problems.ts';

describe('what a command says of a problem', () => {
  it('is what is wrong, where the API points to its list of errors', () => {
    const details = [
      { where: 'body.members', problem: 'not known here: ana' },
      { where: 'body.why', problem: 'is missing' },
    ];
    expect(formatError(new UsageError(messages.http.badRequest, details))).toEqual({
      text: 'not known here: ana\nis missing',
      status: 2,
    });
  });

  it('is its own message else', () => {
    const details = [{ where: 'retention.json', problem: 'is no JSON' }];
    expect(formatError(new UsageError('retention.json, line 3: is no JSON', details)).text).toBe(
      'retention.json, line 3: is no JSON',
    );
  });
});
