// The studio's own routes, as openapi.yaml has them.

async function ask(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new Error("The studio does not answer. Is it still running?");
  });
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(json.detail ?? `The studio answered ${answer.status}.`);
  return json;
}

const job = (id, rest = "") => `/api/jobs/${encodeURIComponent(id)}${rest}`;

function query(values) {
  const given = Object.entries(values).filter(([, value]) => value !== undefined && value !== "");
  return new URLSearchParams(given).toString();
}

export const casts = () => ask("GET", "/api/casts").then((answer) => answer.casts);
export const words = (cast) => ask("GET", `/api/words?${query({ cast })}`).then((answer) => answer.attributes);
export const check = (prompt, cast) => ask("POST", "/api/prompts/check", { prompt, cast });
export const forecast = (request) => ask("POST", "/api/forecast", request);
export const make = (request) => ask("POST", "/api/jobs", request);
export const list = (filter) => ask("GET", `/api/jobs?${query(filter)}`);
export const get = (id) => ask("GET", job(id));
export const remove = (id) => ask("DELETE", job(id));
export const restore = (id) => ask("POST", job(id, "/undelete"));
export const cancel = (id) => ask("POST", job(id, "/cancel"));
export const favor = (id, on) => ask(on ? "PUT" : "DELETE", job(id, "/favorite"));
export const again = (id, change = {}) =>
  ask("POST", job(id, "/again"), change).then((answer) => answer.jobs);
export const examples = () => ask("GET", "examples/examples.json");
export const preview = (id, number) => job(id, `/preview?number=${number}`);

/** A link that saves a file: content, poster or gif. */
export const download = (id, file) => job(id, `/${file}?download=true`);

const names = [
  "queued", "started", "progress", "preview", "requeued", "completed", "failed",
  "canceling", "canceled", "favorite", "deleted", "restored",
];

/** Hears of everything that happens; comes back by itself when the connection was lost. */
export function events(hear, connected) {
  let source;
  const open = () => {
    source = new EventSource("/api/events");
    source.onopen = () => connected(true);
    source.onerror = () => {
      connected(false);
      if (source.readyState === EventSource.CLOSED) setTimeout(open, 2000);
    };
    for (const name of names) {
      source.addEventListener(name, (event) =>
        hear({ ...JSON.parse(event.data), number: event.lastEventId }));
    }
  };
  open();
}
