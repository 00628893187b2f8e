/**
 * The floor. The page brings the figures of its moment; after that each second's come over /live and the latest is
 * drawn. Filters and order are the viewer's own and stay over a reload of this tab.
 */
import { show, write, follow } from "./dom.js";
import { alarmsOf, renderAlarms, renderLinks, repairs } from "./alarms.js";
import { renderAgents, renderStates, renderWaiting, sorted } from "./people.js";
import { campaignLines, createTile, fillCampaign, fillQueue, queueLines } from "./tiles.js";
import { clock, number, say } from "./words.js";
import { listen } from "../live.js";

const KEPT = "fairlead.floor";
const STALE_MILLIS = 4000;
const byId = (id) => document.getElementById(id);
const clientOf = (value) => (typeof value === "object" && value !== null ? value.value : value);

const view = { client: "", sites: [], sort: { by: "", sign: 1 }, ...JSON.parse(sessionStorage.getItem(KEPT) ?? "{}") };
const names = new Map();
let figures = JSON.parse(byId("floor-now").textContent);
let arrived = performance.now();

function served(clients) {
  return clients
    .map((client) => names.get(clientOf(client)))
    .filter(Boolean)
    .join(" · ");
}

function shown() {
  const ofClient = (one) => !view.client || String(clientOf(one.client)) === view.client;
  const ofSite = (one) => view.sites.length === 0 || view.sites.includes(one.siteName);
  const worksFor = (agent) => !view.client || agent.serves.some((c) => String(clientOf(c)) === view.client);
  return {
    ...figures,
    queues: figures.queues.filter(ofClient),
    campaigns: figures.campaigns.filter(ofClient),
    waiting: figures.waiting.filter(ofClient),
    agents: figures.agents.filter((agent) => agent.presence !== "OFFLINE" && ofSite(agent) && worksFor(agent)),
    links: figures.links.filter(ofSite),
  };
}

function draw() {
  const now = Date.parse(figures.at);
  const seen = shown();
  const tiles = [
    ...seen.queues.map((queue) => ({ id: queue.queueId, queue })),
    ...seen.campaigns.map((campaign) => ({ id: campaign.campaignId, campaign })),
  ];
  follow(
    byId("floor-tiles"),
    tiles,
    (tile) => tile.id,
    (tile) => createTile(tile.queue ? queueLines() : campaignLines()),
    (element, tile) => (tile.queue ? fillQueue(element, tile.queue, now) : fillCampaign(element, tile.campaign)),
  );
  show(byId("floor-no-tiles"), tiles.length === 0);

  renderAgents(byId("floor-agents").tBodies[0], sorted(seen.agents, view.sort), now, served);
  renderStates(byId("floor-states"), seen.agents);
  write(byId("floor-signed-in"), say("floor.signed.in", seen.agents.length));
  show(byId("floor-no-agents"), seen.agents.length === 0);
  show(byId("floor-agents"), seen.agents.length > 0);

  renderWaiting(byId("floor-waiting"), seen.waiting, now);
  write(byId("floor-waiting-count"), number(seen.waiting.length));
  show(byId("floor-no-waiting"), seen.waiting.length === 0);

  renderLinks(byId("floor-links"), seen.links);
  const alarms = alarmsOf(seen);
  renderAlarms(byId("floor-alarms"), alarms);
  show(byId("floor-no-alarms"), alarms.length === 0);
}

function drawChoices() {
  byId("floor-client").value = view.client;
  for (const chip of byId("floor-sites").children) {
    const on = view.sites.includes(chip.dataset.site);
    chip.setAttribute("aria-pressed", String(on));
    chip.classList.toggle("info", on);
  }
  for (const button of document.querySelectorAll("[data-sort]")) {
    const mine = button.dataset.sort === view.sort.by;
    button.closest("th").setAttribute("aria-sort", mine ? (view.sort.sign > 0 ? "ascending" : "descending") : "none");
  }
}

function keep() {
  sessionStorage.setItem(KEPT, JSON.stringify(view));
  drawChoices();
  draw();
}

byId("floor-client").addEventListener("change", (event) => {
  view.client = event.target.value;
  keep();
});
byId("floor-sites").addEventListener("click", (event) => {
  const site = event.target.closest("[data-site]")?.dataset.site;
  if (!site) return;
  view.sites = view.sites.includes(site) ? view.sites.filter((one) => one !== site) : [...view.sites, site];
  keep();
});
byId("floor-agents").tHead.addEventListener("click", (event) => {
  const by = event.target.dataset.sort;
  if (!by) return;
  if (view.sort.by !== by) view.sort = { by, sign: 1 };
  else if (view.sort.sign > 0) view.sort.sign = -1;
  else view.sort = { by: "", sign: 1 };
  keep();
});

/** Old figures must not be taken for new ones: the page says when they stopped. */
function pulse() {
  const live = performance.now() - arrived < STALE_MILLIS;
  const chip = byId("floor-pulse");
  chip.className = live ? "chip ok" : "chip bad";
  write(chip, live ? say("floor.live") : say("floor.stale"));
  document.querySelector(".floor").classList.toggle("stale", !live);
  for (const time of document.querySelectorAll("time[data-zone]")) write(time, clock(time.dataset.zone, new Date()));
}

repairs(byId("floor-alarms"), (words) => write(byId("floor-repaired"), words));

for (const option of byId("floor-client").options) {
  if (option.value) names.set(Number(option.value), option.textContent);
}
drawChoices();
draw();
pulse();
setInterval(pulse, 1000);
listen("floor", {
  floor: (data) => {
    figures = data;
    arrived = performance.now();
    draw();
    pulse();
  },
});
