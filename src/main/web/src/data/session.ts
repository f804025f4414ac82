// Who is signed in: a token, kept in this tab only, and what it may do.
import { computed, readonly, ref } from 'vue';
import { asked, Problem } from '../api';

export type Role = 'steward' | 'admin';
const KEY = 'pairgraph.token';

const kept = ref<string | undefined>(read());
const known = ref<Role | 'unknown'>('unknown');

export const token = readonly(kept);
export const role = readonly(known);
export const isSignedIn = computed(() => kept.value !== undefined);

/** Keeps a token that the server takes; throws the server's Problem when it does not. */
export async function signIn(candidate: string): Promise<void> {
  known.value = await roleOf(candidate);
  kept.value = candidate;
  try {
    sessionStorage.setItem(KEY, candidate);
  } catch {
    // Storage is switched off: the token holds until the page is left.
  }
}

export function signOut(): void {
  kept.value = undefined;
  known.value = 'unknown';
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // There is nothing to remove.
  }
}

/** Asks what the kept token may do; signs out when it counts no more. */
export async function recall(): Promise<void> {
  if (kept.value === undefined || known.value !== 'unknown') return;
  try {
    known.value = await roleOf(kept.value);
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 401) signOut();
  }
}

async function roleOf(candidate: string): Promise<Role> {
  return ((await asked('/api/v1/session', { token: candidate }, { method: 'GET' })) as { role: Role }).role;
}

function read(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}
