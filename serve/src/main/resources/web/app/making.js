// A job on its way: the newest preview, how far it is, how long it will take, and a way out.
import * as api from "./api.js";
import { html, useEffect, useState } from "./html.js";
import { duration } from "./format.js";
import { jobs, waiting } from "./jobs.js";
import { cancel } from "./actions.js";
import { Waiting } from "./landscape.js";

const doing = {
  load: "Waking the cast",
  text: "Reading the prompt",
  sample: "Finding the film in the noise",
  decode: "Developing the frames",
  sound: "Adding the sound",
  write: "Writing the file",
};

/** The newest preview that has arrived; the one before stays until then. */
function useLatest(id) {
  const number = jobs.use(({ previews }) => previews.get(id));
  const [shown, setShown] = useState("");
  useEffect(() => {
    if (number === undefined) return;
    const image = new Image();
    image.src = api.preview(id, number);
    let stale = false;
    image.decode().then(() => !stale && setShown(image.src), () => {});
    return () => {
      stale = true;
    };
  }, [id, number]);
  return shown;
}

export function Preview({ job }) {
  const { width, height, prompt } = job.request;
  const src = useLatest(job.id);
  return html`<div class="preview" style=${{ "--ratio": `${width} / ${height}` }}>
    ${src && job.state === "running"
      ? html`<img src=${src} alt=${`Preview: ${prompt}`} width=${width} height=${height} />`
      : html`<${Waiting} bounce />`}
  </div>`;
}

export function said(job, all) {
  if (job.canceling) return "Stopping at the next step";
  if (job.state === "queued") {
    const before = waiting(all).findIndex((other) => other.id === job.id);
    return before > 0 ? `Waiting for ${before} before it` : "Next in the queue";
  }
  return doing[job.stage] ?? "Starting";
}

export function Progress({ job }) {
  const all = jobs.use((state) => state.all);
  const percent = Math.round(100 * job.progress);
  return html`<div class="progress">
    <div class="progress-text">
      <span>${said(job, all)}</span>
      <span class="soft">${job.state === "running" && job.seconds_left !== undefined &&
        `${duration(job.seconds_left)} left`}</span>
    </div>
    <div class="bar" role="progressbar" aria-label=${`Progress of ${job.request.prompt}`}
      aria-valuemin="0" aria-valuemax="100" aria-valuenow=${percent}>
      <span style=${{ width: `${percent}%` }}></span>
    </div>
  </div>`;
}

export function CancelButton({ job, small = false }) {
  return html`<button type="button" class=${small ? "button small" : "button"} disabled=${job.canceling}
    aria-label=${`Cancel ${job.request.prompt}`} onClick=${() => cancel(job)}>Cancel</button>`;
}
