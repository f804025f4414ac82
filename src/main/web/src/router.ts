// Which address shows which page. A page comes over the wire when it is first asked for.
import { watchEffect } from 'vue';
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
