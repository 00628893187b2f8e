/** A tile for each queue and each campaign: how it stands against its contract or its cap, and what is going on now. */
import { dress, make, write } from "./dom.js";
import { dayTime, duration, number, percent, say, target } from "./words.js";

/** From this share of its cap on a campaign's abandon rate is worth a look. */
const NEAR_CAP = 5 / 6;
const NEAR_TARGET_POINTS = 3;

export function queueVerdict(queue) {
  if (queue.targetPercent === null) return { look: "", words: say("floor.verdict.no.agreement") };
  if (queue.levelPercent === null) return { look: "", words: say("floor.verdict.no.contacts") };
  const agreed = `${Number(queue.targetPercent)}/${queue.thresholdSeconds}`;
  if (queue.levelPercent < queue.targetPercent) return { look: "bad", words: say("floor.verdict.below", agreed) };
  // a few contacts that were all in time are not close to anything, however few more may be late
  if (queue.levelPercent - queue.targetPercent < NEAR_TARGET_POINTS && queue.levelPercent < 100) return { look: "warn", words: say("floor.verdict.near", agreed) };
  return { look: "ok", words: say("floor.verdict.met", agreed) };
}

export function abandonPercent(campaign) {
  return campaign.answered === 0 ? null : (100 * campaign.abandoned) / campaign.answered;
}

export function campaignVerdict(campaign) {
  const rate = abandonPercent(campaign);
  if (rate !== null && rate > campaign.capPercent) return { look: "bad", words: say("floor.verdict.over.cap") };
  if (campaign.halt) return { look: "warn", words: say(`floor.halt.${campaign.halt.why}`) };
  if (campaign.stopped) return { look: "warn", words: say("floor.verdict.held.back") };
  if (rate !== null && rate > campaign.capPercent * NEAR_CAP) return { look: "warn", words: say("floor.verdict.near.cap") };
  if (campaign.state === "RUNNING") return { look: "ok", words: say("state.campaign.RUNNING") };
  return { look: "", words: say(`state.campaign.${campaign.state}`) };
}

function line(name) {
  return make("div", "kv-line", make("dt", "", name), make("dd", ""));
}

export function createTile(names) {
  const tile = make(
    "article",
    "card tile",
    make("header", "tile-head", make("div", "grow", make("div", "small mute clip"), make("h3", "clip", make("a", ""))), make("span", "chip")),
    make("div", "tile-figure", make("span", "big"), make("span", "small mute grow")),
    make("div", "level", make("i", ""), make("b", "")),
    make("dl", "kv", ...names.map(line)),
  );
  return tile;
}

function fill(tile, { client, title, behind, verdict, big, caption, values, level, mark }) {
  dress(tile, `card tile ${verdict.look}`.trim());
  write(tile.querySelector(".tile-head .small"), client);
  const link = tile.querySelector("h3 a");
  write(link, title);
  link.href = behind;
  tile.querySelector("h3").title = title;
  const chip = tile.querySelector(".chip");
  dress(chip, `chip ${verdict.look}`.trim());
  write(chip, verdict.words);
  write(tile.querySelector(".big"), big);
  tile.querySelector(".big").classList.toggle("mute", level === null);
  write(tile.querySelector(".tile-figure > .small"), caption);
  const bar = tile.querySelector(".level");
  bar.firstElementChild.style.width = `${Math.min(100, level ?? 0)}%`;
  bar.lastElementChild.hidden = mark === null;
  if (mark !== null) bar.lastElementChild.style.insetInlineStart = `${Math.min(100, mark)}%`;
  const cells = tile.querySelectorAll("dd");
  values.forEach((value, i) => write(cells[i], value));
}

/** From those who wait it is one step to where somebody is sent to help them. */
function lend(tile, queue) {
  const name = tile.querySelector("dt");
  if (name.firstElementChild) return;
  const link = make("a", "", name.textContent);
  link.href = `/lending.xhtml?queue=${queue.queueId}`;
  link.title = say("floor.lend.choose");
  link.setAttribute("aria-label", `${name.textContent}: ${say("floor.lend.choose")}, ${queue.name}`);
  name.replaceChildren(link);
}

export const queueLines = () => [
  say("floor.waiting.longest"),
  say("floor.in.service"),
  say("floor.offered.abandoned"),
  say("floor.spare"),
];

export function fillQueue(tile, queue, now) {
  lend(tile, queue);
  const longest = queue.oldestSince === null ? "–" : duration(now - Date.parse(queue.oldestSince));
  fill(tile, {
    client: queue.clientName,
    title: queue.name,
    behind: `/portal-contacts.xhtml?program=${queue.programId}&queue=${queue.queueId}`,
    verdict: queueVerdict(queue),
    big: percent(queue.levelPercent),
    caption:
      queue.targetPercent === null
        ? say("floor.today")
        : say("floor.today.target", target(Number(queue.targetPercent)), queue.thresholdSeconds),
    level: queue.levelPercent,
    mark: queue.targetPercent,
    values: [
      `${number(queue.waiting)} · ${longest}`,
      number(queue.inService),
      `${number(queue.offeredToday)} · ${number(queue.abandonedToday)}`,
      queue.targetPercent === null || queue.levelPercent === null ? "–" : queue.spare < 0
          ? say("floor.spare.over", -queue.spare)
          : say("floor.spare.calls", queue.spare),
    ],
  });
}

export const campaignLines = () => [
  say("floor.mode"),
  say("floor.in.flight.talking"),
  say("floor.answered.abandoned"),
  say("floor.halt"),
];

/** Until when nobody may be called, and which rule says so; how it stands where somebody may. */
export function going(campaign) {
  const halt = campaign.halt;
  if (!halt) return campaign.stopped ? say("floor.held.back") : "–";
  const until = halt.until ? say("floor.halt.until", dayTime(Date.parse(halt.until))) : say(`floor.halt.${halt.why}`);
  return halt.rule ? `${halt.rule} · ${until}` : until;
}

export function fillCampaign(tile, campaign) {
  const rate = abandonPercent(campaign);
  fill(tile, {
    client: campaign.clientName,
    title: campaign.name,
    behind: `/campaign.xhtml?id=${campaign.campaignId}&tab=attempts`,
    verdict: campaignVerdict(campaign),
    big: percent(rate),
    caption: say(`floor.abandoned.cap.${campaign.window}`, target(campaign.capPercent)),
    // the cap stands in the middle of the bar, so that both sides of it can be told
    level: rate === null ? null : (rate / campaign.capPercent) * 50,
    mark: 50,
    values: [
      say(`state.mode.${campaign.mode}`),
      `${number(campaign.inFlight)} · ${number(campaign.talking)}`,
      `${number(campaign.answered)} · ${number(campaign.abandoned)}`,
      going(campaign),
    ],
  });
}
