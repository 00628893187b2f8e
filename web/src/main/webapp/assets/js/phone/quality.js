/** How a talk sounds here: read off the connection every second, shown, and told once for each contact. */
import { post } from "../desk/api.js";
import { say } from "../desk/words.js";

const EVERY = 1000;
const el = (id) => document.getElementById(id);
const NOTHING = { received: 0, lost: 0 };

let latest = null;
let talk = null;
let heard = null;

async function read(connection) {
  const seen = { ...NOTHING, jitter: 0, roundTrip: null, codec: "" };
  const stats = await connection.getStats();
  const codecs = new Map();
  for (const one of stats.values()) if (one.type === "codec") codecs.set(one.id, one.mimeType);
  for (const one of stats.values()) {
    if (one.type === "inbound-rtp" && one.kind === "audio") {
      seen.received = one.packetsReceived;
      seen.lost = Math.max(0, one.packetsLost ?? 0);
      seen.jitter = Math.round((one.jitter ?? 0) * 1000);
      seen.codec = codecs.get(one.codecId) ?? seen.codec;
    } else if (one.type === "remote-inbound-rtp" && one.roundTripTime !== undefined) {
      seen.roundTrip = Math.round(one.roundTripTime * 1000);
    } else if (one.type === "candidate-pair" && one.nominated && seen.roundTrip === null && one.currentRoundTripTime !== undefined) {
      seen.roundTrip = Math.round(one.currentRoundTripTime * 1000);
    }
  }
  return seen;
}

const share = (seen, from) => {
  const lost = Math.max(0, seen.lost - from.lost);
  const all = seen.received - from.received + lost;
  return all > 0 ? (100 * lost) / all : 0;
};

function show(seen) {
  el("phone-loss").textContent = say("desk.phone.percent", share(seen, NOTHING).toFixed(1));
  el("phone-jitter").textContent = say("desk.phone.millis", seen.jitter);
  el("phone-round-trip").textContent = seen.roundTrip === null ? "–" : say("desk.phone.millis", seen.roundTrip);
}

function add(to, seen) {
  // a leg that came after the talk began counts from nothing
  to.from ??= NOTHING;
  if (seen.received < to.from.received) to.from = NOTHING;
  to.jitters.push(seen.jitter);
  if (seen.roundTrip !== null) to.roundTrips.push(seen.roundTrip);
  to.last = seen;
}

/** The talk's last second was not read yet; a connection that is closed already has nothing more to tell. */
async function readToTheEnd(over) {
  if (!heard || heard.connectionState === "closed") return;
  const seen = await read(heard).catch(() => null);
  if (seen && seen.received >= (over.last?.received ?? 1)) add(over, seen);
}

/** Reads while the connection lives; {@code each} hears every reading. */
export function watch(connection, each) {
  latest = null;
  heard = connection;
  const reading = setInterval(async () => {
    if (connection.connectionState === "closed") {
      clearInterval(reading);
      return;
    }
    const seen = await read(connection);
    latest = seen;
    if (talk) add(talk, seen);
    show(seen);
    each(seen);
  }, EVERY);
}

const mean = (figures) => Math.round(figures.reduce((sum, one) => sum + one, 0) / figures.length);

/** The agent talks with this contact now, or with none. */
export async function talksWith(contactId) {
  if (talk?.contactId === contactId) return;
  const over = talk;
  talk = contactId ? { contactId, began: performance.now(), from: latest, last: null, jitters: [], roundTrips: [] } : null;
  if (!over) return;
  const seconds = Math.round((performance.now() - over.began) / 1000);
  await readToTheEnd(over);
  if (!over.last) return;
  const { from, last } = over;
  post(`voice/contacts/${over.contactId}`, {
    seconds,
    codec: (last.codec || "unknown").toLowerCase(),
    received: Math.max(0, last.received - from.received),
    lost: Math.max(0, last.lost - from.lost),
    jitterMillis: mean(over.jitters),
    roundTripMillis: over.roundTrips.length > 0 ? mean(over.roundTrips) : null,
  }).catch(() => {}); // the talk is over; how it sounded is not worth a word to the agent
}
