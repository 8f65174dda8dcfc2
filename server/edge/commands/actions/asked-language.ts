import { messages } from '../../../../domain/messages/index.ts';
import { languages, type Language } from '../../../../domain/messages/language.ts';
import { UsageError } from '../../../platform/problems.ts';

/** What `--language` says. Throws UsageError for one that there is not. */
export function readLanguage(code: string): Language {
  const language = languages().find((known) => known === code);
  if (!language) throw new UsageError(messages.evidence.badLanguage(languages()));
  return language;
}
