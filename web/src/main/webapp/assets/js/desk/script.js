/** The script: one block after the other, branches, what was read and when. */
import { now, duration } from "./clock.js";
import { draftOf, keep } from "./draft.js";
import { check, focus, setValue, show, step, tidy, valueOf } from "./fields.js";
import { begin, noteAnswer, noteRead } from "./progress.js";
import { say } from "./words.js";

const panel = document.getElementById("script");
let contact = null;
let path = [];
let read = {};
let onProgress = () => {};

const blocks = () => [...panel.querySelectorAll("[data-block]")];
const block = (id) => panel.querySelector(`[data-block="${CSS.escape(id)}"]`);
const fieldsOf = (li) => [...li.querySelectorAll("[data-field]")];

function save() {
  const values = {};
  for (const li of blocks()) {
    for (const field of fieldsOf(li)) values[`${li.dataset.block}/${field.dataset.field}`] = valueOf(field);
  }
  keep(contact.contactId, { path, read, values });
}

function restore() {
  const draft = draftOf(contact.contactId);
  read = { ...draft.read };
  for (const li of blocks()) {
    if (li.dataset.readAt) read[li.dataset.block] ??= Date.parse(li.dataset.readAt);
    for (const field of fieldsOf(li)) {
      const control = field.querySelector("[data-value]");
      if (control?.dataset.value) setValue(field, control.dataset.value);
      const kept = draft.values?.[`${li.dataset.block}/${field.dataset.field}`];
      if (kept) setValue(field, kept);
    }
  }
  path = (draft.path ?? []).filter((id) => block(id));
  if (path.length === 0) path = pathSoFar();
}

/** In another browser than the one that read them: what was read, and the block after that. */
function pathSoFar() {
  const order = blocks().map((li) => li.dataset.block);
  const seen = order.filter((id) => read[id]);
  const following = order[order.indexOf(seen.at(-1)) + 1];
  return following ? [...seen, following] : seen;
}

function stateOf(li, current) {
  const id = li.dataset.block;
  if (id === current) return "now";
  if (path.includes(id)) return "done";
  const order = blocks();
  const at = order.indexOf(li);
  const reached = order.findIndex((other) => other.dataset.block === current);
  return reached >= 0 && at < reached ? "left" : "ahead";
}

function label(li, state) {
  const cap = li.querySelector("[data-state]");
  cap.dataset.kindWords ??= cap.textContent;
  const at = read[li.dataset.block];
  const must = li.querySelector(".must");
  if (must) {
    must.dataset.words ??= must.textContent;
    must.textContent = at ? "✓" : must.dataset.words;
    must.classList.toggle("read", Boolean(at));
  }
  if (at && state !== "now") {
    const began = Date.parse(contact.connectedAt ?? contact.queuedAt);
    cap.textContent = say("desk.script.read", duration(at - began));
  } else if (state === "now") {
    cap.textContent = say(`desk.script.now.${li.dataset.kind}`);
  } else {
    cap.textContent = cap.dataset.kindWords;
  }
}

function draw(scroll) {
  const order = blocks();
  if (order.length === 0) return;
  const current = path.at(-1);
  for (const li of order) {
    const state = stateOf(li, current);
    li.className = `say ${state}`;
    li.toggleAttribute("aria-current", false);
    if (state === "now") li.setAttribute("aria-current", "step");
    li.querySelector(".asks").hidden = state !== "now";
    label(li, state);
  }
  const last = order.at(-1).dataset.block === current;
  const now = block(current);
  const next = now.querySelector("[data-next]");
  next.hidden = last && Boolean(read[current]) && fieldsOf(now).length === 0;
  next.querySelector("span").textContent = say(last ? "desk.script.finish" : "desk.script.next");
  const whole = order.filter((li) => stateOf(li, current) !== "left").length;
  const done = path.length - (read[current] && last ? 0 : 1);
  document.getElementById("progress").textContent = say("desk.of", path.length, whole);
  document.getElementById("progress-bar").style.width = `${(done / whole) * 100}%`;
  if (scroll) now.scrollIntoView({ block: "nearest", behavior: "smooth" });
  onProgress();
}

/** Leaves the block that is at hand: checks it, notes that it was read, goes on to another. */
export function next(to) {
  const current = block(path.at(-1) ?? "");
  if (!current) return;
  const wrong = fieldsOf(current).filter((field) => !check(field, !to));
  if (wrong.length > 0) {
    focus(wrong[0]);
    return;
  }
  const id = current.dataset.block;
  if (!read[id]) {
    read[id] = now();
    noteRead(id);
  }
  const order = blocks();
  const following = to ?? order[order.indexOf(current) + 1]?.dataset.block;
  if (following && block(following)) path = [...path.filter((was) => was !== following), following];
  save();
  draw(true);
  const first = fieldsOf(block(path.at(-1)))[0];
  if (first && following) focus(first);
}

/** Whether Enter still has something to go on to. */
export function canGoOn() {
  const current = block(path.at(-1) ?? "");
  return Boolean(current) && !current.querySelector("[data-next]").hidden;
}

/** Mandatory blocks on the way that were not read, by their headings in the agent's language where there is one. */
export function unread() {
  const current = path.at(-1);
  return blocks()
    .filter((li) => li.dataset.mandatory === "true" && !read[li.dataset.block] && stateOf(li, current) !== "left")
    .map((li) => (li.querySelector(".own .block-heading") ?? li.querySelector(".block-heading"))?.textContent ?? "");
}

export function showFaults(faults) {
  for (const [key, text] of Object.entries(faults)) {
    const [id, name] = key.split("/");
    const field = block(id)?.querySelector(`[data-field="${CSS.escape(name)}"]`);
    if (field) show(field, text);
  }
}

export function title() {
  const shown = document.getElementById("script-title");
  return shown?.dataset.own || shown?.textContent || "";
}

export function beginScript(of, progress) {
  contact = of;
  onProgress = progress;
  path = [];
  begin(of.contactId);
  restore();
  draw(false);
}

/** The same contact in another phase: the times of reading count from the answer. */
export function contactMoved(of) {
  contact = of;
}

panel.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (button?.dataset.next !== undefined) next();
  else if (button?.dataset.branch) next(button.dataset.branch);
  else if (!button) {
    const li = event.target.closest(".say.done, .say.left");
    if (li && !window.getSelection().toString()) {
      path = [...path.filter((was) => was !== li.dataset.block), li.dataset.block];
      save();
      draw(true);
    }
  }
});
panel.addEventListener("input", (event) => {
  const field = event.target.closest("[data-field]");
  if (!field) return;
  check(field, false, true);
  save();
});
panel.addEventListener("keydown", (event) => {
  const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
  const field = by && event.target.closest("[data-field]");
  if (!field || !step(field, by)) return;
  event.preventDefault();
  event.target.dispatchEvent(new Event("change", { bubbles: true }));
});
panel.addEventListener("change", (event) => {
  const field = event.target.closest("[data-field]");
  if (field) tidy(field);
  if (field && check(field, false)) {
    noteAnswer(field.closest("[data-block]").dataset.block, field.dataset.field, valueOf(field));
  }
});
