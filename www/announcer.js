/** Says a sentence through a status line, even when the same words come twice: the line is emptied first. */
export function announcer(line) {
  let due;
  return (text) => {
    line.textContent = '';
    clearTimeout(due); // an older announcement that still waits is out of date
    due = setTimeout(() => (line.textContent = text), 50);
  };
}
