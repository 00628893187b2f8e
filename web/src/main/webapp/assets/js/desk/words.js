/** The page's words, which the server wrote into it in the person's language. No words stand in the scripts. */
const words = JSON.parse(document.getElementById("words").textContent);
export const ownLanguage = document.documentElement.lang;
const language = document.documentElement.lang;
/** With a country: English writes its dates and times the British way. */
export const locale = document.documentElement.dataset.locale || language;
const languageNames = new Intl.DisplayNames([locale], { type: "language" });

export function say(key, ...values) {
  const pattern = words[key] ?? "–";
  return pattern.replace(/\{(\d)\}/g, (_, i) => values[i] ?? "–");
}

export function languageName(tag) {
  if (!tag) return "";
  const name = languageNames.of(tag);
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** Where the agent works: the site's zone, whatever the browser's clock is set to. */
export const ownZone = document.documentElement.dataset.zone || "UTC";

export function timeOf(instant, zone = ownZone) {
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(instant);
}

/** With the day: for what lies further ahead than tonight. */
export function dayTimeOf(instant, zone = ownZone) {
  return new Intl.DateTimeFormat(locale, { weekday: "short", day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", timeZone: zone }).format(instant);
}

export function placeOf(zone) {
  return zone.split("/").at(-1).replace(/_/g, " ");
}
