/** Where a contact can be transferred: queues of its client and colleagues who are free, narrowed by what is typed. */
import { get } from "./api.js";
import { ownLanguage, say } from "./words.js";

const field = document.getElementById("transfer-target");
const list = document.getElementById("transfer-targets");
const none = document.getElementById("transfer-none");
const plain = (text) => text.toLocaleLowerCase(ownLanguage).normalize("NFD").replace(/\p{M}/gu, "");
let all = [];

/** A number as it is written on paper; anything else stays what it is. */
const dialled = (text) => (/^\+[\d\s().-]+$/.test(text) ? text.replace(/[^+\d]/g, "") : text);

/** A name that was typed stands for the queue or the colleague who bears it. */
export function chosenTarget() {
  const typed = field.value.trim();
  return all.find((one) => plain(one.name) === plain(typed))?.target ?? dialled(typed);
}

function line(one) {
  const pick = document.createElement("button");
  pick.type = "button";
  pick.className = "pick";
  const name = document.createElement("span");
  name.className = "grow";
  name.textContent = one.name;
  const how = document.createElement("span");
  how.className = "mute small";
  how.textContent = one.waiting < 0 ? say("desk.transfer.free") : say("desk.transfer.queue", one.waiting, one.ready);
  pick.append(name, how);
  pick.addEventListener("click", () => {
    field.value = one.name;
    draw();
    field.focus();
  });
  return pick;
}

function draw() {
  const typed = plain(field.value.trim());
  const shown = all.filter((one) => plain(`${one.name} ${one.target}`).includes(typed));
  list.replaceChildren(...shown.map(line));
  none.hidden = shown.length > 0;
}

export async function offerTargets(contactId) {
  field.value = "";
  all = [];
  list.replaceChildren();
  none.hidden = true;
  all = await get(`contacts/${contactId}/targets`).catch(() => []);
  draw();
}

field.addEventListener("input", draw);
list.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const next = step > 0 ? event.target.nextElementSibling : event.target.previousElementSibling;
  (next ?? field).focus();
});
field.addEventListener("keydown", (event) => {
  if (event.key !== "ArrowDown") return;
  event.preventDefault();
  list.firstElementChild?.focus();
});
