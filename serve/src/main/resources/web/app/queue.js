// What waits and what runs, in the order in which it will be made; and what went wrong lately.
import { html } from "./html.js";
import { again } from "./actions.js";
import { ago, duration, ended, plural } from "./format.js";
import { jobs, waiting } from "./jobs.js";
import { CancelButton, Preview, Progress } from "./making.js";
import { Waiting } from "./landscape.js";
import { links } from "./router.js";

/** A job of a cast that is not here, which another worker may have. */
function Elsewhere({ job, casts }) {
  const lost = job.state === "queued" && casts.length > 0 && !casts.some(({ name }) => name === job.cast);
  return lost && html`<p class="soft small">The cast ${job.cast} is not here: it waits for a worker that has it.</p>`;
}

export function Queue({ casts }) {
  const all = jobs.use((state) => state.all);
  const line = waiting(all);
  const bad = [...all.values()]
    .filter((job) => job.state === "failed" || job.state === "canceled")
    .sort((a, b) => Date.parse(b.created_at) - Date.parse(a.created_at))
    .slice(0, 10);
  return html`<section aria-labelledby="queue-title">
    <div class="lead short"><h1 id="queue-title">Queue</h1>
      <p>${line.length ? `${plural(line.length, "job")} to be done, in this order.` : ""}</p></div>
    ${line.length
      ? html`<ol class="line">${line.map((job) => html`<li class="row sheet" key=${job.id}>
          <a class="row-picture" href=${links.film(job.id)} tabindex="-1" aria-hidden="true"><${Preview} job=${job} /></a>
          <div class="row-body"><h2><a href=${links.film(job.id)}>${job.request.prompt}</a></h2><${Progress} job=${job} /><${Elsewhere} job=${job} casts=${casts} /></div>
          <${CancelButton} job=${job} small />
        </li>`)}</ol>`
      : html`<div class="blank"><${Waiting} /><h2>Nothing waits</h2>
          <p>Films that are being made, or wait for their turn, stand here. Several can be asked for at once.</p>
          <a class="button primary" href=${links.studio}>Make a film</a></div>`}
    ${bad.length > 0 && html`<section class="section" aria-labelledby="bad-title">
      <div class="section-head"><h2 id="bad-title">Not made</h2></div>
      <ul class="line">${bad.map((job) => html`<li class="row sheet" key=${job.id}>
        <div class="row-body"><h3><a href=${links.film(job.id)}>${job.request.prompt}</a></h3>
          <p class="soft small">${job.state === "failed" ? ended(job.error ?? "It failed") : "Canceled"} · ${ago(new Date(job.created_at))}</p></div>
        <button type="button" class="button small" onClick=${() => again(job)}>Try again</button>
      </li>`)}</ul></section>`}
  </section>`;
}
