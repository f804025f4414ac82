// The pages: one entry each. Those with `place` stand in the bar, in this order.
import type { Component } from 'vue';

export interface Page {
  readonly path: string;
  readonly name: string;
  readonly title: { readonly zh: string; readonly en: string };
  readonly place: boolean;
  readonly component: () => Promise<{ default: Component }>;
}

export const pages: readonly Page[] = [
  { path: '/walk', name: 'walk', title: { zh: '漫游', en: 'Walk' }, place: true, component: () => import('./pages/Walk.vue') },
  { path: '/map', name: 'map', title: { zh: '地图', en: 'Map' }, place: true, component: () => import('./pages/Map.vue') },
  { path: '/query', name: 'query', title: { zh: '查询', en: 'Query' }, place: true, component: () => import('./pages/Query.vue') },
  { path: '/data', name: 'data', title: { zh: '数据', en: 'Data' }, place: true, component: () => import('./pages/Data.vue') },
  { path: '/about', name: 'about', title: { zh: '关于', en: 'About' }, place: true, component: () => import('./pages/About.vue') },
  ...['/id/:path(.*)', '/code/:path(.*)', '/genid/:path(.*)', '/graph/:path(.*)', '/ontology', '/ontology.html'].map((path) => ({
    path, name: `read ${path}`, title: { zh: '阅读', en: 'Read' }, place: false, component: () => import('./pages/Read.vue'),
  })),
];
