/** The desk's actions. Each answers with the desk's state, which the caller hands on; a refusal is an Error with words. */
export class RefusedError extends Error {
  constructor(fault, status) {
    super(fault.message);
    this.key = fault.error;
    this.status = status;
  }
}

export async function post(path, body = {}) {
  const answer = await fetch(`/api/desk/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-Fairlead": "1" },
    body: JSON.stringify(body),
    redirect: "manual",
  });
  if (answer.type === "opaqueredirect") {
    location.reload(); // the log-in has ended: the page leads to it
    return new Promise(() => {});
  }
  const text = await answer.text();
  if (!answer.ok) throw new RefusedError(faultOf(text), answer.status);
  return text ? JSON.parse(text) : null;
}

export async function get(path) {
  const answer = await fetch(`/api/desk/${path}`, { redirect: "manual" });
  if (answer.type === "opaqueredirect") {
    location.reload();
    return new Promise(() => {});
  }
  const text = await answer.text();
  if (!answer.ok) throw new RefusedError(faultOf(text), answer.status);
  return JSON.parse(text);
}

/** A page of ours, to take parts from. */
export async function page(path) {
  const answer = await fetch(path, { redirect: "manual" });
  if (answer.type === "opaqueredirect") {
    location.reload();
    return new Promise(() => {});
  }
  if (!answer.ok) throw new RefusedError({ error: "page", message: "" }, answer.status);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** A push connection that is refused again and again may only want a log-in: then the page leads to it. */
export async function stillLoggedIn() {
  const answer = await fetch("/api/desk", { redirect: "manual" });
  if (answer.type === "opaqueredirect") location.reload();
}

function faultOf(text) {
  try {
    return JSON.parse(text);
  } catch {
    return { error: "unexpected", message: "" };
  }
}
