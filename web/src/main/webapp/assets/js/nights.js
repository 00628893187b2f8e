/** Follows nights that are under way, until each is told as over; then its page is read once more. */
const PAUSE = 1000;

function draw(night, percent) {
  const bar = night.querySelector("[role=progressbar]");
  bar.setAttribute("aria-valuenow", String(percent));
  bar.firstElementChild.style.width = `${percent}%`;
}

async function readAgain() {
  const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), "text/html");
  for (const night of document.querySelectorAll("[data-night]")) {
    const read = page.querySelector(`[data-night="${night.dataset.night}"]`);
    if (!read) continue;
    draw(night, Number(read.querySelector("[role=progressbar]").getAttribute("aria-valuenow")));
    const line = night.querySelector("[role=status]");
    const said = read.querySelector("[role=status]").textContent;
    if (line.textContent !== said) line.textContent = said;
    night.dataset.state = read.dataset.state;
    night.closest("section").querySelector(".runs")?.replaceWith(read.closest("section").querySelector(".runs"));
  }
}

async function look(night) {
  const response = await fetch(`/api/collections/nights/${night.dataset.night}`, { headers: { Accept: "application/json" } });
  if (!response.ok) return;
  const { state, percent, step } = await response.json();
  draw(night, percent);
  if (state !== night.dataset.state || step !== night.dataset.step) {
    night.dataset.step = step;
    await readAgain();
  }
}

async function follow() {
  const running = [...document.querySelectorAll("[data-night][data-state=RUNNING]")];
  await Promise.allSettled(running.map(look));
  if (running.length > 0) setTimeout(follow, PAUSE);
}

follow();
