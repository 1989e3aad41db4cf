// State that views share: a value, those who hear of its changes, and a hook for one aspect of it.
import { useEffect, useState } from "./html.js";

export function createStore(initial) {
  let state = initial;
  const listeners = new Set();
  const set = (change) => {
    state = { ...state, ...(typeof change === "function" ? change(state) : change) };
    for (const listener of listeners) listener(state);
  };
  const use = (pick) => {
    const [, draw] = useState(0);
    const picked = pick(state);
    useEffect(() => {
      let last = picked;
      const listener = (next) => {
        const now = pick(next);
        if (now !== last) {
          last = now;
          draw((count) => count + 1);
        }
      };
      listener(state);
      listeners.add(listener);
      return () => listeners.delete(listener);
    });
    return picked;
  };
  return { get: () => state, set, use };
}
