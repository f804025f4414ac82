// The page that describes the API and tries it: RapiDoc with our description, our colours and no other host.
import './theme.css';
import './docs.css';
import 'rapidoc/dist/rapidoc-min.js';
import { language } from './i18n';
import { isDark, token } from './theme';

const WORDS = {
  zh: { back: '返回', title: '程序接口', note: '写入需要令牌：在“Authentication”一栏填入。读取不需要。', description: 'OpenAPI 描述' },
  en: { back: 'Back', title: 'API', note: 'Writes need a token: fill it in under Authentication. Reads need none.', description: 'OpenAPI description' },
} as const;
const words = WORDS[language.value];

const bar = document.createElement('header');
bar.append(link('/about', `← ${words.back}`), element('h1', `pairgraph · ${words.title}`), element('p', words.note), link('/openapi.yaml', words.description));

const reference = document.createElement('rapi-doc');
const attributes: Readonly<Record<string, string>> = {
  'spec-url': '/openapi.yaml',
  'render-style': 'focused',
  'schema-style': 'table',
  'show-header': 'false',
  'load-fonts': 'false',
  'allow-spec-url-load': 'false',
  'allow-spec-file-load': 'false',
  'allow-server-selection': 'false',
  'allow-spec-file-download': 'false',
  'persist-auth': 'false',
  'use-path-in-nav-bar': 'true',
  'nav-item-spacing': 'compact',
  'regular-font': token('font'),
  'mono-font': token('mono'),
  'font-size': 'large',
  theme: isDark.value ? 'dark' : 'light',
  'bg-color': token('surface'),
  'text-color': token('text'),
  'nav-bg-color': token('ground'),
  'nav-text-color': token('text'),
  'primary-color': token('accent'),
};
for (const [name, value] of Object.entries(attributes)) reference.setAttribute(name, value);
document.getElementById('reference')?.append(reference);
document.body.prepend(bar);

function link(href: string, text: string): HTMLAnchorElement {
  const made = document.createElement('a');
  made.href = href;
  made.textContent = text;
  return made;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
