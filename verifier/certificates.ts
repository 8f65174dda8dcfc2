/** X.509 certificates that a person gives, in PEM. */
import { Certificate, type RelativeDistinguishedNames } from 'pkijs';
import { fromBase64 } from './base64.ts';

const commonName = '2.5.4.3';

/** A certificate of a PEM file. */
export interface NamedCertificate {
  /** It alone. */
  pem: string;
  /** What it calls its holder. */
  name: string;
}

/** Each certificate of a PEM file of them; what cannot be read is none. Text around them does no harm. */
export function certificatesIn(text: string): NamedCertificate[] {
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.flatMap((pem) => {
    const certificate = readCertificate(pem);
    return certificate ? [{ pem, name: nameOf(certificate.subject) }] : [];
  });
}

/** Null for what is no certificate in PEM. */
export function readCertificate(pem: string): Certificate | null {
  const der = fromBase64(pem.replaceAll(/-----[^-]+-----|\s/g, ''));
  try {
    return der && Certificate.fromBER(der);
  } catch {
    return null;
  }
}

/** The common name of a subject; the first of its names where it has none. */
export function nameOf({ typesAndValues }: RelativeDistinguishedNames): string {
  const named = typesAndValues.find(({ type }) => type === commonName) ?? typesAndValues[0];
  const { value } = (named?.value.valueBlock ?? {}) as { value?: string };
  return value ?? '';
}
