// Text that the reader takes along in the clipboard, and whether that went well.
import { ref, type Ref } from 'vue';

export type Copying = 'idle' | 'copied' | 'failed';
const TOLD_MS = 2500;

/** Copies a text and tells for a moment what came of it: a page that is not served safely may not copy at all. */
export function useCopy(): { readonly state: Readonly<Ref<Copying>>; readonly copy: (text: string) => Promise<void> } {
  const state = ref<Copying>('idle');
  async function copy(text: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      state.value = 'copied';
    } catch {
      state.value = 'failed';
    }
    setTimeout(() => (state.value = 'idle'), TOLD_MS);
  }
  return { state, copy };
}
