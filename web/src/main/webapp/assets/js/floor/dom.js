/** A little of what a rendering library does: make elements, keep lists in step with data, write only what changed. */

/** make("td", "n", "4:02") or make("li", "", child, child); text is always text, never markup */
export function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function dress(element, className) {
  if (element.className !== className) element.className = className;
}

export function show(element, visible) {
  if (element.hidden === visible) element.hidden = !visible;
}

/**
 * Makes the children of a parent follow a list: one child for each item, in its order. A child is made once and then
 * only brought up to date, so that focus, selection and scrolling stay where they are.
 */
export function follow(parent, items, key, create, update) {
  const known = new Map();
  for (const child of parent.children) known.set(child.dataset.key, child);
  let place = parent.firstElementChild;
  for (const item of items) {
    const id = String(key(item));
    let child = known.get(id);
    if (child) {
      known.delete(id);
    } else {
      child = create(item);
      child.dataset.key = id;
    }
    update(child, item);
    if (child === place) place = place.nextElementSibling;
    else parent.insertBefore(child, place);
  }
  for (const gone of known.values()) gone.remove();
}
