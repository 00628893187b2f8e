/** Fields for files in the page's words: the browser's own are in the browser's language, whatever the page's is. */
const words = document.getElementById("content").dataset;

const nameOf = (input) => input.nextElementSibling.lastElementChild;

function show(input) {
  nameOf(input).textContent = [...input.files].map((file) => file.name).join(", ") || words.fileNone;
}

/** The field itself stays for the keyboard and for screen readers; what is seen stands beside it. */
function dress(input) {
  const seen = document.createElement("span");
  seen.className = "file-pick";
  seen.setAttribute("aria-hidden", "true");
  const button = document.createElement("span");
  button.className = "btn tight";
  button.textContent = words.fileChoose;
  const name = document.createElement("span");
  name.className = "small mute";
  seen.append(button, name);
  seen.addEventListener("click", () => input.click());
  input.classList.add("aside");
  input.after(seen);
  show(input);
}

function dressAll() {
  for (const input of document.querySelectorAll("input[type=file]:not(.aside)")) dress(input);
}

document.addEventListener("change", (event) => {
  if (event.target.nextElementSibling?.matches(".file-pick")) show(event.target);
});
// parts of a page are drawn anew
new MutationObserver(dressAll).observe(document.getElementById("content"), { childList: true, subtree: true });
dressAll();
