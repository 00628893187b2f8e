/**
 * The push connection: one WebSocket that comes back by itself, at first at once, then ever more slowly, with a
 * little chance in it so that a whole floor does not come back in one instant.
 */
const FIRST = 300;
const SLOWEST = 15_000;
const PING = 20_000;

export function connect(query, { onOpen, onMessage, onLost, onRoundTrip }) {
  let socket;
  let wait = FIRST;
  let pinging;
  let stopped = false;

  function ping() {
    if (socket.readyState === WebSocket.OPEN) socket.send(`ping ${Math.round(performance.now())}`);
  }

  function heard(text) {
    const message = JSON.parse(text);
    if (message.topic === "pong") onRoundTrip(Math.max(1, Math.round(performance.now()) - message.data));
    else onMessage(message);
  }

  function open() {
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    socket = new WebSocket(`${scheme}://${location.host}/live?${query}`);
    socket.addEventListener("open", () => {
      wait = FIRST;
      pinging = setInterval(ping, PING);
      ping();
      onOpen();
    });
    socket.addEventListener("message", (event) => heard(event.data));
    socket.addEventListener("close", () => {
      clearInterval(pinging);
      if (stopped) return;
      onLost();
      setTimeout(open, wait * (0.7 + 0.6 * Math.random()));
      wait = Math.min(SLOWEST, wait * 2);
    });
  }

  open();
  return {
    stop() {
      stopped = true;
      socket.close();
    },
  };
}
