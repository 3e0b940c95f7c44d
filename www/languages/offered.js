/** The languages that are offered: those whose files are complete, each by its own name, with what Intl calls it, and the comma that it sets between facts. */

// Latin digits in Arabic: scores, dates and numbers stand beside those of the lists, which have them.
export const offered = [
  { tag: 'en', name: 'English', locale: 'en-GB', dir: 'ltr', comma: ', ', load: () => import('./en.js') },
  { tag: 'fr', name: 'Français', locale: 'fr', dir: 'ltr', comma: ', ', load: () => import('./fr.js') },
  { tag: 'es', name: 'Español', locale: 'es', dir: 'ltr', comma: ', ', load: () => import('./es.js') },
  { tag: 'pt', name: 'Português', locale: 'pt-PT', dir: 'ltr', comma: ', ', load: () => import('./pt.js') },
  { tag: 'ar', name: 'العربية', locale: 'ar-u-ca-gregory-nu-latn', dir: 'rtl', comma: '، ', load: () => import('./ar.js') },
  { tag: 'ru', name: 'Русский', locale: 'ru', dir: 'ltr', comma: ', ', load: () => import('./ru.js') },
  { tag: 'uk', name: 'Українська', locale: 'uk', dir: 'ltr', comma: ', ', load: () => import('./uk.js') },
  { tag: 'zh', name: '简体中文', locale: 'zh-Hans', dir: 'ltr', comma: '，', load: () => import('./zh.js') },
  { tag: 'sw', name: 'Kiswahili', locale: 'sw', dir: 'ltr', comma: ', ', load: () => import('./sw.js') },
];
