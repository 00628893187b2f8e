/** What somebody has to look at now, the worst first; and the links to the sites. */
import { dress, follow, make, write } from "./dom.js";
import { abandonPercent, campaignVerdict, going, queueVerdict } from "./tiles.js";
import { number, percent, say } from "./words.js";

/** A click that takes longer than this is felt. */
const SLOW_MILLIS = 150;

export function linkVerdict(link) {
  if (!link.up) return { look: "bad", words: say("floor.link.down") };
  if (link.roundTripMillis > SLOW_MILLIS) return { look: "warn", words: say("floor.link.slow") };
  return { look: "ok", words: say("floor.link.up") };
}

export function alarmsOf(figures) {
  const alarms = [];
  const raise = (id, look, kind, words, person = null) => alarms.push({ id, look, kind: say(kind), words, person });
  for (const link of figures.links) {
    const verdict = linkVerdict(link);
    if (!link.up) raise(`link ${link.gateway}`, "bad", "floor.alarm.link", say("floor.alarm.link.down", link.siteName));
    else if (verdict.look === "warn") {
      raise(`link ${link.gateway}`, "warn", "floor.alarm.link", say("floor.alarm.link.slow", link.siteName, number(link.roundTripMillis)));
    }
  }
  if (figures.parked > 0) {
    raise("parked", "bad", "floor.alarm.parked", say("floor.alarm.parked.text", figures.parked));
  }
  for (const agent of figures.agents.filter((one) => one.stuck)) {
    raise(`agent ${agent.personId}`, "bad", "floor.alarm.stuck", say("floor.alarm.stuck.text", agent.name, say(`presence.${agent.presence}`)), agent.repair ? agent : null);
  }
  for (const queue of figures.queues.filter((one) => queueVerdict(one).look === "bad")) {
    raise(`queue ${queue.queueId}`, "bad", "floor.alarm.level", `${queue.clientName} · ${queue.name}`);
  }
  for (const campaign of figures.campaigns) {
    const look = campaignVerdict(campaign).look;
    if (campaign.halt && look !== "bad") {
      raise(`halt ${campaign.campaignId}`, "warn", "floor.alarm.halt", `${campaign.clientName} · ${campaign.name} · ${going(campaign)}`);
    } else if (look === "bad" || look === "warn") {
      raise(`campaign ${campaign.campaignId}`, look, "floor.alarm.cap", say("floor.alarm.cap.text", `${campaign.clientName} · ${campaign.name}`, percent(abandonPercent(campaign))));
    }
  }
  return alarms.sort((a, b) => (a.look === b.look ? 0 : a.look === "bad" ? -1 : 1));
}

export function renderAlarms(parent, alarms) {
  follow(
    parent,
    alarms,
    (alarm) => alarm.id,
    () => {
      const repair = make("button", "btn small");
      repair.type = "button";
      return make("li", "alarm", make("span", "chip"), make("span", "mute small"), repair);
    },
    (row, alarm) => {
      const [chip, words, repair] = row.children;
      dress(chip, `chip ${alarm.look}`);
      write(chip, alarm.kind);
      write(words, alarm.words);
      repair.hidden = !alarm.person;
      if (!alarm.person) return;
      repair.dataset.repair = alarm.person.personId;
      write(repair, say("floor.stuck.repair"));
      repair.setAttribute("aria-label", say("floor.stuck.repair.one", alarm.person.name));
    },
  );
}

/** One click puts right what the engine can put right; what came of it is said, and shown with the next second. */
export function repairs(parent, heard) {
  parent.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-repair]");
    if (!button || button.disabled) return;
    button.disabled = true;
    try {
      const answer = await fetch(`/api/floor/agents/${button.dataset.repair}/repair`, { method: "POST", headers: { "X-Fairlead": "1" } });
      const fault = answer.ok ? null : await answer.json().catch(() => null);
      heard(answer.ok ? say("floor.stuck.done") : (fault?.message ?? say("floor.stuck.failed")));
    } catch {
      heard(say("floor.stuck.failed"));
    } finally {
      button.disabled = false;
    }
  });
}

export function renderLinks(parent, links) {
  follow(
    parent,
    links,
    (link) => link.gateway,
    () => make("li", "line", make("span", "grow"), make("span", "small mute num"), make("span", "chip")),
    (row, link) => {
      const verdict = linkVerdict(link);
      write(row.children[0], link.siteName);
      write(row.children[1], link.up && link.roundTripMillis >= 0 ? say("floor.millis", number(link.roundTripMillis)) : "");
      dress(row.children[2], `chip ${verdict.look}`);
      write(row.children[2], verdict.words);
    },
  );
}
