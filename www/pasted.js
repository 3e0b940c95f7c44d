/** Names on several lines are several names: pasted into one line they stay told apart. */
export function pasted(event) {
  const [text, field] = [event.clipboardData?.getData('text/plain').trim() ?? '', event.target];
  if (!/[\r\n]/u.test(text)) return;
  event.preventDefault();
  field.setRangeText(text.replace(/\s*[\r\n]+\s*/gu, '; '), field.selectionStart, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
