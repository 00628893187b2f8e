/** The bar: whose contact it is, the presence with its timer, the controls of the call. */
import { duration, each } from "./clock.js";
import { languageName, say } from "./words.js";

const CHIP = {
  AVAILABLE: "info",
  RINGING: "info",
  RESERVED: "warn",
  ON_CONTACT: "ok",
  WRAP_UP: "warn",
  MISSED: "bad",
  DO_NOT_DISTURB: "bad",
};

const who = document.getElementById("who");
const type = document.getElementById("call-type");
const presence = document.getElementById("presence");
const chip = document.getElementById("presence-chip");
const timer = document.getElementById("presence-timer");
const controls = document.getElementById("controls");
const latency = document.getElementById("latency");

function showContact(contact) {
  if (!contact) {
    who.textContent = say("desk.title");
    type.textContent = "";
    document.title = document.title.replace(/^.* · /, `${say("desk.title")} · `);
    each("waited", null);
    return;
  }
  who.textContent = `${contact.clientName} · ${contact.programName}`;
  who.title = who.textContent;
  document.title = document.title.replace(/^.* · /, `${contact.clientName} · `);
  const line = [say(`desk.direction.${contact.direction}`), contact.label, languageName(contact.language)].filter(Boolean);
  const queued = Date.parse(contact.queuedAt);
  const answered = contact.connectedAt ? Date.parse(contact.connectedAt) : null;
  each("waited", (at) => {
    const waited = say("desk.waited", duration((answered ?? at) - queued));
    type.textContent = contact.direction === "INBOUND" ? [...line, waited].join(" · ") : line.join(" · ");
    type.title = type.textContent; // the end of a long line is cut where the buttons need the room
  });
  if (answered) each("waited", null);
}

function showPresence(state) {
  presence.disabled = false;
  const now = state.contact?.phase === "RINGING" ? "RINGING" : state.presence;
  chip.className = `chip ${CHIP[now] ?? ""}`;
  const next = state.next && (state.contact || state.consultation) ? ` → ${say(`presence.${state.next}`)}` : "";
  chip.textContent = say(`presence.${now}`) + next;
  const since = Date.parse(state.since);
  each("presence", (at) => (timer.textContent = duration(at - since)));
  for (const choice of document.querySelectorAll("[data-presence]")) {
    const mine = choice.dataset.presence === (state.next ?? state.presence);
    const said = !choice.dataset.reason || Boolean(state.next) || choice.dataset.reason === state.reason;
    choice.setAttribute("aria-pressed", String(mine && said));
    if (mine && choice.dataset.reason && !state.next && said) chip.textContent = choice.textContent;
  }
}

function press(act, on, key) {
  const button = controls.querySelector(`[data-act="${act}"]`);
  button.setAttribute("aria-pressed", String(on));
  button.classList.toggle("on", on);
  button.querySelector("span").textContent = say(key);
}

function showControls(contact) {
  const talking = contact?.phase === "CONNECTED";
  controls.hidden = !["RINGING", "CONNECTING", "CONNECTED"].includes(contact?.phase);
  for (const button of controls.querySelectorAll("button")) {
    button.disabled = !talking && !(button.dataset.act === "hang-up" && ["RINGING", "CONNECTING"].includes(contact?.phase));
  }
  if (!contact) return;
  press("mute", contact.muted, contact.muted ? "desk.unmute" : "desk.mute");
  press("hold", contact.held, contact.held ? "desk.resume" : "desk.hold");
  const paused = contact.recording === "PAUSED";
  press("record", paused, paused ? "desk.record.resume" : "desk.record.pause");
  const record = controls.querySelector('[data-act="record"]');
  record.dataset.tape = contact.recording;
  if (contact.recording === "OFF") record.disabled = true;
}

export function showBar(state) {
  showContact(state.contact);
  showPresence(state);
  showControls(state.contact);
}

/** @param millis null while the connection is away */
export function showLatency(millis) {
  const site = latency.dataset.site;
  const text = millis === null ? say("desk.latency.away") : say("desk.latency", millis);
  latency.textContent = site ? `${site} · ${text}` : text;
  latency.className = `chip num ${millis === null ? "bad" : millis > 150 ? "warn" : "plain"}`;
}

/** @param count customers who wait and whom this agent could be given */
export function showOwnQueue(count) {
  const chip = document.getElementById("own-queue");
  chip.hidden = false;
  chip.textContent = say("desk.queue.count", count);
  chip.className = `chip num ${count > 0 ? "warn" : "plain quiet"}`;
}
