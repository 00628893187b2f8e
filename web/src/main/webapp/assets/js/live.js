/** Listens to push for a page that only watches: one handler a topic, "open" each time the connection stands. */
import { connect } from "./desk/live.js";

const nothing = () => {};

/** A server that was started again knows no session: then the page leads to the log-in, and comes back through it. */
async function stillLoggedIn() {
  const answer = await fetch(location.href, { redirect: "manual" });
  if (answer.type === "opaqueredirect") location.reload();
}

export function listen(query, handlers) {
  let losses = 0;
  return connect(query, {
    onOpen: () => {
      losses = 0;
      (handlers.open ?? nothing)();
    },
    onLost: () => {
      losses += 1;
      if (losses >= 3) stillLoggedIn().catch(nothing);
      (handlers.lost ?? nothing)();
    },
    onRoundTrip: nothing,
    onMessage: (message) => handlers[message.topic]?.(message.data),
  });
}
