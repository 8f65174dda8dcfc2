import { describe, expect, it } from 'vitest';
import { tablesIn } from '../../server/detection/columns/tables.ts';

function columnsOf(table: string, text: string): string[] {
  const found = tablesIn([text]).find(({ name }) => name === table);
  return found?.columns.map(({ name }) => name) ?? [];
}

describe('of a table is read what a text names of it:', () => {
  it('what stands behind its name, or behind what the text calls it, is no other’s', () => {
    const text = `SELECT l.started_at, ip.country
      FROM logged_in_from AS l JOIN ip ON ip.id = l.to_id JOIN account a ON a.id = l.from_id`;
    expect(columnsOf('logged_in_from', text)).toEqual(['from_id', 'to_id', 'started_at']);
    expect(columnsOf('ip', text)).toEqual(['id', 'country']);
    expect(columnsOf('account', text)).toEqual(['id']);
  });

  it('what stands alone may be any’s', () => {
    const text = 'SELECT kind FROM device JOIN ip ON ip.id = device.id';
    expect(columnsOf('device', text)).toEqual(['id', 'kind']);
    expect(columnsOf('ip', text)).toEqual(['id', 'kind']);
  });

  it('what is behind a name of two is of both, and of what the text counts itself, none’s', () => {
    const text = `WITH used AS (SELECT u.country FROM ip u UNION SELECT u.country FROM account u)
      SELECT used.city FROM used`;
    expect(columnsOf('ip', text)).toEqual(['id', 'country']);
    expect(columnsOf('account', text)).toEqual(['id', 'country']);
  });

  it('neither a table’s own name is, nor what the text calls its answer', () => {
    // A session has a column of that name.
    const text = 'SELECT count(*) AS service_port FROM ip JOIN logged_in_from ON to_id = ip.id';
    expect(columnsOf('logged_in_from', text)).toEqual(['from_id', 'to_id']);
  });

  it('nor what is said in a comment or a quoted text', () => {
    const text = `-- account.email
      SELECT id, 'phone' AS what FROM account`;
    expect(columnsOf('account', text)).toEqual(['id']);
  });

  it('but what is taken out of it is, whatever word stands before', () => {
    expect(columnsOf('account', "SELECT trim(BOTH ' ' FROM email) FROM account")).toEqual([
      'id',
      'email',
    ]);
  });
});
