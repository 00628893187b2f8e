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

/** Below the button that opens it, inside the window; tokens.css has no say in where a button stands. */
function hang(menu) {
  const anchor = document.getElementById(menu.dataset.below)?.getBoundingClientRect();
  if (!anchor) return;
  menu.style.top = `${anchor.bottom + 6}px`;
  menu.style.left = `${Math.max(8, Math.min(anchor.left, innerWidth - menu.offsetWidth - 8))}px`;
}

for (const menu of document.querySelectorAll(".menu[popover]")) {
  menu.addEventListener("keydown", walk);
  menu.addEventListener("toggle", (event) => {
    if (event.newState !== "open") return;
    hang(menu);
    menu.querySelector(".choice")?.focus();
  });
}
for (const choice of document.querySelectorAll("[data-theme-choice]")) {
  choice.addEventListener("click", () => choose(choice.dataset.themeChoice));
}
for (const choice of document.querySelectorAll("[data-language]")) {
  choice.addEventListener("click", () => speak(choice.dataset.language));
}
/** What is renewed takes the pressed button with it; who works by keys goes on where they were, not at the top of the page. */
let pressed = "";
document.addEventListener(
  "click",
  (event) => {
    pressed = event.target.closest("button[id]")?.id ?? "";
  },
  true,
);
globalThis.jQuery?.(document).on("pfAjaxComplete", () =>
  requestAnimationFrame(() => {
    if (pressed && document.activeElement === document.body) document.getElementById(pressed)?.focus();
  }),
);
restoreTyped();
