/** Campaigns that this agent could work for and that may call nobody now: who waits is told why nothing comes. */
import { get } from "./api.js";
import { dayTimeOf, say } from "./words.js";

const box = document.getElementById("idle-halts");
const list = document.getElementById("idle-halts-list");

function line(one) {
  const row = document.createElement("li");
  const name = document.createElement("b");
  name.textContent = `${one.client} · ${one.campaign}`;
  const why = document.createElement("span");
  const until = one.until ? dayTimeOf(Date.parse(one.until)) : "";
  why.textContent = ` ${say(`desk.halt.${one.why}`, until, one.rule ?? "")}`;
  row.append(name, why);
  return row;
}

export async function load() {
  let halts;
  try {
    halts = await get("campaigns/halts");
  } catch {
    return; // what is shown stays; the connection's banner says that it is away
  }
  box.hidden = halts.length === 0;
  list.replaceChildren(...halts.map(line));
}
