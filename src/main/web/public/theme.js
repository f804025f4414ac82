// Sets language and theme before anything is drawn, so that the page never flashes in another one.
try {
  const root = document.documentElement;
  const theme = localStorage.getItem('pairgraph.theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  const language = localStorage.getItem('pairgraph.language') ?? navigator.language;
  root.lang = language.startsWith('zh') ? 'zh-Hans' : 'en';
} catch {
  // Storage is switched off: the system's theme and the browser's language are right then.
}
