/** Shows how far a client's file has come while the server takes it in: the page is there until the answer is. */
const form = document.getElementById("place");
const meter = document.getElementById("place-meter");
const line = document.getElementById("place-notice");
const PAUSE = 700;

async function ask(token) {
  const response = await fetch(`/api/collections/progress?token=${encodeURIComponent(token)}`, { headers: { Accept: "application/json" } });
  if (!response.ok) return;
  const { percent } = await response.json();
  // an answer that comes late, or when all is stored and the page is on its way, takes nothing back
  if (percent < Number(meter.getAttribute("aria-valuenow"))) return;
  meter.setAttribute("aria-valuenow", String(percent));
  meter.firstElementChild.style.width = `${percent}%`;
  line.textContent = percent > 0 ? form.dataset.storing.replace("0", String(percent)) : form.dataset.reading;
}

form?.addEventListener("submit", () => {
  const token = form.querySelector("[id$=token]").value;
  const file = form.querySelector("input[type=file]").files[0];
  if (!file) return;
  meter.hidden = false;
  line.textContent = form.dataset.reading;
  setInterval(() => ask(token).catch(() => {}), PAUSE);
});
