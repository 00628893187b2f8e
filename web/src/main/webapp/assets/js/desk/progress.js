/**
 * What was read and written down, on its way to the server: gathered, so that a contact needs few requests. Twice in
 * the middle of a long talk, and always before the contact is closed.
 */
import { post } from "./api.js";

const GATHER = 20_000;
const MIDWAY = 2;

let contactId = null;
let read = new Set();
let answers = new Map();
let sent = 0;
let timer = null;

export function begin(id) {
  clearTimeout(timer);
  timer = null;
  contactId = id;
  read = new Set();
  answers = new Map();
  sent = 0;
}

function gather() {
  if (timer || sent >= MIDWAY) return;
  timer = setTimeout(() => {
    sent += 1;
    // what could not be sent stays gathered and goes with the next
    send().catch(() => {});
  }, GATHER);
}

export function noteRead(block) {
  read.add(block);
  gather();
}

export function noteAnswer(block, field, value) {
  answers.set(`${block}/${field}`, { block, field, value });
  gather();
}

/** Sends what is gathered; answers with what is wrong, by {@code block/field}. */
export async function send() {
  clearTimeout(timer);
  timer = null;
  if (!contactId || (read.size === 0 && answers.size === 0)) return {};
  const going = { read: [...read], answers: [...answers.values()] };
  const noted = await post(`contacts/${contactId}/script`, going);
  for (const block of going.read) read.delete(block);
  for (const answer of going.answers) {
    const key = `${answer.block}/${answer.field}`;
    if (answers.get(key) === answer) answers.delete(key);
  }
  return noted?.faults ?? {};
}
