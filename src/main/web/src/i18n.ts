// The reader's language. Words stand in pairs; a key that one language lacks does not compile.
import { computed, readonly, ref, type ComputedRef } from 'vue';
import type { Label } from './api';

export type Language = 'zh' | 'en';

/** A phrase, or a phrase with places for values. */
export type Phrase = string | ((...values: never[]) => string);
export interface Phrases {
  readonly [key: string]: Phrase | Phrases;
}

/** The same keys, and functions of the same parameters. */
export type Same<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : T[K] extends (...values: infer V) => string ? (...values: V) => string : Same<T[K]>;
};

const KEY = 'pairgraph.language';
const current = ref<Language>(document.documentElement.lang.startsWith('zh') ? 'zh' : 'en');

export const language = readonly(current);

export function useLanguage(next: Language): void {
  current.value = next;
  document.documentElement.lang = next === 'zh' ? 'zh-Hans' : 'en';
  remember(KEY, next);
}

/** Both languages of a part of the application; the value is the reader's. In a template: `t.title`. */
export function phrases<T extends Phrases>(zh: T, en: Same<T>): ComputedRef<Same<T>> {
  return computed(() => (current.value === 'zh' ? (zh as unknown as Same<T>) : en));
}

/** Both languages as they are, with the same keys. */
export function pair<T extends Phrases>(zh: T, en: Same<T>): readonly [zh: T, en: Same<T>] {
  return [zh, en];
}

/** A name in the reader's language, else in the other one, else what it is called in its address. */
export function named(label: Label, otherwise = ''): string {
  return (current.value === 'zh' ? (label.zh ?? label.en) : (label.en ?? label.zh)) ?? otherwise;
}

/** The name in the language that {@link named} did not take; empty when there is none or it is the same. */
export function alsoNamed(label: Label): string {
  const other = current.value === 'zh' ? label.en : label.zh;
  return other === undefined || other === named(label) ? '' : other;
}

/** Keeps a choice in this browser, where it allows that. */
export function remember(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is switched off: the choice holds until the page is left.
  }
}

export function remembered(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
