// Every job that the page has seen, kept true by the studio's events.
import * as api from "./api.js";
import { useEffect } from "./html.js";
import { createStore } from "./store.js";
import { toast } from "./toasts.js";

export const jobs = createStore({ all: new Map(), previews: new Map(), online: true, changes: 0 });

const finals = ["completed", "failed", "canceled"];
export const isFinal = (job) => finals.includes(job.state);

export function keep(...found) {
  jobs.set(({ all }) => {
    const next = new Map(all);
    for (const job of found) next.set(job.id, job);
    return { all: next };
  });
  return found[0];
}

function forget(id) {
  jobs.set(({ all, changes }) => {
    const next = new Map(all);
    next.delete(id);
    return { all: next, changes: changes + 1 };
  });
}

const fetching = new Set();

async function refresh(id) {
  if (fetching.has(id)) return;
  fetching.add(id);
  try {
    const job = await api.get(id);
    if (job.deleted) forget(id);
    else keep(job);
    jobs.set(({ changes }) => ({ changes: changes + 1 }));
  } catch {
    // A job that is gone is in no list.
  } finally {
    fetching.delete(id);
  }
}

function hear(event) {
  const known = jobs.get().all.get(event.job);
  if (event.type === "deleted") {
    forget(event.job);
  } else if (event.type === "progress" && known) {
    const { state, stage, progress, seconds_left } = event;
    keep({ ...known, state, stage, progress, seconds_left });
  } else if (event.type === "preview") {
    jobs.set(({ previews }) => ({ previews: new Map(previews).set(event.job, event.number) }));
    if (!known) refresh(event.job);
  } else {
    refresh(event.job);
  }
}

/** Whatever waits or runs, and the newest of the rest. */
export async function load() {
  const lists = await Promise.all([
    api.list({ state: "queued,running", order: "asc", limit: 100 }),
    api.list({ limit: 24 }),
  ]);
  keep(...lists.flatMap((page) => page.jobs));
  jobs.set(({ changes }) => ({ changes: changes + 1 }));
}

export function start() {
  let lost = false;
  api.events(hear, (online) => {
    jobs.set({ online });
    if (online && lost) load().catch(() => {});
    lost = !online;
  });
  load().catch((error) => toast(error.message));
}

/** One job by its id, fetched where the page has not seen it. */
export function useJob(id) {
  const job = jobs.use(({ all }) => all.get(id));
  useEffect(() => {
    if (id && !job) refresh(id);
  }, [id]);
  return job;
}

export const byAge = (a, b) => Date.parse(a.created_at) - Date.parse(b.created_at);

export function waiting(all) {
  return [...all.values()]
    .filter((job) => !isFinal(job))
    .sort((a, b) => (b.state === "running") - (a.state === "running") || b.priority - a.priority || byAge(a, b));
}
