import {
  payloadType,
  preAuthentication,
  statementType,
  type Statement,
} from '../../../verifier/statement.ts';
import { canonicalJson } from '../../platform/canonical.ts';
import type { Signer } from './key-store.ts';

/**
 * An in-toto Statement v1 in a DSSE envelope, as canonical JSON, so that no byte of it can be another; `readSigned` of
 * the verifier reads it.
 */
export function signed(statement: Statement, { id, sign }: Signer): string {
  const payload = Buffer.from(
    canonicalJson({
      _type: statementType,
      predicate: statement.more,
      predicateType: statement.kind,
      subject: Object.entries(statement.files).map(([name, sha256]) => ({
        digest: { sha256 },
        name,
      })),
    }),
  );
  const sig = sign(preAuthentication(payload)).toString('base64');
  const signatures = [{ keyid: id, sig }];
  return canonicalJson({ payload: payload.toString('base64'), payloadType, signatures });
}
