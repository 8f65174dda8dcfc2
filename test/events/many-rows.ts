/** Enough rows, in two files, that storing them takes a while. */
export const manyRows: readonly unknown[] = [
  ...Array.from({ length: 2_500 }, (_, at) => ({
    file: 'accounts',
    row: { account_id: `many-${at}`, display_name: `Account ${at}` },
  })),
  ...Array.from({ length: 2_500 }, (_, at) => ({
    file: 'logins',
    row: {
      account_id: `many-${at}`,
      ip: `198.51.100.${at % 250}`,
      started_at: `2024-05-01T08:${String(at % 60).padStart(2, '0')}:00Z`,
    },
  })),
];
