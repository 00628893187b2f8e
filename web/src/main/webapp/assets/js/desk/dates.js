/**
 * Days and hours as they are written where the page's language is spoken. What is kept is ISO; what is shown is the
 * reader's own form, and several ways of typing it are understood.
 */
import { now } from "./clock.js";
import { locale } from "./words.js";

const DAY = 86_400_000;
const QUARTER = 900_000;
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
/** Two digits reach this far ahead; what lies beyond was in the last century: birthdays are asked for more often. */
const AHEAD = 10;

const format = new Intl.DateTimeFormat(locale, { day: "2-digit", month: "2-digit", year: "numeric", timeZone: "UTC" });
const order = format.formatToParts(0).map((part) => part.type).filter((type) => type !== "literal");
const two = (n) => String(n).padStart(2, "0");

function century(year, digits) {
  if (digits > 2) return year;
  const present = new Date(now()).getUTCFullYear();
  const near = present - (present % 100) + year;
  return near > present + AHEAD ? near - 100 : near;
}

function iso(year, month, day) {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= FIRST_YEAR && year <= LAST_YEAR ? date.toISOString().slice(0, 10) : null;
}

/** Without separators: as many digits for each part as the reader's form has, the year with two or four. */
function cut(digits) {
  let at = 0;
  return order.map((type) => digits.slice(at, (at += type === "year" ? digits.length - 4 : 2)));
}

/** @returns {string|null} {@code 2026-11-23}; null for what is no day */
export function dayOf(text) {
  const typed = text.trim();
  if (/^\d{4}-\d{2}-\d{2}$/.test(typed)) return iso(...typed.split("-").map(Number));
  const parts = /^(\d{6}|\d{8})$/.test(typed) ? cut(typed) : typed.split(/[^\d]+/).filter(Boolean);
  if (parts.length !== 3 || !/^[\d\s./-]+$/.test(typed)) return null;
  const part = (type) => parts[order.indexOf(type)];
  return iso(century(Number(part("year")), part("year").length), Number(part("month")), Number(part("day")));
}

/** A day's hour: {@code 2026-11-23T14:30}; an hour alone is today's. */
export function momentOf(text, today) {
  const match = /^(?:(.*\d)[\s,T]+)?(\d{1,2})[:.]?(\d{2})?$/.exec(text.trim());
  if (!match) return null;
  const day = match[1] === undefined ? today : dayOf(match[1]);
  const [hour, minute] = [Number(match[2]), Number(match[3] ?? 0)];
  return day && hour < 24 && minute < 60 ? `${day}T${two(hour)}:${two(minute)}` : null;
}

/** In the reader's form. */
export const showDay = (day) => format.format(Date.parse(`${day}T00:00Z`));
export const showMoment = (moment) => `${showDay(moment.slice(0, 10))} ${moment.slice(11)}`;

/** The arrows move a day up and down. */
export function stepDay(text, by, today) {
  const day = dayOf(text);
  return showDay(day ? new Date(Date.parse(day) + by * DAY).toISOString().slice(0, 10) : today);
}

/** The arrows move a quarter of an hour; from nothing to the next full quarter after an hour. */
export function stepMoment(text, by, present) {
  const moment = momentOf(text, present.slice(0, 10));
  const from = moment ? Date.parse(`${moment}Z`) : Math.ceil((Date.parse(`${present}Z`) + 4 * QUARTER) / QUARTER) * QUARTER;
  return showMoment(new Date(moment ? from + by * QUARTER : from).toISOString().slice(0, 16));
}

/** What a clock in that zone shows now: {@code 2026-11-23T14:30}. */
export function presentIn(zone) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  }).formatToParts(now());
  const get = (type) => parts.find((part) => part.type === type).value;
  return `${get("year")}-${get("month")}-${get("day")}T${get("hour")}:${get("minute")}`;
}
