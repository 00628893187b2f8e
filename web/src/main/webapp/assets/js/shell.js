/**
 * The shell of every page: theme and language as the person chooses, and nothing typed is lost on the way.
 */
import { keepTyped, restoreTyped } from "./typed.js";

const YEAR = 365 * 24 * 60 * 60;

function remember(name, value) {
  document.cookie = `${name}=${value}; path=/; max-age=${YEAR}; SameSite=Lax`;
}

function choose(theme) {
  remember("fl-theme", theme);
  document.documentElement.dataset.theme = theme;
  for (const choice of document.querySelectorAll("[data-theme-choice]")) {
    choice.setAttribute("aria-pressed", String(choice.dataset.themeChoice === theme));
  }
}

function speak(language) {
  remember("fl-lang", language);
  keepTyped();
  location.reload();
}

/** Arrow keys walk through a menu, as they do in every other menu. */
function walk(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  const choices = [...event.currentTarget.querySelectorAll(".choice:not([hidden])")];
  const next = choices.indexOf(document.activeElement) + step;
  choices.at(next % choices.length)?.focus();
  event.preventDefault();
}

for (const menu of document.querySelectorAll(".menu[popover]")) {
  menu.addEventListener("keydown", walk);
  menu.addEventListener("toggle", (event) => {
    if (event.newState === "open") menu.querySelector(".choice")?.focus();
  });
}
for (const choice of document.querySelectorAll("[data-theme-choice]")) {
  choice.addEventListener("click", () => choose(choice.dataset.themeChoice));
}
for (const choice of document.querySelectorAll("[data-language]")) {
  choice.addEventListener("click", () => speak(choice.dataset.language));
}
restoreTyped();
