/**
 * The agent's telephone. The agent answers at the desk; the site's engine then rings here, and the telephone picks up
 * by itself: nobody else can reach it. Its password is asked for with the desk's session and lives no longer.
 */
import { post } from "../desk/api.js";
import { say } from "../desk/words.js";
import * as devices from "./devices.js";
import * as quality from "./quality.js";

const el = (id) => document.getElementById(id);
const button = el("phone-button");
const status = el("phone-status");
const audio = el("phone-audio");
const RENEW = 10 * 60 * 1000;
/** How soon the line is asked for again when nobody could say whether it is kept. */
const ASK_AGAIN = 30_000;
/** The first and the longest wait before the line is tried again. */
const RETRY = [400, 5_000];
/** How often it is looked whether the line is there, and how often it may be missed before the telephone begins anew. */
const LOOK = 4_000;
const PATIENCE = 3;
const REGISTERED_SECONDS = 60;
/** So long a connection may be broken before the call is given up here. */
const BROKEN = 30_000;

let library = null;
let agent = null;
let line = null;
let session = null;
let call = null;
let renewal;
let giveUp;
let retry;
let wait = RETRY[0];
/** Whether this desk should have its line: not without a microphone, nor when the agent's desk is another one. */
let due = false;
let missed = 0;

/** Calls ring at the desk telephone instead; there is a choice only for who has one. */
const where = el("phone-where");
const atDesk = el("phone-desk");
const byItself = el("phone-auto");
/** Whether the agent talks, with a customer or with a colleague who asks: a leg that stays up over the shift is no talk. */
let talking = false;

const CHIP = { desk: "ok", ready: "ok", call: "info", connecting: "warn", away: "bad", "no-microphone": "bad", missing: "bad", elsewhere: "plain quiet" };

function show(state, figures = "") {
  button.dataset.phone = state;
  button.className = `chip num phone ${CHIP[state]}`;
  const words = say(`desk.phone.${state}`);
  button.textContent = [say("desk.phone"), figures || words].join(" · ");
  button.title = words;
  if (status.textContent !== words) status.textContent = words;
}

/** Which of the four it is, after something has changed. */
function showNow() {
  if (atDesk?.checked) show("desk");
  else if (call && talking) show("call");
  else if (agent?.isRegistered()) show("ready");
  else show(agent?.isConnected() ? "connecting" : "away");
}

/** Whether this browser can be a telephone. */
async function able() {
  try {
    await devices.open();
  } catch {
    show("no-microphone");
    return false;
  }
  try {
    library ??= await import("/assets/vendor/jssip.js");
  } catch {
    show("missing");
    return false;
  }
  return true;
}

async function lineUp() {
  clearTimeout(renewal);
  const asked = session;
  due = false;
  if (!atDesk?.checked && !(await able())) return;
  if (asked !== session) return;
  due = true;
  try {
    const fresh = await post("voice/line", { session: asked });
    if (asked !== session) return;
    due = Boolean(fresh);
    if (!due) return;
    renewal = setTimeout(lineUp, RENEW);
    if (fresh.desk) {
      due = false;
      giveBack();
      showNow();
    } else {
      register(fresh);
    }
  } catch {
    // the desk says by itself that the server is away; what was said to this alone is asked again
    if (asked !== session) return;
    renewal = setTimeout(lineUp, ASK_AGAIN);
    if (agent?.isRegistered()) showNow();
    else show("away");
  }
}

/** There is a microphone: the first one, or another. */
function heard(track) {
  call?.connection?.getSenders().find((sender) => sender.track?.kind === "audio")?.replaceTrack(track);
  if (session && !due && !atDesk?.checked) lineUp();
}

function register(fresh) {
  const same = agent && line.address === fresh.address && line.user === fresh.user;
  const sameLine = same && line.password === fresh.password;
  line = fresh;
  if (sameLine) {
    showNow();
    return;
  }
  if (same) {
    agent.set("password", fresh.password);
    agent.register();
    return;
  }
  giveBack();
  line = fresh;
  agent = new library.UA({
    sockets: [new library.WebSocketInterface(fresh.address)],
    uri: `sip:${fresh.user}@${new URL(fresh.address).hostname}`,
    password: fresh.password,
    register_expires: REGISTERED_SECONDS,
    session_timers: false,
    connection_recovery_min_interval: 1,
    connection_recovery_max_interval: 4,
    user_agent: "Fairlead",
  });
  for (const what of ["connecting", "connected", "disconnected", "registered", "unregistered", "registrationFailed"]) {
    agent.on(what, showNow);
  }
  agent.on("connected", mend);
  agent.on("registered", () => (wait = RETRY[0]));
  // the line's password may be on its way to the engine still
  agent.on("registrationFailed", () => {
    clearTimeout(retry);
    retry = setTimeout(() => agent?.isConnected() && agent.register(), wait);
    wait = Math.min(2 * wait, RETRY[1]);
  });
  agent.on("newRTCSession", ({ originator, session: rung }) => {
    if (originator === "remote") answer(rung);
  });
  show("connecting");
  agent.start();
}

/** A telephone that does not find back by itself, as after a long gap, is given up for a new one. */
function tend() {
  missed = !due || call || agent?.isRegistered() ? 0 : missed + 1;
  if (missed < PATIENCE) return;
  missed = 0;
  giveBack();
  lineUp();
}

function giveBack() {
  clearTimeout(retry);
  agent?.removeAllListeners();
  agent?.stop();
  agent = null;
  line = null;
}

async function answer(rung) {
  if (call) {
    rung.terminate({ status_code: 486 });
    return;
  }
  call = rung;
  const over = () => {
    if (call !== rung) return;
    call = null;
    clearTimeout(giveUp);
    audio.srcObject = null;
    showNow();
  };
  rung.on("ended", over);
  rung.on("failed", over);
  rung.on("peerconnection", ({ peerconnection }) => hear(peerconnection));
  try {
    rung.answer({ mediaStream: await devices.open(), pcConfig: { iceServers: [] } });
    showNow();
  } catch {
    rung.terminate({ status_code: 480 });
    show("no-microphone");
  }
}

function hear(connection) {
  connection.addEventListener("track", ({ streams, track }) => {
    audio.srcObject = streams[0] ?? new MediaStream([track]);
    audio.play().catch(() => {}); // it plays with the agent's next click
  });
  connection.addEventListener("connectionstatechange", () => {
    clearTimeout(giveUp);
    if (!["disconnected", "failed"].includes(connection.connectionState)) return;
    mend();
    giveUp = setTimeout(() => call?.terminate(), BROKEN);
  });
  document.phoneConnection = connection; // for whoever measures the page from outside
  quality.watch(connection, (seen) => {
    if (!call || !talking) return;
    show("call", seen.roundTrip === null ? "" : say("desk.phone.millis", seen.roundTrip));
  });
}

/** The network was away and is back: the call finds a new way. */
function mend() {
  const state = call?.connection?.iceConnectionState;
  if (agent?.isConnected() && call?.isEstablished() && ["disconnected", "failed"].includes(state)) {
    call.renegotiate({ rtcOfferConstraints: { iceRestart: true } });
  }
}

document.addEventListener("desk-open", (event) => {
  session = event.detail;
  lineUp();
});
document.addEventListener("desk-state", ({ detail: { contact, consultation } }) => {
  devices.silence(Boolean(contact?.muted));
  const now = contact?.phase === "CONNECTED" || Boolean(consultation);
  if (now !== talking) {
    talking = now;
    if (session) showNow();
  }
  quality.talksWith(contact?.phase === "CONNECTED" ? contact.contactId : null);
});
document.addEventListener("desk-elsewhere", () => {
  clearTimeout(renewal);
  session = null;
  due = false;
  giveBack();
  show("elsewhere");
});
/** Chosen here, and held from the next call on. */
async function choose() {
  byItself.disabled = !atDesk.checked;
  try {
    await post("voice/telephone", { desk: atDesk.checked, autoAnswer: byItself.checked });
  } catch {
    atDesk.checked = where.dataset.desk === "true";
    return;
  }
  where.dataset.desk = String(atDesk.checked);
  if (session) lineUp();
}
if (where) {
  atDesk.checked = where.dataset.desk === "true";
  byItself.checked = where.dataset.auto === "true";
  byItself.disabled = !atDesk.checked;
  atDesk.addEventListener("change", choose);
  byItself.addEventListener("change", choose);
}
addEventListener("pagehide", () => agent?.stop());
devices.begin(heard, () => show("no-microphone"));
setInterval(tend, LOOK);
show("away");
