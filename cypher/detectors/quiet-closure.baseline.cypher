// Measures: of the accounts that met clients, what share was closed within the horizon of the first contact.
// Cost:     none: quiet-closure.baseline.sql counted them.
WITH head($rows) AS counted
RETURN counted.met AS usual_met, round(1.0 * counted.quiet / (counted.met + 1), 4) AS usual_quiet
