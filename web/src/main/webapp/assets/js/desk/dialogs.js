/** Questions that need an answer before something happens. */
import { say } from "./words.js";

const dialog = document.getElementById("reason-dialog");
const form = document.getElementById("reason-form");
const reason = document.getElementById("reason");

/** Asks why; null when the person thinks better of it. */
export function askReason(title, hint, ok) {
  document.getElementById("reason-title").textContent = say(title);
  document.getElementById("reason-hint").textContent = say(hint);
  document.getElementById("reason-ok").textContent = say(ok);
  reason.value = "";
  dialog.returnValue = "cancel";
  dialog.showModal();
  reason.focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "ok" ? reason.value.trim() : null), {
      once: true,
    });
  });
}

// Enter says yes, although "cancel" is the first button of the form
reason.addEventListener("keydown", (event) => {
  if (event.key !== "Enter") return;
  event.preventDefault();
  form.requestSubmit(document.getElementById("reason-ok"));
});

const toast = document.getElementById("toast");
let leaving;

/** A short word about something that did not work, or that waits for a second key. */
export function tell(text, seconds = 6) {
  toast.textContent = text;
  toast.hidden = !text;
  clearTimeout(leaving);
  leaving = setTimeout(() => (toast.hidden = true), seconds * 1000);
}
