// What the composer holds: the request that is being written, kept over a reload.
import { createStore } from "./store.js";

const empty = { kind: "film", prompt: "", aspect: "1:1", seconds: 2, seed: 1, cast: "" };

function kept() {
  try {
    return { ...empty, ...JSON.parse(sessionStorage.getItem("desk") ?? "{}") };
  } catch {
    return empty;
  }
}

export const desk = createStore({ ...kept(), current: sessionStorage.getItem("current") ?? "", refused: "", compare: "" });

export function write(change) {
  desk.set({ ...change, refused: "" });
  const { kind, prompt, aspect, seconds, seed, cast } = desk.get();
  sessionStorage.setItem("desk", JSON.stringify({ kind, prompt, aspect, seconds, seed, cast }));
}

/** Puts a film's request on the desk, to be changed and made. */
export function load({ kind = "film", prompt, aspect, seconds, seed, cast }) {
  write({ kind, prompt, seed, cast, ...(aspect && { aspect }), ...(kind === "film" && seconds && { seconds }) });
}

export function anySeed() {
  return 1 + Math.floor(Math.random() * 999999);
}
