// What can be done with a job, with a word about how it went.
import * as api from "./api.js";
import { desk, load } from "./desk.js";
import { keep } from "./jobs.js";
import { toast } from "./toasts.js";

async function tried(work) {
  try {
    return await work();
  } catch (error) {
    toast(error.message);
    return undefined;
  }
}

export const cancel = (job) => tried(async () => keep(await api.cancel(job.id)));

export const favor = (job) =>
  tried(async () => keep(await api.favor(job.id, !job.favorite)));

export const remove = (job) =>
  tried(async () => {
    await api.remove(job.id);
    toast(job.kind === "image" ? "Picture deleted." : "Film deleted.", {
      label: "Undo",
      run: () => tried(async () => keep(await api.restore(job.id))),
    });
    return true;
  });

/** The same film once more. */
export const again = (job) =>
  tried(async () => {
    const made = await api.again(job.id);
    keep(...made);
    return made[0];
  });

/** The next three seeds; the film's page then shows them side by side. */
export const vary = (job) =>
  tried(async () => {
    const made = await api.again(job.id, { seed: job.request.seed + 1, count: 3 });
    keep(...made);
    desk.set({ compare: job.id });
    return made;
  });

export function edit(job) {
  load({ ...job.request, aspect: aspectOf(job.request), cast: job.cast });
}

const aspects = { "1:1": 1, "16:9": 16 / 9, "9:16": 9 / 16, "4:3": 4 / 3, "3:4": 3 / 4 };

export function aspectOf({ width, height }) {
  const far = ([, ratio]) => Math.abs(Math.log(ratio * height / width));
  return Object.entries(aspects).sort((a, b) => far(a) - far(b))[0][0];
}
