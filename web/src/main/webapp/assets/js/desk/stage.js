/** What fills the page while no contact is worked on: what to do next, or the offer. */
import { duration, each } from "./clock.js";
import { languageName, say, timeOf } from "./words.js";

const el = (id) => document.getElementById(id);
const LAST = "fairlead.desk.last";
const KEPT = 8;

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(LAST) ?? "[]");
  } catch {
    return [];
  }
}

/** Remembers a contact that was closed here, for the table of the idle page. */
export function remember(line) {
  sessionStorage.setItem(LAST, JSON.stringify([line, ...kept()].slice(0, KEPT)));
}

function showLast() {
  const lines = kept();
  el("last").hidden = lines.length === 0;
  el("last-rows").replaceChildren(
    ...lines.map((line) => {
      const row = document.createElement("tr");
      for (const text of [timeOf(new Date(line.at)), line.client, line.customer, line.disposition]) {
        const cell = document.createElement("td");
        cell.textContent = text;
        row.append(cell);
      }
      row.firstChild.className = "num";
      return row;
    }),
  );
}

/** Who is asked by a colleague is told by whom and about whose customer, and about no more. */
export function showIdle(state) {
  const asked = state.consultation;
  const known = asked ? "ASKED" : ["AVAILABLE", "MISSED"].includes(state.presence) ? state.presence : "REST";
  el("idle-title").textContent = say(`desk.idle.${known}.title`, asked?.by);
  el("idle-text").textContent = say(`desk.idle.${known}.text`, asked?.clientName, asked?.programName);
  el("be-ready").hidden = Boolean(asked) || state.presence === "AVAILABLE";
  el("idle").classList.toggle("asked", Boolean(asked));
  el("idle").classList.toggle("ready", state.presence === "AVAILABLE");
  showLast();
}

export function showOffer(contact) {
  el("offer-mark").textContent = contact.brandMark;
  el("offer-direction").textContent = say(contact.direction === "OUTBOUND" && contact.phase === "OFFERED" ? "desk.offer.callback" : `desk.direction.${contact.direction}`);
  el("offer-client").textContent = contact.clientName;
  el("offer-line").textContent = [...new Set([contact.programName, contact.queueName, contact.label])].filter(Boolean).join(" · ");
  el("offer-language").textContent = languageName(contact.language);
  el("offer-remote").textContent = contact.remote;
  const queued = Date.parse(contact.queuedAt);
  const ends = contact.offerEndsAt ? Date.parse(contact.offerEndsAt) : null;
  let whole;
  each("offer", (at) => {
    el("offer-waited").textContent = duration(at - queued);
    if (ends === null) return;
    whole ??= Math.max(1, ends - at);
    el("offer-left").textContent = duration(ends - at + 999);
    el("ring").style.strokeDashoffset = String(100 - Math.max(0, Math.min(100, ((ends - at) / whole) * 100)));
  });
}

export function endOffer() {
  each("offer", null);
}
