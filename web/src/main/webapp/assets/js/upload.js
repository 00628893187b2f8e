/**
 * Sends a lead list as the body of one request, so that its progress can be seen and a file of any size is streamed.
 * When the server has it, the list's own page shows how the reading goes on.
 */
const form = document.getElementById("upload");

function notice(text, bad) {
  const line = document.getElementById("upload-notice");
  line.textContent = text;
  line.className = bad ? "hint bad" : "small mute";
}

function progress(share) {
  const meter = document.getElementById("upload-meter");
  meter.hidden = share === null;
  if (share === null) return;
  const percent = Math.round(share * 100);
  meter.setAttribute("aria-valuenow", String(percent));
  meter.firstElementChild.style.width = `${percent}%`;
}

function failed(text) {
  progress(null);
  notice(text, true);
  form.querySelector("[type=submit]").disabled = false;
}

function answer(request) {
  if (request.status === 201) {
    location.assign(`/lead-list.xhtml?id=${JSON.parse(request.responseText).list}`);
  } else if (request.status === 409) {
    failed(JSON.parse(request.responseText).message);
  } else if (request.status === 413) {
    failed(form.dataset.large);
  } else {
    failed(form.dataset.broken);
  }
}

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const file = document.getElementById("upload-file").files[0];
  if (!file) {
    notice(form.dataset.empty, true);
    return;
  }
  if (file.size === 0) {
    notice(form.dataset.none, true);
    return;
  }
  // said before a byte is sent: a server that is sent too much only hangs up
  if (file.size > Number(form.dataset.most)) {
    notice(form.dataset.large, true);
    return;
  }
  const query = new URLSearchParams({
    name: file.name,
    delimiter: document.getElementById("upload-delimiter").value,
    order: document.getElementById("upload-order").value,
    allOrNone: form.elements.allOrNone.value,
    known: document.getElementById("upload-known").value,
    by: document.getElementById("upload-by").value,
  });
  const request = new XMLHttpRequest();
  request.open("POST", `/api/campaigns/${form.dataset.campaign}/lists?${query}`);
  request.setRequestHeader("X-Fairlead", "1");
  request.setRequestHeader("Content-Type", "application/octet-stream");
  request.upload.addEventListener("progress", (e) => progress(e.lengthComputable ? e.loaded / e.total : 0));
  request.addEventListener("load", () => answer(request));
  request.addEventListener("error", () => failed(form.dataset.broken));
  form.querySelector("[type=submit]").disabled = true;
  notice(form.dataset.sending, false);
  progress(0);
  request.send(file);
});
