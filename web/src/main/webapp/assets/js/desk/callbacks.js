/** Promised callbacks: the list in the bar, a reminder when one is due, dialling and handing over. */
import { RefusedError, get, post } from "./api.js";
import { each, now } from "./clock.js";
import { tell } from "./dialogs.js";
import { ownZone, placeOf, say, timeOf } from "./words.js";

const button = document.getElementById("callbacks-button");
const menu = document.getElementById("callbacks-menu");
const list = document.getElementById("callbacks-list");
const none = document.getElementById("callbacks-none");
const reminded = new Set();
const WRITTEN = 700;
const LATE = 4000;
let due = [];
let announce = () => {};

const isDue = (one, at) => Date.parse(one.dueAt) <= at;

function timeOfOne(one) {
  const at = Date.parse(one.dueAt);
  const theirs = timeOf(at, one.zone);
  const other = one.zone !== ownZone && theirs !== timeOf(at);
  return timeOf(at) + (other ? ` · ${say("desk.local.other", theirs, placeOf(one.zone))}` : "");
}

function act(words, what, primary) {
  const one = document.createElement("button");
  one.type = "button";
  one.className = primary ? "btn primary tight" : "btn ghost tight";
  one.textContent = words;
  one.addEventListener("click", what);
  return one;
}

async function attempt(path, done) {
  try {
    await post(path);
    menu.hidePopover();
    if (done) tell(done);
  } catch (refused) {
    tell(refused instanceof RefusedError && refused.message ? refused.message : say("desk.failed"));
  }
  load();
}

function line(one) {
  const row = document.createElement("li");
  const words = document.createElement("div");
  const who = document.createElement("b");
  who.textContent = one.name;
  const what = document.createElement("div");
  what.className = "mute";
  what.textContent = [timeOfOne(one), one.number, one.campaign, one.mine ? "" : say("desk.callbacks.anyone")].filter(Boolean).join(" · ");
  words.className = "grow";
  words.append(who, what);
  row.className = "row";
  row.append(words);
  if (one.mine) row.append(act(say("desk.callbacks.give"), () => attempt(`callbacks/${one.id}/give`, say("desk.callbacks.given"))));
  row.append(act(say("desk.callbacks.dial"), () => attempt(`callbacks/${one.id}/dial`), true));
  return row;
}

function draw(at) {
  const ready = due.filter((one) => isDue(one, at));
  button.hidden = false;
  button.textContent = say("desk.callbacks.count", due.length) + (ready.length ? ` · ${say("desk.callbacks.due")}` : "");
  button.className = `chip num callbacks ${ready.length ? "warn" : "plain quiet"}`;
  for (const one of ready) {
    if (!one.mine || reminded.has(one.id)) continue;
    reminded.add(one.id);
    tell(say("desk.callbacks.remind", one.name), 12);
    announce(say("desk.callbacks.remind", one.name));
  }
}

export async function load() {
  try {
    due = await get("callbacks");
  } catch {
    return; // what is shown stays; the connection's banner says that it is away
  }
  none.hidden = due.length > 0;
  list.replaceChildren(...due.map(line));
  each("callbacks", draw);
}

/** A promise is written a moment after its contact was closed: the list is read then, and once more should it be late. */
export function promised() {
  const before = due.length;
  setTimeout(async () => {
    await load();
    if (due.length === before) setTimeout(load, LATE);
  }, WRITTEN);
}

export function begin(announcer) {
  announce = announcer;
  menu.addEventListener("toggle", (event) => {
    if (event.newState !== "open") return;
    // Enter calls back; handing over is one step aside
    load().then(() => list.querySelector("button.primary")?.focus());
  });
}

export const open = () => menu.showPopover();
