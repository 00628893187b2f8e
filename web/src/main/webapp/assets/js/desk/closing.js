/** Closing a contact: a digit chooses the result, Enter saves it. During the call it is kept for the moment it ends. */
import { post } from "./api.js";
import { duration, each, now } from "./clock.js";
import { momentOf, presentIn, showMoment, stepMoment } from "./dates.js";
import { draftOf, keep } from "./draft.js";
import { unread } from "./script.js";
import { ownZone, placeOf, say, timeOf } from "./words.js";

const panel = document.getElementById("closing");
const el = (id) => document.getElementById(id);
let contact = null;
let armed = false;
/** Whether saving was tried with the time as it stands: then it is not taken for half typed. */
let asked = false;
/** Of which contact it was said that it is about to end. */
let told = null;

const picks = () => [...panel.querySelectorAll(".pick")];
export const chosen = () => panel.querySelector('.pick[aria-checked="true"]');
export const isArmed = () => armed;

/** An instant for a wall clock time in a zone: the zone's offset there is found by asking what that instant shows. */
function instantIn(zone, local) {
  const guess = Date.parse(`${local}:00Z`);
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(guess);
  const get = (type) => parts.find((p) => p.type === type).value;
  const shown = Date.parse(`${get("year")}-${get("month")}-${get("day")}T${get("hour")}:${get("minute")}:00Z`);
  return new Date(guess - (shown - guess));
}

function zone() {
  return document.querySelector(".customer")?.dataset.zone || ownZone;
}

function callbackAt() {
  const value = el("callback-at")?.value.trim();
  const moment = value && !el("callback").hidden ? momentOf(value, presentIn(zone()).slice(0, 10)) : null;
  return moment ? instantIn(zone(), moment) : null;
}

function faultOfCallback() {
  const at = callbackAt();
  if (at) return at.getTime() > now() ? "" : say("desk.callback.past");
  return el("callback-at").value.trim() ? say("desk.callback.form", el("callback-at").placeholder) : "";
}

const mine = () => panel.querySelector('[name="callback-who"]:checked')?.value !== "anyone";

function showCallback() {
  const wanted = chosen()?.dataset.category === "CALLBACK";
  el("callback").hidden = !wanted;
  const at = callbackAt();
  const place = placeOf(zone());
  const typing = document.activeElement === el("callback-at") && !asked;
  const fault = wanted && !typing ? faultOfCallback() : "";
  el("callback-at").setAttribute("aria-invalid", String(Boolean(fault)));
  el("callback-zone").classList.toggle("bad", Boolean(fault));
  const differs = at && timeOf(at) !== timeOf(at, zone());
  const hint = differs ? say("desk.callback.zone.own", place, timeOf(at)) : say("desk.callback.zone", place);
  el("callback-zone").textContent = fault || hint;
}

/** Told while it can still be read out, and again when the call is over; it never stands in the way of closing. */
function showUnread(wrapUp) {
  const missing = unread().join(", ");
  const due = wrapUp || (contact.phase === "CONNECTED" && Boolean(chosen()));
  el("unread").hidden = !missing || !due;
  el("unread").textContent = missing && due ? say(wrapUp ? "desk.unread.kept" : "desk.unread", missing) : "";
}

function draw() {
  const save = el("save");
  if (!save) return;
  const one = chosen();
  const wrapUp = contact.phase === "WRAP_UP";
  const inVain = wrapUp && !contact.connectedAt && contact.outcome;
  el("dial-failed").hidden = !inVain;
  el("dial-failed").textContent = inVain ? say("desk.dial.failed", say(`outcome.${contact.outcome}`)) : "";
  save.disabled = !one && !inVain;
  save.classList.toggle("on", armed && !wrapUp);
  el("save-words").textContent = say(inVain && !one ? "desk.next" : wrapUp ? "desk.save" : armed ? "desk.save.armed" : "desk.save.after");
  showUnread(wrapUp);
  const ends = contact.wrapUpEndsAt ? Date.parse(contact.wrapUpEndsAt) : null;
  each("wrap-up", (at) => {
    el("closing-hint").textContent =
      ends !== null ? say(inVain ? "desk.dial.failed.next" : "desk.wrap.up.left", duration(ends - at)) : say(one ? "desk.closing.later" : "desk.closing.choose");
  });
}

/** Whoever chooses the result while still talking is about to finish: pacing is told, once for each contact. */
function soon() {
  if (contact.phase !== "CONNECTED" || told === contact.contactId) return;
  told = contact.contactId;
  post(`contacts/${told}/finishing`).catch(() => (told = null)); // a hint that did not arrive costs nothing
}

export function choose(pick) {
  if (!pick) return;
  for (const other of picks()) {
    other.setAttribute("aria-checked", String(other === pick));
    other.tabIndex = other === pick ? 0 : -1;
  }
  armed = false;
  keep(contact.contactId, { disposition: pick.dataset.code });
  soon();
  showCallback();
  if (pick.dataset.category === "CALLBACK" && !el("callback-at").value) el("callback-at").focus();
  draw();
}

export function chooseDigit(digit) {
  const pick = panel.querySelector(`.pick[data-digit="${digit}"]`);
  choose(pick);
  return Boolean(pick);
}

/** What is to be saved; null while something is missing, which then has the focus. */
export function closeRequest() {
  const one = chosen();
  if (!one && contact.phase === "WRAP_UP" && !contact.connectedAt) {
    return { disposition: "NONE", note: el("note").value.trim(), callbackAt: null, callbackMine: false };
  }
  if (!one) return null;
  const at = callbackAt();
  if (one.dataset.category === "CALLBACK" && (!at || faultOfCallback())) {
    asked = true;
    showCallback();
    el("callback-at").focus();
    return null;
  }
  return { disposition: one.dataset.code, note: el("note").value.trim(), callbackAt: at?.toISOString() ?? null, callbackMine: mine() };
}

export function chosenName() {
  return chosen()?.querySelector("span").textContent ?? "";
}

/** Enter during the call: it is saved by itself when the call has ended. Enter again takes that back. */
export function arm() {
  if (!closeRequest()) return;
  armed = !armed;
  draw();
}

export function beginClosing(of) {
  contact = of;
  armed = false;
  const draft = draftOf(of.contactId);
  if (!el("note")) return;
  el("note").value = draft.note ?? "";
  el("callback-at").value = draft.callbackAt ?? "";
  for (const who of panel.querySelectorAll('[name="callback-who"]')) who.checked = who.value === (draft.callbackWho ?? "mine");
  const was = picks().find((pick) => pick.dataset.code === draft.disposition);
  if (was) {
    was.setAttribute("aria-checked", "true");
    showCallback();
  }
  draw();
}

export function closingMoved(of) {
  contact = of;
  draw();
}

export function refresh() {
  if (contact) draw();
}

panel.addEventListener("click", (event) => choose(event.target.closest(".pick")));
panel.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  const at = picks().indexOf(event.target);
  if (!step || at < 0) return;
  event.preventDefault();
  const pick = picks().at((at + step) % picks().length);
  pick.focus();
  choose(pick);
});
panel.addEventListener("keydown", (event) => {
  const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  if (!by || event.target.id !== "callback-at") return;
  event.preventDefault();
  event.target.value = stepMoment(event.target.value, by, presentIn(zone()));
  event.target.dispatchEvent(new Event("input", { bubbles: true }));
});
// leaving the field writes it in the reader's form
panel.addEventListener("focusout", (event) => {
  if (event.target.id !== "callback-at") return;
  const moment = momentOf(event.target.value, presentIn(zone()).slice(0, 10));
  if (moment) event.target.value = showMoment(moment);
  queueMicrotask(showCallback);
});
panel.addEventListener("input", (event) => {
  if (event.target.id === "note") keep(contact.contactId, { note: event.target.value });
  if (event.target.id === "callback-at") {
    asked = false;
    keep(contact.contactId, { callbackAt: event.target.value });
    showCallback();
  }
  if (event.target.name === "callback-who") keep(contact.contactId, { callbackWho: event.target.value });
});
