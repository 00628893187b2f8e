/**
 * Timers that count in the browser from the server's instants: nothing is asked while they run. An element's job is a
 * function of the server's time in milliseconds, called each second.
 */
let ahead = 0;
const jobs = new Map();

export function setServerNow(instant) {
  ahead = Date.parse(instant) - Date.now();
}

export function now() {
  return Date.now() + ahead;
}

export function each(name, job) {
  if (job) {
    jobs.set(name, job);
    job(now());
  } else {
    jobs.delete(name);
  }
}

/** 0:06, 1:52, 1:02:03 */
export function duration(millis) {
  const s = Math.max(0, Math.floor(millis / 1000));
  const two = (n) => String(n).padStart(2, "0");
  return s < 3600
    ? `${Math.floor(s / 60)}:${two(s % 60)}`
    : `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
}

setInterval(() => {
  const at = now();
  for (const job of jobs.values()) job(at);
}, 1000);
