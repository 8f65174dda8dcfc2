// Parts of the page say words that the page brings before them. By a file of its own, which each test file reads anew where they
// share a process: of what it imports there is one.
import '../server/platform/locale.ts';
