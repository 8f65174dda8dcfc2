import { describe, expect, it } from 'vitest';
import { membersAsked } from '../../server/edge/commands/actions/asked-members.ts';

const text = { either: 'one of them', whyMissing: 'say why' };

describe('who alone may see, by command', () => {
  it('is only looked at where nobody is named', () => {
    expect(membersAsked({}, text)).toBeNull();
    expect(membersAsked({ why: 'curious' }, text)).toBeNull();
  });

  it('is those named, or everybody, for a reason', () => {
    const why = ' A court asked ';
    const told = 'A court asked';
    expect(membersAsked({ only: ['ana'], why }, text)).toEqual({ members: ['ana'], why: told });
    expect(membersAsked({ all: true, why }, text)).toEqual({ members: null, why: told });
  });

  it('is not both, and not without a reason', () => {
    expect(() => membersAsked({ only: ['ana'], all: true, why: 'x' }, text)).toThrow(text.either);
    expect(() => membersAsked({ only: ['ana'], why: '  ' }, text)).toThrow(text.whyMissing);
    expect(() => membersAsked({ all: true }, text)).toThrow(text.whyMissing);
  });
});
