/** Follows the reading of a list over push. When it is at its end, the page comes again with what was found. */
import { listen } from "./live.js";

const reading = document.getElementById("reading");
const words = JSON.parse(document.getElementById("list-words").textContent);
const numbers = new Intl.NumberFormat(document.documentElement.lang || "en");

function draw(progress) {
  document.getElementById("reading-bar").style.width = `${progress.percent}%`;
  document.getElementById("reading-bar").parentElement.setAttribute("aria-valuenow", String(progress.percent));
  document.getElementById("reading-read").textContent = numbers.format(progress.rowsRead);
  document.getElementById("reading-loaded").textContent = numbers.format(progress.rowsLoaded);
  document.getElementById("reading-bad").textContent = numbers.format(progress.rowsBad);
  document.getElementById("reading-state").textContent = words[`state.list.${progress.state}`] ?? "–";
}

if (reading.dataset.state === "READING") {
  listen("uploads", {
    // the reading may have ended between the page and the connection: then there is nothing more to hear
    open: async () => {
      const page = await fetch(location.href);
      const now = new DOMParser().parseFromString(await page.text(), "text/html").getElementById("reading");
      if (now && now.dataset.state !== "READING") location.reload();
    },
    upload: (progress) => {
      if (progress.listId !== reading.dataset.list) return;
      draw(progress);
      if (progress.state !== "READING") location.reload();
    },
  });
}
