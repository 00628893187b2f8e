/** The page's words, which the server wrote into it in the person's language. No words stand in the scripts. */
const words = JSON.parse(document.getElementById("words").textContent);
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

export function timeOf(instant, zone) {
  return new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit", timeZone: zone }).format(instant);
}
