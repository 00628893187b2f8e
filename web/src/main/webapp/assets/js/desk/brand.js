/** The client's brand over the page: colours as the server computed them, the mark, the favicon. */
const root = document.documentElement;
const bar = document.getElementById("bar");
const mark = document.getElementById("mark");
const favicon = document.getElementById("favicon");
const ownFavicon = favicon.href;
let worn = [];

function picture(colour, ink, letters) {
  const text = letters.replace(/[<&]/g, "");
  return `data:image/svg+xml,${encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="${colour}"/>` +
      `<text x="16" y="22.5" font-family="Inter,sans-serif" font-weight="700" font-size="18" text-anchor="middle" fill="${ink}">${text}</text></svg>`,
  )}`;
}

export function wear(properties, contact) {
  for (const name of worn) root.style.removeProperty(name);
  worn = contact ? Object.keys(properties) : [];
  for (const name of worn) root.style.setProperty(name, properties[name]);
  bar.classList.toggle("branded", Boolean(contact));
  mark.hidden = !contact;
  mark.textContent = contact?.brandMark ?? "";
  favicon.href = contact
    ? picture(properties["--brand-light"], properties["--brand-ink-light"], contact.brandMark)
    : ownFavicon;
}
