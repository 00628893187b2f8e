/** The agents' table, the count of each state, and who waits. */
import { dress, follow, make, write } from "./dom.js";
import { collator, duration, number, say, target } from "./words.js";
import { createMonitor, fillMonitor } from "./monitor.js";

const LOOKS = { AVAILABLE: "info", RESERVED: "info", RINGING: "info", ON_CONTACT: "ok", WRAP_UP: "warn", MISSED: "bad" };
/** Work first, then readiness, then absence. */
const ORDER = [
  "ON_CONTACT",
  "RINGING",
  "RESERVED",
  "WRAP_UP",
  "AVAILABLE",
  "MISSED",
  "BREAK",
  "LUNCH",
  "MEETING",
  "TRAINING",
  "DO_NOT_DISTURB",
  "AWAY",
  "OFFLINE",
];

/** Who waits for a dialled customer to answer speaks with nobody yet. */
const stateOf = (agent) => (agent.ringing ? "RINGING" : agent.presence);

export function look(agent) {
  return agent.stuck ? "bad" : (LOOKS[stateOf(agent)] ?? "");
}

const COMPARE = {
  name: (a, b) => collator.compare(a.name, b.name),
  siteName: (a, b) => collator.compare(a.siteName, b.siteName),
  presence: (a, b) => ORDER.indexOf(stateOf(a)) - ORDER.indexOf(stateOf(b)),
  since: (a, b) => Date.parse(a.since) - Date.parse(b.since),
  keptPercent: (a, b) => (a.keptPercent ?? 101) - (b.keptPercent ?? 101),
  clientName: (a, b) => collator.compare(a.clientName ?? "", b.clientName ?? ""),
};

/** Without a wish: who is stuck comes first, then work before readiness before absence. */
export function sorted(agents, sort) {
  const list = [...agents];
  if (!sort.by) {
    return list.sort((a, b) => b.stuck - a.stuck || COMPARE.presence(a, b) || COMPARE.name(a, b));
  }
  return list.sort((a, b) => sort.sign * COMPARE[sort.by](a, b) || COMPARE.name(a, b));
}

function createRow() {
  const name = make("th", "who");
  name.scope = "row";
  return make(
    "tr",
    "",
    name,
    make("td", "mute"),
    make("td", "", make("span", "chip")),
    make("td", "n"),
    make("td", ""),
    make("td", "mute"),
    make("td", "n", make("span", "chip plain num")),
    createMonitor(),
  );
}

function fillRow(row, agent, now, clients) {
  const [name, site, state, since, client, contact, kept, monitor] = row.children;
  write(name, agent.name);
  write(site, agent.siteName);
  dress(state.firstElementChild, `chip ${look(agent)}`.trim());
  write(
    state.firstElementChild,
    agent.stuck ? say("floor.state.stuck", say(`presence.${stateOf(agent)}`)) : say(`presence.${stateOf(agent)}`),
  );
  write(since, duration(now - Date.parse(agent.since)));
  dress(since, agent.stuck ? "n late" : "n");
  const at = agent.contactId !== null;
  write(client, at ? agent.clientName : clients(agent.serves));
  dress(client, at ? "" : "mute");
  write(contact, agent.queueName ?? "");
  const planned = agent.keptPercent !== null && agent.keptPercent !== undefined;
  kept.firstElementChild.hidden = !planned;
  dress(kept.firstElementChild, `chip num ${agent.off ? "warn" : "plain"}`);
  write(kept.firstElementChild, planned ? `${target(agent.keptPercent)}${agent.off ? ` · ${say("floor.kept.off")}` : ""}` : "");
  fillMonitor(monitor, agent);
}

export function renderAgents(body, agents, now, clients) {
  follow(
    body,
    agents,
    (agent) => agent.personId,
    createRow,
    (row, agent) => fillRow(row, agent, now, clients),
  );
}

/** How many are in which state; states that nobody is in are left out. */
export function renderStates(parent, agents) {
  const counts = new Map();
  for (const agent of agents) {
    const key = agent.stuck ? "stuck" : stateOf(agent);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const present = [...ORDER, "stuck"].filter((key) => counts.has(key));
  follow(
    parent,
    present,
    (key) => key,
    () => make("span", "chip"),
    (chip, key) => {
      dress(chip, `chip ${key === "stuck" ? "bad" : (LOOKS[key] ?? "")}`.trim());
      const name = key === "stuck" ? say("floor.stuck") : say(`presence.${key}`);
      write(chip, `${number(counts.get(key))} ${name.toLocaleLowerCase(document.documentElement.lang)}`);
    },
  );
}

export function renderWaiting(parent, waiting, now) {
  follow(
    parent,
    waiting,
    (contact) => contact.contactId,
    () =>
      make(
        "li",
        "line",
        make("div", "grow", make("strong", "num"), make("div", "small mute clip")),
        make("div", "n num"),
      ),
    (row, contact) => {
      write(row.querySelector("strong"), contact.remote);
      write(row.querySelector(".small"), [contact.clientName, contact.queueName, contact.language].filter(Boolean).join(" · "));
      write(row.lastElementChild, duration(now - Date.parse(contact.since)));
    },
  );
}
