/** What can be done with the contact at hand; each tells what went wrong and hands the answered state on. */
import { post } from "./api.js";
import { duration, each, now } from "./clock.js";
import { askReason, tell } from "./dialogs.js";
import { chosenTarget, offerTargets } from "./targets.js";
import { say } from "./words.js";

const el = (id) => document.getElementById(id);
const REVEALED = 30_000;
const PAD = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

export function makeActs(current, show) {
  let busy = false;

  /** One action at a time; a second key while the first is on its way does nothing. */
  async function act(path, body) {
    if (busy) return null;
    busy = true;
    try {
      const state = await post(path, body);
      if (state?.version !== undefined) show(state);
      return state;
    } catch (refused) {
      tell(refused.message || say("desk.failed"));
      return null;
    } finally {
      busy = false;
    }
  }

  const contact = () => current()?.contact;
  const onContact = (what, body) => act(`contacts/${contact().contactId}/${what}`, body);
  const talking = () => contact()?.phase === "CONNECTED";

  async function reveal() {
    const id = contact().contactId;
    const reason = await askReason("desk.reveal.title", "desk.reveal.hint", "desk.reveal");
    if (!reason || contact()?.contactId !== id) return;
    try {
      const { number } = await post(`contacts/${id}/reveal`, { reason });
      const shown = document.querySelector('[data-masked="true"]');
      if (!shown) return;
      const masked = shown.textContent;
      const until = now() + REVEALED;
      shown.textContent = number;
      each("revealed", (at) => {
        shown.title = say("desk.reveal.left", duration(until - at + 999));
        shown.classList.toggle("revealed", at < until);
        if (at < until) return;
        shown.textContent = masked;
        shown.title = "";
        each("revealed", null);
      });
    } catch (refused) {
      tell(refused.message || say("desk.failed"));
    }
  }

  async function skip() {
    const id = contact().contactId;
    const reason = await askReason("desk.preview.skip", "desk.preview.skip.hint", "desk.preview.skip");
    if (reason && contact()?.contactId === id) onContact("skip", { reason });
  }

  function transfer() {
    const dialog = el("transfer-dialog");
    const id = contact().contactId;
    offerTargets(id);
    dialog.returnValue = "cancel";
    dialog.showModal();
    el("transfer-target").focus();
    dialog.addEventListener("close", async () => {
      const kind = dialog.returnValue;
      if (kind === "cancel" || !kind || contact()?.contactId !== id) return;
      onContact("transfer", { kind, target: chosenTarget() });
    }, { once: true });
  }

  const keypad = () => {
    el("keypad-sent").textContent = "";
    el("keypad-dialog").showModal();
  };

  async function sendKey(key) {
    el("keypad-sent").textContent += key;
    try {
      await post(`contacts/${contact().contactId}/keys`, { keys: key });
    } catch (refused) {
      tell(refused.message || say("desk.failed"));
    }
  }

  el("pad").replaceChildren(
    ...PAD.map((key) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn";
      button.textContent = key;
      button.addEventListener("click", () => sendKey(key));
      return button;
    }),
  );
  el("keypad-dialog").addEventListener("keydown", (event) => {
    if (PAD.includes(event.key)) sendKey(event.key);
  });
  el("transfer-target").addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    el("transfer-form").requestSubmit(el("transfer-form").querySelector('[value="BLIND"]'));
  });
  for (const button of document.querySelectorAll("[data-consult]")) {
    button.addEventListener("click", () => {
      onContact("transfer", { kind: button.dataset.consult, target: "" });
    });
  }

  return {
    act,
    contact,
    talking,
    accept: () => onContact("accept"),
    refuse: () => onContact("refuse"),
    dial: () => onContact("dial"),
    skip,
    reveal,
    close: (body) => onContact("close", body),
    "hang-up": () => onContact("hang-up"),
    mute: () => talking() && onContact("mute", { on: !contact().muted }),
    hold: () => talking() && onContact("hold", { on: !contact().held }),
    record: () => talking() && contact().recording !== "OFF" && onContact("record", { on: contact().recording === "PAUSED" }),
    transfer: () => talking() && transfer(),
    keypad: () => talking() && keypad(),
    present: (presence, reason = null) => act("presence", { presence, reason }),
  };
}
