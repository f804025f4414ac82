// Which address shows which page. A page comes over the wire when it is first asked for.
import { shallowRef, watchEffect } from 'vue';
import { createRouter, createWebHistory } from 'vue-router';
import { language } from './i18n';
import { pages } from './pages';

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', redirect: (to) => ({ path: '/walk', query: to.query }) },
    ...pages.map((page) => ({ path: page.path, name: page.name, component: page.component, meta: { page } })),
    { path: '/:rest(.*)*', name: 'nothing', component: () => import('./pages/Nothing.vue') },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

watchEffect(() => {
  const page = pages.find((candidate) => candidate.name === router.currentRoute.value.name);
  document.title = page === undefined ? 'pairgraph' : `${page.title[language.value]} · pairgraph`;
});

/** Where the reader is being led while a page is on its way, and where a page did not come. */
export const going = shallowRef<string>();
export const failed = shallowRef<string>();

router.beforeEach((to, from) => {
  failed.value = undefined;
  if (to.path !== from.path || from.matched.length === 0) going.value = to.fullPath;
});
router.afterEach(() => void (going.value = undefined));
router.onError(async (_, to) => {
  going.value = undefined;
  failed.value = to.fullPath;
  // Another version of the program has other files: its page is loaded as a whole, once.
  if (router.currentRoute.value.matched.length > 0) await loadFailed();
});

/** Loads the page that did not come as a whole, if the server answers. */
export async function loadFailed(): Promise<void> {
  const address = failed.value;
  if (address === undefined) return;
  const answers = await fetch(address, { method: 'HEAD' }).then(() => true, () => false);
  if (answers && failed.value === address) location.assign(address);
}
