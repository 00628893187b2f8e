/** Words and formats of the page's language. The words come with the page; a key without words shows a dash. */
const language = document.documentElement.lang || "en";
const words = JSON.parse(document.getElementById("floor-words").textContent);

const integers = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });
const percents = new Intl.NumberFormat(language, {
  style: "percent",
  minimumFractionDigits: 1,
  maximumFractionDigits: 1,
});
const wholePercents = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 2 });

const plurals = new Intl.PluralRules(language);

/** A count brings the form of its noun along: {0, plural, one {# call} other {# calls}}. */
function counted(value, forms) {
  const known = Object.fromEntries([...forms.matchAll(/(\w+) \{([^{}]*)\}/g)].map(([, form, noun]) => [form, noun]));
  return (known[plurals.select(value)] ?? known.other ?? "#").replace("#", integers.format(value));
}

export function say(key, ...values) {
  const pattern = words[key] ?? "–";
  return pattern
    .replace(/\{(\d), plural,((?: \w+ \{[^{}]*\})+)\}/g, (whole, n, forms) => counted(Number(values[n] ?? 0), forms))
    .replace(/\{(\d)\}/g, (whole, n) => values[n] ?? "–");
}

export const number = (value) => integers.format(value);
export const percent = (value) => (value === null || value === undefined ? "–" : percents.format(value / 100));
export const target = (value) => wholePercents.format(value / 100);

/** 0:06, 22:10, 1:02:03 */
export function duration(millis) {
  const seconds = Math.max(0, Math.floor(millis / 1000));
  const two = (n) => String(n).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes}:${two(seconds % 60)}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}

export function clock(zone, at) {
  return new Intl.DateTimeFormat(language, { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(at);
}

const dayTimes = new Intl.DateTimeFormat(language, { weekday: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** Mon 23, 09:00 */
export const dayTime = (at) => dayTimes.format(at);

export const collator = new Intl.Collator(language);
