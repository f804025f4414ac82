// Light, dark, or as the system has it.
import { computed, readonly, ref } from 'vue';
import { remember, remembered } from './i18n';

export type Theme = 'auto' | 'light' | 'dark';

const KEY = 'pairgraph.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const systemIsDark = ref(system.matches);
system.addEventListener('change', () => (systemIsDark.value = system.matches));

const chosen = ref<Theme>(themeOf(remembered(KEY)));

export const theme = readonly(chosen);
export const isDark = computed(() => chosen.value === 'dark' || (chosen.value === 'auto' && systemIsDark.value));

export function useTheme(next: Theme): void {
  chosen.value = next;
  remember(KEY, next);
  if (next === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = next;
}

/** The value of a token of theme.css as it is now, for what is drawn on a canvas. */
export function token(name: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

function themeOf(text: string | null): Theme {
  return text === 'light' || text === 'dark' ? text : 'auto';
}
