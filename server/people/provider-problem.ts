import { messages } from '../../domain/messages/index.ts';
import {
  NotSignedInError,
  UnavailableError,
  UsageError,
  type Problem,
} from '../platform/problems.ts';
import type { SignOnSettings } from '../platform/settings/sign-on-settings.ts';

const text = messages.signOn;

/** The provider is asked how to sign in there; or who somebody is. */
export type Step = 'how' | 'who';

/** What went wrong with a provider, in words for whoever comes in or whoever set it up; what is nobody's fault but ours is thrown on. */
export function providerProblem(
  client: typeof import('openid-client'),
  error: unknown,
  { name, issuer, scope }: SignOnSettings,
  step: Step,
): Problem {
  const cause = { cause: error };
  if (error instanceof UsageError) return new UnavailableError(error.message, [], cause);
  if (error instanceof client.AuthorizationResponseError) {
    if (error.error === 'access_denied') return new NotSignedInError(text.denied(name));
    if (error.error === 'invalid_scope')
      return new UnavailableError(text.badScope(name, scope), [], cause);
    const said = text.refused(name, error.error, error.error_description ?? '');
    return new UnavailableError(said, [], cause);
  }
  if (error instanceof client.WWWAuthenticateChallengeError)
    return new UnavailableError(text.badClient(name), [], cause);
  if (error instanceof client.ResponseBodyError) {
    if (error.error === 'invalid_client' || error.error === 'unauthorized_client')
      return new UnavailableError(text.badClient(name), [], cause);
    if (error.error === 'invalid_grant') return new NotSignedInError(text.notYours(name));
    const said = text.refused(name, error.error, error.error_description ?? '');
    return new UnavailableError(said, [], cause);
  }
  if (error instanceof client.ClientError) return ofClient(error, { name, issuer }, step, cause);
  // What `fetch` throws where nothing answers.
  if (error instanceof TypeError)
    return new UnavailableError(text.away(name, why(error)), [], cause);
  throw error;
}

/** By the codes of openid-client. */
function ofClient(
  error: Error & { code?: string },
  { name, issuer }: { name: string; issuer: string },
  step: Step,
  cause: ErrorOptions,
): Problem {
  const unavailable = (said: string) => new UnavailableError(said, [], cause);
  if (error.code === 'OAUTH_TIMEOUT' || error.code === 'OAUTH_ABORT')
    return unavailable(text.away(name, error.message));
  if (step === 'how')
    return unavailable(
      error.code === 'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED'
        ? text.otherIssuer(name, issuer)
        : text.notOidc(name, issuer, error.message),
    );
  return isOfState(error)
    ? new NotSignedInError(text.notYours(name))
    : unavailable(text.badAnswer(name, why(error)));
}

/** It answers no asking of this browser: its state or its nonce is another, or it is no answer at all. */
function isOfState(error: Error): boolean {
  return /\b(state|nonce)\b|response parameter/.test(`${error.message} ${why(error)}`);
}

function why({ message, cause }: Error): string {
  return cause instanceof Error && cause.message !== '' ? cause.message : message;
}
