/**
 * Keeps what was typed over a reload in another language. Only what differs from what the page brought is kept, in
 * this tab alone, and it is used once.
 */
const KEY = `fairlead.typed.${location.pathname}`;
const FIELDS = "main input, main textarea, main select";
const NEVER = new Set(["password", "file", "hidden", "submit", "button"]);

function name(field) {
  return field.id || field.name;
}

function changed(field) {
  if (NEVER.has(field.type)) return false;
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.tagName === "SELECT") return [...field.options].some((o) => o.selected !== o.defaultSelected);
  return field.value !== field.defaultValue;
}

function value(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked;
  return field.value;
}

export function keepTyped() {
  const kept = {};
  for (const field of document.querySelectorAll(FIELDS)) {
    if (name(field) && changed(field)) kept[name(field)] = value(field);
  }
  sessionStorage.setItem(KEY, JSON.stringify({ kept, query: location.search }));
}

export function restoreTyped() {
  const text = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  if (!text) return;
  const { kept, query } = JSON.parse(text);
  if (query !== location.search) return;
  for (const [id, was] of Object.entries(kept)) {
    const field = document.getElementById(id) ?? document.getElementsByName(id)[0];
    if (!field) continue;
    if (typeof was === "boolean") field.checked = was;
    else field.value = was;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
}
