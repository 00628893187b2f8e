/** A script's fields, checked while they are typed in. The server checks again what it is told. */
import { dayOf, presentIn, showDay, stepDay } from "./dates.js";
import { ownZone, say } from "./words.js";

const NUMBER = /^-?\d+([.,]\d+)?$/;

function input(field) {
  return field.querySelector("input, select");
}

export function valueOf(field) {
  const control = input(field);
  if (field.dataset.type === "CHECK") return control.checked ? "true" : "";
  const value = control.value.trim();
  if (field.dataset.type === "DATE") return dayOf(value) ?? value;
  return field.dataset.type === "NUMBER" ? value.replace(/\s/g, "").replace(",", ".") : value;
}

export function setValue(field, value) {
  const control = input(field);
  if (field.dataset.type === "CHECK") control.checked = value === "true";
  else if (field.dataset.type === "DATE") control.value = dayOf(value) ? showDay(dayOf(value)) : value;
  else control.value = value;
}

/** What was typed in another way than the reader's usual one is written in that, so that it can be checked. */
export function tidy(field) {
  if (field.dataset.type === "DATE") setValue(field, valueOf(field));
}

/** The arrows in a date go a day up and down. */
export function step(field, by) {
  if (field.dataset.type !== "DATE") return false;
  input(field).value = stepDay(input(field).value, by, presentIn(ownZone).slice(0, 10));
  return true;
}

/** What is wrong with it, in words; empty when nothing is. */
function fault(field, whole, typing) {
  const { type, required, pattern, min, max } = field.dataset;
  const value = valueOf(field);
  if (!value) return whole && required === "true" ? say("desk.field.required") : "";
  // half a date is no mistake yet
  if (type === "DATE" && !typing && !dayOf(value)) return say("desk.field.date", input(field).placeholder);
  if (type === "NUMBER") {
    if (!NUMBER.test(value)) return say("desk.field.number");
    if (min && Number(value) < Number(min)) return say("desk.field.min", min);
    if (max && Number(value) > Number(max)) return say("desk.field.max", max);
  }
  if (type === "TEXT") {
    if (pattern && !new RegExp(`^(?:${pattern})$`, "u").test(value)) return say("desk.field.pattern");
    if (min && value.length < Number(min)) return say("desk.field.shortest", min);
    if (max && value.length > Number(max)) return say("desk.field.longest", max);
  }
  return "";
}

export function show(field, text) {
  input(field).setAttribute("aria-invalid", String(Boolean(text)));
  field.querySelector(".hint").textContent = text;
}

/**
 * @param whole also what is missing, for going on; while typing only what is wrong
 * @param typing while a key was pressed just now
 * @returns true when nothing is wrong
 */
export function check(field, whole, typing = false) {
  const text = fault(field, whole, typing);
  show(field, text);
  return !text;
}

export function focus(field) {
  input(field).focus();
}
