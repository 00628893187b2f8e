/** The agent's desktop: takes each state that is pushed or answered and shows it. The latest wins. */
import { makeActs } from "./acts.js";
import { page, post, stillLoggedIn } from "./api.js";
import { showBar, showLatency, showOwnQueue } from "./bar.js";
import { wear } from "./brand.js";
import * as callbacks from "./callbacks.js";
import * as closing from "./closing.js";
import { duration, each, now, setServerNow } from "./clock.js";
import { toDebtor, toPayment, watchCards } from "./debtor.js";
import { tell } from "./dialogs.js";
import * as halts from "./halts.js";
import { forget } from "./draft.js";
import { actionOf, labelKeys } from "./keymap.js";
import { listen } from "./keys.js";
import { lookUp } from "./knowledge.js";
import { connect } from "./live.js";
import { send } from "./progress.js";
import * as script from "./script.js";
import { endOffer, remember, showIdle, showOffer } from "./stage.js";
import { languageName, say, timeOf } from "./words.js";

const el = (id) => document.getElementById(id);
const session = claimSession();
const HANG_UP_GUARD = 3000;
let state = null;
let drawnFor = null;
let elsewhere = false;
let guardUntil = 0;
/** The contact that is being hung up: a key too many must not ask for the next one. */
let ending = null;
let losses = 0;

/** The same session after a reload. It lies in the store only between two pages: a duplicated tab is another session. */
function claimSession() {
  const key = "fairlead.desk.session";
  const chance = crypto.getRandomValues(new Uint32Array(4));
  const id = sessionStorage.getItem(key) ?? [...chance].map((n) => n.toString(16).padStart(8, "0")).join("-");
  sessionStorage.removeItem(key);
  addEventListener("pagehide", () => sessionStorage.setItem(key, id));
  return id;
}

const acts = makeActs(() => state, show);
const announce = (text) => (el("live").textContent = text);
const phase = () => state?.contact?.phase;

/** The telephone is a part of its own, and not every desk has one. */
const tellPhone = (what, detail) => document.dispatchEvent(new CustomEvent(what, { detail }));

/** Only one of the stages is there at a time. */
function stage(name) {
  for (const id of ["idle", "offer", "superseded", "work"]) el(id).hidden = id !== name;
}

function show(fresh) {
  if (elsewhere || (state && fresh.version < state.version)) return;
  setServerNow(fresh.now);
  tellPhone("desk-state", fresh);
  const before = state;
  state = fresh;
  const { contact } = fresh;
  const other = before?.contact?.contactId !== contact?.contactId;
  if (other || before?.contact?.accent !== contact?.accent) wear(fresh.brand, contact);
  showBar(fresh);
  if (other) changedContact(before, contact);
  if (!contact) {
    stage("idle");
    showIdle(fresh);
  } else if (contact.phase === "OFFERED") {
    showOffer(contact);
    stage("offer");
  } else {
    showWork(before, contact);
  }
  if (contact?.phase !== "OFFERED") endOffer();
  showConsultation(before, contact);
  sayAsked(before?.consultation, fresh);
  moveFocus(before, contact, other);
}

/** With whom the agent speaks is the server's to say: a reload and another browser show it too. */
function showConsultation(before, contact) {
  const bar = el("consult-bar");
  const whom = contact?.consulted;
  if (!whom) {
    if (bar.open) bar.close();
    return;
  }
  el("consult-words").textContent = say("desk.transfer.consulting", whom);
  if (bar.open) return;
  bar.show();
  announce(say("desk.announce.consult", whom));
}

/** What a colleague's desk shows without a contact changes silently: it is said as well. */
function sayAsked(was, { consultation: asked, contact, presence }) {
  if (asked && !was) announce(say("desk.announce.asked", asked.by, asked.clientName, asked.programName));
  else if (was && !asked && !contact) announce(say(`presence.${presence}`));
}

function changedContact(before, contact) {
  for (const dialog of document.querySelectorAll("dialog:modal")) dialog.close("cancel");
  if (before?.contact) forget();
  drawnFor = null;
  each("revealed", null);
  each("wrap-up", null);
  if (!contact) {
    announce(say(`presence.${state.presence}`));
    return;
  }
  drawPanels(contact.contactId);
  const key = contact.phase === "OFFERED" ? "desk.announce.offer" : "desk.announce.contact";
  announce(say(key, contact.clientName, contact.label, languageName(contact.language)));
}

/** Milliseconds until the panels are asked for again, each time longer. */
const AGAIN = [1000, 2000, 5000, 10000];

/** The one Faces request of a contact: customer, script and results in one go. */
async function drawPanels(contactId, again = 0) {
  try {
    const drawn = await page(`/desk-panels.xhtml?contact=${contactId}`);
    if (state?.contact?.contactId !== contactId) return;
    for (const part of drawn.querySelectorAll("[data-panel]")) el(part.dataset.panel).replaceChildren(...part.childNodes);
    panelsDrawn(state.contact);
  } catch (refused) {
    if (state?.contact?.contactId !== contactId) return;
    tell(refused.message || say("desk.failed"));
    // a server that has just come back is not always ready for the first page
    if (again < AGAIN.length) setTimeout(() => drawPanels(contactId, again + 1), AGAIN[again]);
  }
}

/** The script alone, when it has other words than when the contact began; what was read and written stays with the server. */
async function redrawScript(contactId) {
  try {
    await send();
    const drawn = await page(`/desk-panels.xhtml?contact=${contactId}`);
    const fresh = drawn.querySelector('[data-panel="script"]');
    if (state?.contact?.contactId !== contactId || !fresh) return;
    el("script").replaceChildren(...fresh.childNodes);
    script.beginScript(state.contact, closing.refresh);
    labelKeys();
  } catch (refused) {
    tell(refused.message || say("desk.failed"));
  }
}

function panelsDrawn(contact) {
  drawnFor = contact.contactId;
  labelKeys();
  watchCards(contact.contactId);
  script.beginScript(contact, closing.refresh);
  closing.beginClosing(contact);
  each("local", (at) => {
    for (const place of document.querySelectorAll("[data-clock-zone]")) {
      place.textContent = say("desk.local", timeOf(at, place.dataset.clockZone));
    }
  });
  if (contact.phase !== "OFFERED") sayTitle();
  if (phase() !== "OFFERED") showWork(null, state.contact);
}

/** In the agent's language, as everything that is announced. */
const sayTitle = () => script.title() && announce(say("desk.announce.script", script.title()));

function showWork(before, contact) {
  stage("work");
  if (drawnFor !== contact.contactId) return;
  script.contactMoved(contact);
  closing.closingMoved(contact);
  const preview = el("preview");
  if (preview) showPreview(preview, contact);
  if (before?.contact?.phase === "OFFERED") sayTitle();
  if (before?.contact?.phase === "RINGING" && contact.phase === "CONNECTED") announce(say("desk.announce.answered"));
  if (contact.phase === "WRAP_UP" && before && before.contact?.phase !== "WRAP_UP") {
    announce(contact.connectedAt ? say("desk.announce.ended") : say("desk.dial.failed", say(`outcome.${contact.outcome}`)));
    if (closing.isArmed()) save();
  }
}

/** How long the lead is held for this agent. */
function showPreview(preview, contact) {
  preview.hidden = contact.phase !== "PREVIEW";
  const left = preview.querySelector("[data-preview-left]");
  const ends = contact.offerEndsAt ? Date.parse(contact.offerEndsAt) : null;
  each("preview", preview.hidden || ends === null ? null : (at) => (left.textContent = duration(ends - at)));
}

function moveFocus(before, contact, other) {
  const was = before?.contact?.phase;
  if (other && contact?.phase === "OFFERED") el("accept").focus();
  else if ((other || was === "OFFERED") && contact) el("content").focus({ preventScroll: true });
  else if (other && !contact && state.presence !== "AVAILABLE") el("be-ready").focus();
  else if (other) el("content").focus({ preventScroll: true });
}

async function save() {
  const body = closing.closeRequest();
  if (!body) return;
  const { contactId, clientName } = state.contact;
  const line = { at: now(), client: clientName, customer: el("customer-name")?.textContent ?? "", disposition: closing.chosenName() };
  const faults = await send().catch(() => ({}));
  if (Object.keys(faults).length > 0) {
    script.showFaults(faults);
    tell(say("desk.script.faults"));
    return;
  }
  if (state.contact?.contactId !== contactId) return;
  if (!(await acts.close(body))) return;
  remember(line);
  if (body.callbackAt) callbacks.promised();
  if (!state.contact) showIdle(state);
  announce(say("desk.announce.saved", line.disposition));
}

/** @param unreadKey of the words that name what was not read */
function hangUp(unreadKey = "desk.hang.up.unread") {
  if (!["CONNECTED", "CONNECTING", "RINGING"].includes(phase())) return false;
  const { contactId } = state.contact;
  if (ending === contactId) return true;
  if (Date.now() < guardUntil) {
    guardUntil = 0;
    tell("");
    ending = contactId;
    acts["hang-up"]().then((answer) => {
      if (!answer) ending = null;
    });
  } else {
    guardUntil = Date.now() + HANG_UP_GUARD;
    // the last moment at which the customer can still hear what was left out
    const missing = phase() === "CONNECTED" ? script.unread() : [];
    const words = missing.length > 0 ? say(unreadKey, missing.join(", ")) : say("desk.hang.up.again");
    tell(words, HANG_UP_GUARD / 1000);
    announce(words);
  }
  return true;
}

function enter(target) {
  if (target.closest?.("#debtor form")) return false; // the form sends itself
  if (phase() === "OFFERED") acts.accept();
  else if (phase() === "PREVIEW") acts.dial();
  else if (!state?.contact) {
    if (state?.presence === "AVAILABLE" || state?.consultation) return false;
    acts.present("AVAILABLE");
  } else if (target.closest?.("[data-field]")) script.next();
  else if (phase() === "WRAP_UP" && (closing.chosen() || !state.contact.connectedAt)) save();
  else if (closing.chosen()) closing.arm();
  else if (target.tagName !== "TEXTAREA" && script.canGoOn()) script.next();
  else return false;
  return true;
}

const ACTIONS = {
  mute: () => acts.mute(),
  hold: () => acts.hold(),
  transfer: () => acts.transfer(),
  keypad: () => acts.keypad(),
  record: () => acts.record(),
  accept: () => (phase() === "OFFERED" ? acts.accept() : !state?.contact && !state?.consultation && acts.present("AVAILABLE")),
  refuse: () => phase() === "OFFERED" && acts.refuse(),
  skip: () => phase() === "PREVIEW" && acts.skip(),
  note: () => el("note")?.focus(),
  reveal: () => phase() && phase() !== "OFFERED" && acts.reveal(),
  knowledge: lookUp,
  debtor: toDebtor,
  pay: toPayment,
  callbacks: callbacks.open,
  presence: () => el("presence-menu").showPopover(),
  help: () => el("keys-dialog").showModal(),
};

listen({
  digit: (digit) => Boolean(state?.contact) && phase() !== "OFFERED" && closing.chooseDigit(digit),
  enter,
  escape: () => hangUp(),
  key: (key) => {
    const action = ACTIONS[actionOf(key)];
    if (elsewhere || !state || !action) return false;
    action();
    return true;
  },
});

document.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const what = button.dataset.act;
  // by mouse it is meant, unless there are words that the customer must still hear
  if (what === "hang-up") phase() === "CONNECTED" && script.unread().length > 0 ? hangUp("desk.hang.up.unread.click") : acts["hang-up"]();
  else if (what) acts[what]?.();
  else if (button.dataset.presence) {
    el("presence-menu").hidePopover();
    acts.present(button.dataset.presence, button.dataset.reason || null);
  } else if (button.id === "save") phase() === "WRAP_UP" ? save() : closing.arm();
});
document.addEventListener("debtor-checked", ({ detail }) => redrawScript(detail));
el("accept").addEventListener("click", () => acts.accept());
el("refuse").addEventListener("click", () => acts.refuse());
el("be-ready").addEventListener("click", () => acts.present("AVAILABLE"));
el("help").addEventListener("click", () => el("keys-dialog").showModal());
el("take-back").addEventListener("click", () => {
  elsewhere = false;
  state = null;
  open();
});

callbacks.begin(announce);

/** Begins or takes up the desk session; after each broken connection too, so that nothing was missed. */
async function open() {
  try {
    show(await post("open", { session }));
    tellPhone("desk-open", session);
    callbacks.load();
    halts.load();
    el("offline").hidden = true;
  } catch (refused) {
    tell(refused.message || say("desk.failed"));
  }
}

connect(`desk=${session}`, {
  onOpen: () => {
    losses = 0;
    // a server that was started again counts anew
    if (state) state.version = 0;
    if (!elsewhere) open();
  },
  onLost: () => {
    losses += 1;
    // a server that was started again knows no session; while it is away itself, asking fails and the next loss asks again
    if (losses >= 3) stillLoggedIn().catch(() => {});
    showLatency(null);
    el("offline").hidden = elsewhere;
  },
  onRoundTrip: showLatency,
  onMessage: ({ topic, data }) => {
    if (topic === "desk") show(data);
    if (topic === "waiting") showOwnQueue(data);
    if (topic === "halts") halts.load();
    if (topic === "superseded") {
      elsewhere = true;
      tellPhone("desk-elsewhere");
      wear({}, null);
      el("controls").hidden = true;
      stage("superseded");
      el("take-back").focus();
    }
  },
});
