/** What is fetched once a board stands: the lane's reader, the pins and the panel, one chunk. */
export { follow } from "./follow-talk.ts";
export { TalkPanel } from "./talk-panel.tsx";
export { TalkPins } from "./talk-pins.tsx";
