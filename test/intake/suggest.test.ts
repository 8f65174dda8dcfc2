import { describe, expect, it } from 'vitest';
import type { FileName } from '../../domain/schema/schema.ts';
import { guessDelimiter, guessEncoding } from '../../server/ingest/intake/text-form.ts';
import type { Head } from '../../server/ingest/intake/head.ts';
import { suggestColumns } from '../../server/ingest/intake/suggest-columns.ts';
import { suggestFile } from '../../server/ingest/intake/suggest-file.ts';
import { guessDates, guessWords, needsZone } from '../../server/ingest/intake/suggest-forms.ts';

function headOf(columns: Readonly<Record<string, readonly string[]>>): Head {
  return { columns: Object.keys(columns), values: Object.values(columns) };
}

function suggested(columns: Readonly<Record<string, readonly string[]>>, file: FileName) {
  const head = headOf(columns);
  return Object.fromEntries(
    suggestColumns(head, file).map((suggestion, at) => [
      head.columns[at]!,
      suggestion && `${suggestion.column} (${suggestion.by})`,
    ]),
  );
}

const names = (...columns: string[]) => Object.fromEntries(columns.map((name) => [name, []]));

describe('columns', () => {
  it('are known by their names, whatever their case and accents', () => {
    expect(
      suggested(names('Account ID', 'displayName', 'E-Mail', 'Created_At'), 'accounts'),
    ).toEqual({
      'Account ID': 'account_id (name)',
      displayName: 'display_name (name)',
      'E-Mail': 'email (synonym)',
      Created_At: 'created_at (name)',
    });
  });

  it('are known in French', () => {
    const french = names(
      'Identifiant',
      'Nom affiché',
      'Courriel',
      'Téléphone',
      'Date de naissance',
      'Pays',
      'Créé le',
      'Parrainé par',
    );
    expect(suggested(french, 'accounts')).toEqual({
      Identifiant: 'account_id (synonym)',
      'Nom affiché': 'display_name (synonym)',
      Courriel: 'email (synonym)',
      Téléphone: 'phone (synonym)',
      'Date de naissance': 'birth_date (synonym)',
      Pays: 'country (synonym)',
      'Créé le': 'created_at (synonym)',
      'Parrainé par': 'referred_by (synonym)',
    });
    expect(
      suggested(names('Compte', 'Adresse IP', 'Début', 'Fin', 'Appareil', 'Navigateur'), 'logins'),
    ).toEqual({
      Compte: 'account_id (synonym)',
      'Adresse IP': 'ip (synonym)',
      Début: 'started_at (synonym)',
      Fin: 'ended_at (synonym)',
      Appareil: 'device_id (synonym)',
      Navigateur: 'user_agent (synonym)',
    });
    expect(
      suggested(
        names('N° transaction', 'Émetteur', 'Bénéficiaire', 'Montant', 'Devise', 'Date'),
        'transfers',
      ),
    ).toMatchObject({
      Émetteur: 'from_payment_account_id (synonym)',
      Bénéficiaire: 'to_payment_account_id (synonym)',
      Montant: 'amount (synonym)',
      Devise: 'currency (synonym)',
      Date: 'sent_at (synonym)',
    });
  });

  it('are known when misspelt, but not when they mean something else', () => {
    expect(
      suggested(names('acount_id', 'adress', 'contry', 'nationalty', 'couriel'), 'accounts'),
    ).toEqual({
      acount_id: 'account_id (spelling)',
      adress: 'address (spelling)',
      contry: 'country (spelling)',
      nationalty: 'nationality (spelling)',
      couriel: 'email (spelling)',
    });
    expect(suggested(names('balance', 'weight', 'score_card', 'x'), 'accounts')).toEqual({
      balance: null,
      weight: null,
      score_card: null,
      x: null,
    });
  });

  it('are known by what they hold where their names say nothing', () => {
    expect(
      suggested(
        {
          a: ['u1', 'u2'],
          b: ['192.0.2.1', '2001:db8::1'],
          c: ['2024-01-01T10:00:00Z', '2024-01-02 11:30'],
          d: ['Mozilla/5.0 (X11)', 'Mozilla/5.0 (Windows)'],
        },
        'logins',
      ),
    ).toEqual({ a: null, b: 'ip (content)', c: 'started_at (content)', d: 'user_agent (content)' });
    expect(suggested({ q: ['a@x.example'], w: ['Europe/Paris'] }, 'accounts')).toEqual({
      q: 'email (content)',
      w: 'timezone (content)',
    });
    expect(suggested({ q: ['EUR', 'USD'] }, 'payment_accounts')).toEqual({
      q: 'currency (content)',
    });
  });

  it('each become another one: who bears the name has it', () => {
    expect(suggested(names('user_id', 'account_id', 'mail', 'email'), 'accounts')).toEqual({
      user_id: null,
      account_id: 'account_id (name)',
      mail: null,
      email: 'email (name)',
    });
  });
});

describe('files', () => {
  it.each([
    ['accounts.csv', names('x'), 'accounts'],
    ['Utilisateurs_2024-03.csv', names('Identifiant', 'Nom'), 'accounts'],
    ['export_connexions.csv', names('Compte', 'Adresse IP', 'Début'), 'logins'],
    ['virements.csv', names('Montant', 'Devise'), 'transfers'],
    ['t1.csv', names('account_id', 'ip', 'started_at', 'user_agent'), 'logins'],
    ['dump.csv', names('rating_id', 'from_account_id', 'to_account_id', 'score'), 'ratings'],
  ] as const)('%s is told', (name, columns, file) => {
    expect(suggestFile(name, headOf(columns))?.file).toBe(file);
  });

  it('are not told by nothing', () => {
    expect(suggestFile('t1.csv', headOf(names('alpha', 'beta')))).toBeNull();
  });
});

describe('how a file is written', () => {
  const text = 'Prénom;Âge\nZoë;41\n';

  it('is told by its first bytes', () => {
    const wide = Buffer.from(text, 'utf16le');
    expect(guessEncoding(Buffer.from(text), true).is).toBe('utf-8');
    expect(guessEncoding(Buffer.from(`\ufeff${text}`), true).is).toBe('utf-8');
    expect(guessEncoding(Buffer.concat([Buffer.from([0xff, 0xfe]), wide]), false).is).toBe(
      'utf-16le',
    );
    expect(guessEncoding(wide, false).is).toBe('utf-16le');
    expect(guessEncoding(Buffer.from(wide).swap16(), false).is).toBe('utf-16be');
    const western = guessEncoding(Buffer.from(text, 'latin1'), false);
    expect(western.is).toBe('windows-1252');
    expect(western.said).toContain('Windows-1252');
  });

  it.each([
    [',', ['a,b,c', '1,2,3']],
    [';', ['a;b;c', '1,5;2,5;3', '"x;y";2;3']],
    ['\t', ['a\tb', '1,2\t3']],
    ['|', ['a|b|c', '1|2|3']],
    [',', ['only']],
    [',', ['name,note', '"a;b;c;d",x']],
  ] as const)('parts columns by %j', (mark, lines) => {
    expect(guessDelimiter(lines).is).toBe(mark);
  });

  it('dates are day first, month first or counted, and said when it is a guess', () => {
    const of = (...values: string[]) => guessDates(headOf({ created_at: values }), 'accounts', {});
    expect(of('31/12/2024 10:00', '01/02/2024 11:00').is).toBe('day-first');
    expect(of('12/31/2024 10:00', '01/02/2024 11:00').is).toBe('month-first');
    expect(of('01/02/2024 10:00').said).toContain('guess');
    expect(of('1704067200').is).toBe('unix-seconds');
    expect(of('1704067200000').is).toBe('unix-milliseconds');
    expect(of('2024-01-01T00:00:00Z')).toEqual({ is: 'iso', said: null });
  });

  it('asks for the zone of times that have none', () => {
    const of = (...values: string[]) =>
      needsZone(headOf({ created_at: values }), 'accounts', { columns: {} });
    expect(of('2024-01-01 10:00:00')).toBe(true);
    expect(of('31/12/2024 10:00')).toBe(true);
    expect(of('2024-01-01T10:00:00Z')).toBe(false);
    expect(of('2024-01-01T10:00:00+02:00')).toBe(false);
    expect(of()).toBe(false);
  });

  it('words of an enum are told in French', () => {
    expect(
      guessWords(
        ['actif', 'Suspendu', 'Fermé', 'active', 'perdu'],
        ['active', 'suspended', 'closed'],
      ),
    ).toEqual({ actif: 'active', Suspendu: 'suspended', Fermé: 'closed' });
  });
});
