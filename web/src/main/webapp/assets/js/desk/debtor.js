/** The debtor of the contact at hand: the check, the promise, the hold. After each the server draws the panel anew. */
import { page, post } from "./api.js";
import { dayOf } from "./dates.js";
import { tell } from "./dialogs.js";
import { labelKeys } from "./keymap.js";
import { say } from "./words.js";

const panel = document.getElementById("debtor");
let busy = false;

const section = () => panel.querySelector("[data-contact]");

/** Where the hand goes next: the first question, else the amount. */
export function toDebtor() {
  panel.querySelector('[data-debtor="check"] input, #promise-amount')?.focus();
}

/** To the payment by card. */
export function toPayment() {
  const pay = panel.querySelector("#pay");
  if (!pay) return;
  pay.open = true;
  pay.querySelector("#card-amount").focus();
}

/** Milliseconds between two looks at a payment that the debtor is making. */
const LOOK = 4000;
let looking = 0;

async function redraw(contact) {
  const drawn = await page(`/desk-debtor.xhtml?contact=${contact}`);
  if (section()?.dataset.contact !== contact) return;
  panel.replaceChildren(...drawn.querySelector('[data-panel="debtor"]').childNodes);
  labelKeys();
  watchCards(contact);
}

/** While the debtor pays, how it goes is looked up: what else is being typed stays as it is. */
export function watchCards(contact) {
  clearTimeout(looking);
  const pay = panel.querySelector("#pay");
  if (pay?.querySelector("[data-card]")) pay.open = true;
  if (panel.querySelector('#cards [data-card="OPEN"], #cards [data-card="LINK"], #cards [data-card="UNHEARD"]')) looking = setTimeout(() => look(contact), LOOK);
}

async function look(contact) {
  if (section()?.dataset.contact !== contact) return;
  try {
    const drawn = await page(`/desk-debtor.xhtml?contact=${contact}`);
    if (section()?.dataset.contact !== contact) return;
    for (const part of ["#cards", "#balances"]) {
      const fresh = drawn.querySelector(part);
      if (fresh) panel.querySelector(part)?.replaceWith(fresh);
    }
  } finally {
    watchCards(contact);
  }
}

/** Days are typed as the reader writes them and leave as ISO has them; what is no day the server refuses in words. */
function bodyOf(form) {
  const fields = Object.fromEntries(new FormData(form));
  if ("due" in fields) fields.due = dayOf(fields.due);
  if ("BIRTH_DATE" in fields) fields.BIRTH_DATE = dayOf(fields.BIRTH_DATE) ?? fields.BIRTH_DATE;
  if ("instalments" in fields) fields.instalments = Number.parseInt(fields.instalments, 10) || 0;
  return form.dataset.debtor === "check" ? { answers: fields } : { debt: form.dataset.debt, ...fields };
}

async function send(form) {
  const { contact } = section().dataset;
  const what = form.dataset.debtor;
  busy = true;
  try {
    const answer = await post(`contacts/${contact}/debtor/${what}`, bodyOf(form));
    await redraw(contact);
    if (what === "check") {
      if (answer.passed) {
        // from now on the script has the words that a law wants said to a debtor
        document.dispatchEvent(new CustomEvent("debtor-checked", { detail: contact }));
        document.getElementById("promise-amount")?.focus();
      } else toDebtor();
    } else {
      document.activeElement?.blur();
      tell(say(`desk.debtor.done.${what}`));
    }
  } catch (refused) {
    tell(refused.message || say("desk.failed"));
  } finally {
    busy = false;
  }
}

panel.addEventListener("submit", (event) => {
  event.preventDefault();
  if (!busy) send(event.target);
});
