/** Why the engine is not there, in a form that can be told. */

/** An error the page can explain: its code is a key of `start.causes` in words.js. */
export class StartError extends Error {
  constructor(code, message = code) {
    super(message);
    this.code = code;
  }
}
