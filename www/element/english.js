/** In the component's module, in place of languages/offered.js: the one language that it brings, under the same name. */

export const offered = [{ tag: 'en', name: 'English', locale: 'en-GB', dir: 'ltr', comma: ', ', load: () => import('./en.js') }];
