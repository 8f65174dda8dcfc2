import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import {
  bracketMatching,
  HighlightStyle,
  StreamLanguage,
  syntaxHighlighting,
} from '@codemirror/language';
import { cypher } from '@codemirror/legacy-modes/mode/cypher';
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { Annotation, EditorState } from '@codemirror/state';
import {
  EditorView,
  highlightSpecialChars,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { useEffect, useRef } from 'react';
import type { QueryCheck, QueryPlace } from '../../../domain/query.ts';
import { messages } from '../../../domain/messages/browser.ts';
import { styleNonce } from '../theme/theme.ts';
import { cypherCompletion } from './cypher-completion.ts';

const text = messages.queries.editor;

interface CypherEditorProps {
  value: string;
  onChange: (value: string) => void;
  onRun: () => void;
  check: QueryCheck | null;
  /** Id of what describes it. */
  hint: string;
}

/** Another text is given to the editor: nobody has written it, so it is no draft of what is open. */
const givenAnew = Annotation.define<true>();

/** A query as it is written: coloured, completed from the schema, underlined where the server finds a fault. */
export function CypherEditor({ value, onChange, onRun, check, hint }: CypherEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  // The editor lives longer than a rendering: it calls what is in force.
  const calls = useRef({ onChange, onRun });
  useEffect(() => {
    calls.current = { onChange, onRun };
  });

  useEffect(() => {
    const editor = new EditorView({
      parent: place.current!,
      state: EditorState.create({
        extensions: [
          keymap.of([{ key: 'Mod-Enter', run: () => (calls.current.onRun(), true) }]),
          extensions(hint),
          EditorView.updateListener.of((update) => {
            const typed = !update.transactions.some((one) => one.annotation(givenAnew));
            if (update.docChanged && typed) calls.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = editor;
    return () => editor.destroy();
  }, [hint]);

  useEffect(() => {
    const editor = view.current;
    if (editor && editor.state.doc.toString() !== value)
      editor.dispatch({
        changes: { from: 0, to: editor.state.doc.length, insert: value },
        annotations: givenAnew.of(true),
      });
  }, [value]);

  useEffect(() => {
    const editor = view.current;
    if (editor)
      editor.dispatch(setDiagnostics(editor.state, diagnosticsOf(check, editor.state.doc.length)));
  }, [check]);

  return <div ref={place} className="cypher-editor" />;
}

/** Tab is left to the page: whoever uses the keyboard alone gets out. */
function extensions(hint: string) {
  return [
    EditorView.cspNonce.of(styleNonce()),
    EditorView.contentAttributes.of({ 'aria-label': text.label, 'aria-describedby': hint }),
    EditorView.lineWrapping,
    lineNumbers(),
    // A mark that turns the direction of a text shows.
    highlightSpecialChars(),
    history(),
    bracketMatching(),
    closeBrackets(),
    placeholder(text.placeholder),
    StreamLanguage.define(cypher),
    syntaxHighlighting(colours),
    autocompletion({ override: [cypherCompletion], icons: false }),
    keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
  ];
}

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: 'var(--cypher-keyword)', fontWeight: '600' },
  { tag: tags.atom, color: 'var(--cypher-type)' },
  { tag: tags.string, color: 'var(--cypher-string)' },
  { tag: tags.comment, color: 'var(--faint)' },
  {
    tag: [tags.standard(tags.variableName), tags.definition(tags.variableName)],
    color: 'var(--cypher-function)',
  },
]);

function diagnosticsOf(check: QueryCheck | null, length: number): Diagnostic[] {
  if (!check) return [];
  return [
    ...check.problems.flatMap((place) => diagnostic(place, 'error', length)),
    ...check.remarks.flatMap((place) => diagnostic(place, 'warning', length)),
  ];
}

/** The text may have been shortened since it was checked. */
function diagnostic(
  { says, from, to }: QueryPlace,
  severity: Diagnostic['severity'],
  length: number,
): Diagnostic[] {
  if (from === null || to === null || to > length) return [];
  return [{ from, to, severity, message: says }];
}
