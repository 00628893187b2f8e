/**
 * The keyboard. Letters and digits act only while nothing is typed into; Alt with a digit, Enter and Esc have a sense
 * inside fields too, which the handlers know.
 */
const typing = (target) =>
  target.matches?.("input:not([type=checkbox]), textarea, select") || target.isContentEditable;

/** Under a keyboard of another script a letter stands for the Latin one that is printed on the same key. */
function letterOf(event) {
  if (event.key.length !== 1) return event.key;
  const foreign = /\p{L}/u.test(event.key) && !/\p{Script=Latin}/u.test(event.key);
  const printed = /^Key([A-Z])$/.exec(event.code)?.[1];
  return (foreign && printed ? printed : event.key).toLowerCase();
}

export function listen(handlers) {
  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.repeat || event.isComposing) return;
    const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
    if (event.altKey && digit && !event.ctrlKey && !event.metaKey) {
      if (handlers.digit(digit)) event.preventDefault();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (document.querySelector("dialog:modal, .menu:popover-open")) return;
    const inField = typing(event.target);
    if (event.key === "Escape") {
      // leaving a field counts as the first of the two that hang up
      if (inField) event.target.blur();
      if (handlers.escape()) event.preventDefault();
    } else if (event.key === "Enter") {
      if (event.target.closest?.("button, a") || (event.target.tagName === "TEXTAREA" && event.shiftKey)) return;
      if (handlers.enter(event.target)) event.preventDefault();
    } else if (!inField && digit && !event.shiftKey) {
      if (!handlers.digit(digit)) return;
      event.preventDefault();
      // the Enter that follows is the work's, and no menu's of the bar
      event.target.closest?.("[popovertarget]")?.blur();
    } else if (!inField && (handlers.key(event.key.toLowerCase()) || handlers.key(letterOf(event)))) {
      event.preventDefault();
    }
  });
}
