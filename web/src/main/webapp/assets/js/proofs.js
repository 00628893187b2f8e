/** The file that proves a consent leaves as the body of one request; its line then shows its name and hash. */
function told(input, text) {
  let line = input.closest("td").querySelector(".hint");
  if (!line) {
    line = document.createElement("p");
    line.className = "hint bad";
    line.setAttribute("role", "status");
    input.closest("td").append(line);
  }
  line.textContent = text;
}

async function keep(input) {
  const file = input.files[0];
  if (!file) return;
  try {
    const answer = await fetch(`${input.dataset.proof}?name=${encodeURIComponent(file.name)}`, {
      method: "POST",
      headers: { "X-Fairlead": "1", "Content-Type": "application/octet-stream" },
      body: file,
    });
    if (answer.status === 201) {
      document.getElementById("person:look").click(); // the table is drawn anew, with the file in it
      return;
    }
    told(input, answer.status === 409 ? (await answer.json()).message : input.dataset.failed);
  } catch {
    told(input, input.dataset.failed);
  }
  input.value = "";
}

document.addEventListener("change", (event) => event.target.matches("[data-proof]") && keep(event.target));
