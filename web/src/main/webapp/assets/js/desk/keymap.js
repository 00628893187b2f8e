/** Which key does what, as this person has it; the page brings it along, the list behind the help key changes it. */
import { post } from "./api.js";
import { ownLanguage, say } from "./words.js";

let keys = JSON.parse(document.getElementById("keys").textContent);
const dialog = document.getElementById("keys-dialog");
const status = document.getElementById("keys-status");
let waiting = null;

export const keyOf = (action) => keys[action];
export const actionOf = (key) => Object.keys(keys).find((action) => keys[action] === key);

/** A sign reads as itself, a letter in capitals, as it stands on the key. */
function shown(key) {
  const capital = key.toLocaleUpperCase(ownLanguage);
  return capital.length === key.length ? capital : key;
}

export function labelKeys() {
  for (const kbd of document.querySelectorAll("[data-key]")) kbd.textContent = shown(keys[kbd.dataset.key] ?? "");
}

const nameOf = (action) => dialog.querySelector(`[data-change="${action}"]`).closest("div").querySelector("dd").textContent;

function ask(action) {
  waiting = action;
  status.textContent = say("desk.keys.change", nameOf(action));
}

async function change(chosen, said) {
  try {
    keys = (await post("keys", { keys: chosen })).keys;
    labelKeys();
    status.textContent = said;
  } catch (refused) {
    status.textContent = refused.message || say("desk.failed");
  }
}

/** Names what the key does already, which the server need not be asked for. */
function taken(key, action) {
  const other = actionOf(key);
  if (!other || other === action) return false;
  status.textContent = say("desk.keys.taken", shown(key), nameOf(other));
  return true;
}

dialog.addEventListener("click", (event) => {
  const button = event.target.closest("[data-change]");
  if (button) ask(button.dataset.change);
});
dialog.addEventListener("keydown", (event) => {
  if (!waiting || ["Shift", "Control", "Alt", "Meta", "AltGraph"].includes(event.key)) return;
  event.preventDefault();
  event.stopPropagation();
  const action = waiting;
  waiting = null;
  if (event.key === "Escape") status.textContent = "";
  else if (event.key === "Tab") status.textContent = say("desk.keys.hint");
  else if (!taken(event.key.toLowerCase(), action)) {
    change({ ...keys, [action]: event.key.toLowerCase() }, say("desk.keys.changed", nameOf(action), shown(event.key)));
  }
});
dialog.addEventListener("cancel", (event) => waiting && event.preventDefault());
dialog.addEventListener("close", () => {
  waiting = null;
  status.textContent = "";
});
document.getElementById("keys-reset").addEventListener("click", () => change({}, say("desk.keys.reset")));
labelKeys();
