/** A supervisor listens to a talk, whispers to its agent or takes part; the supervisor's own telephone rings. */
import { make } from "./dom.js";
import { say } from "./words.js";

const MODES = ["OFF", "LISTEN", "WHISPER", "BARGE"];
const { monitors, viewer } = document.getElementById("floor-agents").dataset;
const may = monitors === "true";

/** The cell of one row; nothing where the page's reader is no supervisor. */
export function createMonitor() {
  if (!may) return null;
  const choice = make("select", "input tight");
  for (const mode of MODES) {
    const option = make("option", "", say(`floor.monitor.${mode}`));
    option.value = mode;
    choice.append(option);
  }
  choice.addEventListener("change", () => ask(choice));
  return make("td", "", choice);
}

async function ask(choice) {
  const answer = await fetch(`/api/talks/${choice.dataset.contact}/monitoring`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Fairlead": "1" },
    body: JSON.stringify({ mode: choice.value }),
  });
  if (!answer.ok) choice.value = choice.dataset.told ?? "OFF";
}

/** Follows who talks with whom, and whether the reader is in the talk: who does not pick up is not. */
export function fillMonitor(cell, agent) {
  const choice = cell?.firstElementChild;
  if (!choice) return;
  const contact = agent.presence === "ON_CONTACT" && !agent.ringing ? (agent.contactId ?? "") : "";
  if (choice.dataset.contact !== contact) {
    choice.dataset.contact = contact;
    choice.dataset.told = "OFF";
    choice.value = "OFF";
    choice.hidden = contact === "";
    choice.setAttribute("aria-label", say("floor.monitor.of", agent.name));
  }
  const told = agent.heard?.supervisor === viewer ? agent.heard.mode : "OFF";
  // what was just chosen stays until something else is told
  if (choice.dataset.told !== told) {
    choice.dataset.told = told;
    choice.value = told;
  }
}
