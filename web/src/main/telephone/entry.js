/** What the desk's telephone uses of JsSIP, as one module that the server serves itself. */
import JsSIP from "jssip";

export const { UA, WebSocketInterface } = JsSIP;
