/** Every sentence about what is kept on this device: work, the page itself, and forgetting all that is stored. Under the binding words of words.js. */

/** Keeping work after a file was screened. */
export const keep = {
  title: 'Keep this work on this device',
  hint: 'The file, how it was read, its record and your decisions are encrypted, which makes them unreadable without your passphrase, and stay in this browser until you remove them. Whoever knows the passphrase and has this device can open it; if you forget it, nobody can.',
  files: 'A browser may remove what it keeps when room runs short, and a private window forgets it when it is closed. Save the record and the decisions as files as well.',
  passphrase: 'A new passphrase, at least {n} characters',
  advice: 'Four or five words that do not belong together are good. Do not use a password that you have elsewhere.',
  again: 'The same passphrase once more',
  show: 'Show what I type',
  button: 'Keep it, encrypted',
  short: { one: 'This passphrase has {n} character, and at least {least} are needed. Nothing was kept: add a word or two.', other: 'This passphrase has {n} characters, and at least {least} are needed. Nothing was kept: add a word or two.' },
  differs: 'The two passphrases are not the same. Nothing was kept: show what you type, and correct one.',
  working: 'Encrypting. It takes some seconds on purpose, so that nobody can try many passphrases quickly. You can go on working.',
  done: 'Kept on this device, encrypted, on {day}. What you decide from now on is not in it: keep it again before you leave.',
  other: 'Other work is kept here, since {day}, and there is room for one. If this takes its place, the other is lost.',
  replace: 'Put this in its place',
  leave: 'Leave the other one',
  left: 'Nothing was changed: the other work is still kept.',
  full: 'There is not enough room for it in this browser. Nothing was changed. Save the record and the decisions as files instead.',
  failed: 'This browser could not keep it ({message}). Nothing was changed. Save the record and the decisions as files instead.',
  noCrypto: 'Work cannot be kept or opened here: the browser encrypts only for pages whose address begins with https. Save the record and the decisions as files instead.',
  noStore: 'Work cannot be kept or opened here: this browser lets pages store nothing, as some do in private windows. Save the record and the decisions as files instead.',
};

/** Opening what was kept. */
export const open = {
  title: 'Work is kept here, encrypted, since {day}',
  passphrase: 'Its passphrase',
  button: 'Open it',
  working: 'Opening. It takes some seconds on purpose, so that nobody can try many passphrases quickly.',
  wrong: 'This passphrase does not open it. Nothing is lost: show what you type, and try again.',
  damaged: 'What is kept here is damaged, and no passphrase can open it. If you saved the record and the decisions as files, use those.',
  unknown: 'It was kept by a newer version of this page, which this one cannot read. Nothing is lost: reload the page, and try again.',
  gone: 'It is no longer kept: another page of this browser removed it.',
  failed: 'This browser could not open it ({message}). Nothing is lost: reload the page, and try again.',
  forget: 'Forget what is damaged',
  forgotten: 'What was damaged is forgotten.',
  opened: 'This is the work that was kept here. Screen it again: then you see which potential matches are new since.',
};

/** The page itself, kept for use offline, and a new version of it. */
export const offline = {
  failed: 'This page works, but it could not be kept in this browser, so it cannot be opened offline. The next visit tries again.',
  new: 'This site has a new version of this page and its lists. Until you use it, you screen with the one that you have.',
  newLists: 'This site has a new version of this page and its lists. Until you use it, you screen with the one that you have, whose lists are of {date}.',
  use: 'Use the new version',
  unsaved: 'You have decisions that are not saved. Save them first: with the new version this page is loaded anew, and is empty.',
  fetching: 'The new version is being fetched. When it is here, this page is loaded anew, and is empty.',
  notFetched: 'The new version could not be fetched whole. Nothing was changed, and you can go on. Try again later.',
  otherPages: 'The new version is here, but this page is open in another tab or window as well. Close the others, and press the button again.',
  gone: 'There is no new version any more. Nothing was changed, and you can go on.',
  busy: 'it is just being kept',
};

/** Forgetting everything. */
export const forget = {
  stored: 'Stored in this browser: {what}.',
  page: 'this page, which therefore opens offline',
  work: 'work on a file, encrypted, since {day}',
  lists: { one: '{n} list', other: '{n} lists' },
  button: 'Forget everything',
  ask: 'Forget everything? This removes from this browser: {what}. It also empties this page: the file, what came of it, your decisions, and every field. Nothing of it can be brought back.',
  unsaved: 'You have decisions that are not saved. They would be lost.',
  yes: 'Yes, forget everything',
  no: 'No, leave it as it is',
  left: 'Nothing was removed.',
  done: 'Everything is forgotten. This page stores nothing in this browser any more, not even which edition of the lists was the newest, and it is empty. Files that you saved are still where you saved them. Lists that you added stay in use until you close the page.',
  pageAgain: 'When you open this page again, it is kept again, so that it opens offline.',
  part: 'This page is empty, but not everything could be removed: {what}. Close other tabs with this page and try again, or remove it with your browser’s site settings.',
  why: '{what} ({message})',
  places: { work: 'the kept work', lists: 'the kept lists', page: 'this page for use offline', caches: 'copies of pages', storage: 'which edition of the lists was the newest' },
};
