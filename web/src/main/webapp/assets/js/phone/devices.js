/** The microphone, kept open over the shift, and the loudspeaker; which of them is remembered on this computer. */
import { say } from "../desk/words.js";

const el = (id) => document.getElementById(id);
const microphones = el("phone-microphone");
const speakers = el("phone-speaker");
const audio = el("phone-audio");
const level = el("phone-level");
const menu = el("phone-menu");
const KEPT = { microphone: "fairlead.phone.microphone", speaker: "fairlead.phone.speaker" };

let stream = null;
let silenced = false;
let meter = null;

const wanted = (deviceId) => ({
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...(deviceId ? { deviceId: { exact: deviceId } } : {}) },
});

/** The one that was chosen; where it is unplugged, whichever there is: browsers take a mere wish for none. */
async function listen(deviceId) {
  try {
    return await navigator.mediaDevices.getUserMedia(wanted(deviceId));
  } catch (refused) {
    if (!deviceId || !["OverconstrainedError", "NotFoundError"].includes(refused.name)) throw refused;
    return navigator.mediaDevices.getUserMedia(wanted(null));
  }
}

/** The microphone's sound; throws what the browser says when there is none or it is not allowed. */
export async function open() {
  if (stream?.getAudioTracks().some((track) => track.readyState === "live")) return stream;
  stream = await listen(localStorage.getItem(KEPT.microphone));
  silence(silenced);
  await list();
  return stream;
}

/** Nothing of what is said here leaves this computer. */
export function silence(on) {
  silenced = on;
  for (const track of stream?.getAudioTracks() ?? []) track.enabled = !on;
}

function fill(select, devices, chosen, name) {
  select.replaceChildren(
    ...devices.map((device, i) => {
      const option = document.createElement("option");
      option.value = device.deviceId;
      option.textContent = device.label || say(name, i + 1);
      option.selected = device.deviceId === chosen;
      return option;
    }),
  );
}

async function list() {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const now = stream?.getAudioTracks()[0]?.getSettings().deviceId;
  fill(microphones, devices.filter((one) => one.kind === "audioinput"), now, "desk.phone.microphone.number");
  const outputs = devices.filter((one) => one.kind === "audiooutput");
  fill(speakers, outputs, localStorage.getItem(KEPT.speaker), "desk.phone.speaker.number");
  el("phone-speaker-field").hidden = outputs.length === 0 || !audio.setSinkId;
  const speaker = localStorage.getItem(KEPT.speaker);
  if (speaker && outputs.some((one) => one.deviceId === speaker)) await audio.setSinkId?.(speaker);
}

/** @param replaced hears of the new track when another microphone is chosen or plugged in */
export function begin(replaced, failed) {
  async function change(deviceId) {
    try {
      const old = stream;
      stream = await listen(deviceId);
      for (const track of old?.getTracks() ?? []) track.stop();
      silence(silenced);
      replaced(stream.getAudioTracks()[0]);
      if (meter) measure();
      await list();
    } catch (refused) {
      failed(refused);
    }
  }
  const silent = () => !stream?.getAudioTracks().some((track) => track.readyState === "live");
  const again = () => change(localStorage.getItem(KEPT.microphone));
  microphones.addEventListener("change", () => {
    localStorage.setItem(KEPT.microphone, microphones.value);
    change(microphones.value);
  });
  speakers.addEventListener("change", () => {
    localStorage.setItem(KEPT.speaker, speakers.value);
    audio.setSinkId(speakers.value).catch(failed);
  });
  navigator.mediaDevices.addEventListener("devicechange", () => {
    if (silent()) again();
    else list();
  });
  // the browser did not let the page listen, and now does
  navigator.permissions?.query({ name: "microphone" }).then(
    (allowed) => allowed.addEventListener("change", () => allowed.state === "granted" && silent() && again()),
    () => {}, // a browser that cannot say so
  );
  menu.addEventListener("toggle", (event) => {
    if (event.newState === "open") measure();
    else rest();
  });
}

/** The level is measured while somebody looks. */
function measure() {
  rest();
  if (!stream) return;
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  const samples = new Float32Array(analyser.fftSize);
  context.createMediaStreamSource(stream).connect(analyser);
  const draw = () => {
    analyser.getFloatTimeDomainData(samples);
    const loudest = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
    level.value = loudest;
    meter.frame = requestAnimationFrame(draw);
  };
  meter = { context, frame: requestAnimationFrame(() => draw()) };
}

function rest() {
  if (!meter) return;
  cancelAnimationFrame(meter.frame);
  meter.context.close();
  meter = null;
  level.value = 0;
}
