/** `unrelated`: a party is an account, or several that are openly connected. */
export const partiesCounted =
  'partes sin relación entre sí (las cuentas vinculadas abiertamente cuentan como una)';
