// Where the page is: #/, #/films, #/queue, #/film/ID, and what to go back to from a film.
import { createStore } from "./store.js";

const views = ["", "films", "queue", "film"];

function read(before) {
  const [view = "", id = ""] = location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  const now = { view: views.includes(view) ? view : "", id };
  return { ...now, from: now.view !== "film" ? now.view : (before?.from ?? "films") };
}

export const route = createStore(read());

addEventListener("hashchange", () => {
  route.set(read);
  scrollTo({ top: 0 });
});

export const links = {
  studio: "#/",
  films: "#/films",
  queue: "#/queue",
  film: (id) => `#/film/${encodeURIComponent(id)}`,
};

export function go(link) {
  location.hash = link;
}
