/** The text of the component's style sheet. It is empty here: the joiner makes it of www/style.css and element.css. */

export const css = '';
