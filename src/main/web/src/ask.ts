// A question to the server and what came of it: waiting, an answer, or a problem.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue';
import { Problem } from './api';

export interface Asked<T> {
  readonly answer: Readonly<ShallowRef<T | undefined>>;
  readonly problem: Readonly<ShallowRef<Problem | undefined>>;
  readonly waiting: Readonly<ShallowRef<boolean>>;
  readonly again: () => void;
}

/**
 * Asks at once and again whenever what `question` reads has changed; an older question is given up. `question` returns
 * undefined when there is nothing to ask. The last answer stays while the next is waited for.
 */
export function ask<T>(question: (signal: AbortSignal) => Promise<T> | undefined): Asked<T> {
  const answer = shallowRef<T>();
  const problem = shallowRef<Problem>();
  const waiting = shallowRef(false);
  const attempt = shallowRef(0);
  let running: AbortController | undefined;

  watch(
    () => {
      const next = new AbortController();
      return { attempt: attempt.value, next, asked: question(next.signal) };
    },
    ({ next, asked }) => {
      running?.abort();
      running = next;
      problem.value = undefined;
      if (asked === undefined) {
        answer.value = undefined;
        waiting.value = false;
        return;
      }
      waiting.value = true;
      asked
        .then((value) => void (running === next && (answer.value = value)))
        .catch((failure: unknown) => void (running === next && (problem.value = problemOf(failure))))
        .finally(() => void (running === next && (waiting.value = false)));
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    const last = running;
    running = undefined;
    last?.abort();
  });
  return { answer, problem, waiting, again: () => attempt.value++ };
}

/** What the reader is told of a failure; a mistake of our own is shown as such. */
export function problemOf(failure: unknown): Problem {
  if (failure instanceof Problem) return failure;
  console.error(failure);
  return new Problem({ type: '#application', title: String(failure), status: 0 });
}
