/** The articles beside the script: what does not hold every word that was typed is out of sight. */
import { ownLanguage } from "./words.js";

const panel = document.getElementById("knowledge");
const plain = (text) => text.toLocaleLowerCase(ownLanguage).normalize("NFD").replace(/\p{M}/gu, "");

panel.addEventListener("input", (event) => {
  const wanted = plain(event.target.value).split(/\s+/).filter(Boolean);
  let found = 0;
  for (const article of panel.querySelectorAll("article")) {
    const text = plain(article.textContent);
    article.hidden = !wanted.every((word) => text.includes(word));
    if (!article.hidden) found += 1;
  }
  document.getElementById("knowledge-nothing").hidden = found > 0;
});

export function lookUp() {
  document.getElementById("knowledge-search")?.focus();
}
