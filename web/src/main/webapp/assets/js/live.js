/** Listens to push for a page that only watches: one handler a topic, "open" each time the connection stands. */
import { connect } from "./desk/live.js";

const nothing = () => {};

export function listen(query, handlers) {
  return connect(query, {
    onOpen: handlers.open ?? nothing,
    onLost: handlers.lost ?? nothing,
    onRoundTrip: nothing,
    onMessage: (message) => handlers[message.topic]?.(message.data),
  });
}
