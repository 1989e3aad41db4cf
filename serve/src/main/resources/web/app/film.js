// One film: large, with its recipe, its files, and others of the same words beside it.
import * as api from "./api.js";
import { html, useEffect, useState } from "./html.js";
import { again, edit, remove, vary } from "./actions.js";
import { desk } from "./desk.js";
import { Code } from "./code.js";
import { length, when } from "./format.js";
import { Icon } from "./icons.js";
import { byAge, isFinal, jobs, keep, useJob } from "./jobs.js";
import { Mat } from "./films.js";
import { CancelButton, Preview, Progress } from "./making.js";
import { go, links, route } from "./router.js";
import { Ended, Heart, Result } from "./stage.js";

const shared = [
  "kind", "prompt", "negative", "width", "height", "frames", "fps", "steps", "guidance", "silent", "audio_prompt", "music",
];
const sameWords = (a, b) => shared.every((name) => a.request[name] === b.request[name]);
const samePlan = (a, b) => sameWords(a, b) && a.request.seed === b.request.seed && a.cast === b.cast;

export function Film({ id }) {
  const job = useJob(id);
  const from = route.use((state) => state.from);
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setLate, 1500, true);
    return () => clearTimeout(timer);
  }, [id]);
  const back = html`<p class="back"><a class="button small" href=${`#/${from}`}>← ${from === "queue" ? "Queue" : from === "" ? "Studio" : "All films"}</a></p>`;
  if (!job) {
    return html`${back}<div class="blank">${late && html`<h1>No such film</h1>
      <p>It was deleted, or belongs to another studio.</p>`}</div>`;
  }
  return html`${back}
    <article class="film sheet" aria-labelledby="film-title">
      <div class="film-stage stage"><${Body} job=${job} /></div>
      <div class="film-side">
        <h1 id="film-title">${job.request.prompt}</h1>
        <p class="badges"><span class="badge" title="The models that made it">Cast: ${job.cast}</span>
          <span class="badge">Made by a model</span><${Repeats} job=${job} /></p>
        <${Actions} job=${job} />
        <${Recipe} job=${job} />
      </div>
      ${job.state === "completed" && html`<${Code} job=${job} />`}
    </article>
    <${Beside} job=${job} />`;
}

function Body({ job }) {
  if (job.state === "completed") return html`<div class="frame"><${Result} job=${job} /></div>`;
  if (isFinal(job)) return html`<${Ended} job=${job} />`;
  return html`<div class="frame"><${Preview} job=${job} /></div><${Progress} job=${job} />
    <div class="actions"><${CancelButton} job=${job} /></div>`;
}

function Actions({ job }) {
  const change = () => {
    edit(job);
    go(links.studio);
  };
  const once = async () => {
    const made = await again(job);
    if (made) go(links.film(made.id));
  };
  const gone = async () => {
    if (await remove(job)) go(links.films);
  };
  const done = job.state === "completed";
  return html`<div class="actions start" role="group" aria-label="Actions">
      ${done && html`<${Heart} job=${job} />
        <button type="button" class="button" onClick=${() => vary(job)}><${Icon} name="vary" />Vary</button>
        <button type="button" class="button" onClick=${once}><${Icon} name="again" />Make again</button>`}
      <button type="button" class="button" onClick=${change}>Change it</button>
      ${isFinal(job) && html`<button type="button" class="button round" aria-label="Delete" title="Delete" onClick=${gone}>
        <${Icon} name="trash" /></button>`}
    </div>
    ${done && html`<div class="actions start" role="group" aria-label="Download">
      <span class="label">Download</span>
      ${job.kind === "image"
        ? html`<${Save} job=${job} file="content" name="PNG" />`
        : html`<${Save} job=${job} file="content" name="MP4" /><${Save} job=${job} file="gif" name="GIF" />
          <${Save} job=${job} file="poster" name="Poster" />`}
    </div>`}`;
}

function Save({ job, file, name }) {
  return html`<a class="button small" href=${api.download(job.id, file)} download>
    <${Icon} name="down" />${name}</a>`;
}

function Recipe({ job }) {
  const { seed, seconds, width, height, frames, fps, steps, guidance, negative, silent, audio_prompt: sound, music } = job.request;
  const made = job.completed_at && job.started_at
    ? `${Math.max(0.1, (Date.parse(job.completed_at) - Date.parse(job.started_at)) / 1000).toFixed(1)} s` : "";
  const rows = [
    ["Seed", seed],
    ["Size", `${width} × ${height} pixels`],
    ...(job.kind === "image" ? [] : [["Length", `${length(seconds ?? frames / fps)}, ${frames} frames, ${fps} a second`]]),
    ["Steps", steps],
    ["Guidance", guidance],
    ...(negative ? [["Stays away from", negative]] : []),
    ...(silent ? [["Sound", "left out"]] : []),
    ...(sound ? [["Asked to hear", sound]] : []),
    ...(music === undefined ? [] : [["Music", music ? "asked for" : "left out"]]),
    ["Asked for", when(new Date(job.created_at))],
    ...(made ? [["Made in", made]] : []),
  ];
  return html`<section class="recipe" aria-label="Recipe"><h2>Recipe</h2>
    <dl>${rows.map(([name, value]) => html`<div key=${name}><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
    ${job.links.recipe && html`<p class="small soft">The file carries all of it: <a href=${job.links.recipe} target="_blank">recipe as JSON</a>.</p>`}
  </section>`;
}

/** Other films of the same words, in the order of their seeds. */
function Beside({ job }) {
  const all = jobs.use((state) => state.all);
  useEffect(() => {
    api.list({ search: job.request.prompt.slice(0, 200), limit: 50 }).then((found) => keep(...found.jobs), () => {});
  }, [job.id, job.request.prompt]);
  const others = [...all.values()]
    .filter((other) => sameWords(job, other) && ["queued", "running", "completed"].includes(other.state))
    .sort((a, b) => a.request.seed - b.request.seed || byAge(a, b));
  const compare = desk.use((state) => state.compare) === job.id && others.length > 1;
  useEffect(() => {
    if (!compare) return;
    document.getElementById("beside-title").scrollIntoView();
    desk.set({ compare: "" });
  }, [compare]);
  if (others.length < 2) return null;
  return html`<section class="section" aria-labelledby="beside-title">
    <div class="section-head"><h2 id="beside-title">Side by side</h2><p>The same words, by seed.</p></div>
    <ul class="grid wide">${others.map((other) => html`<li key=${other.id}><${Take} job=${other} first=${job} /></li>`)}</ul>
  </section>`;
}

function Take({ job, first }) {
  const { prompt, seed, width, height } = job.request;
  const here = job.id === first.id;
  return html`<article class=${here ? "card here" : "card"}>
    ${job.state === "completed"
      ? html`<${Mat} width=${width} height=${height}>
          ${job.kind === "image" ? html`<img src=${job.links.content} alt=${prompt} />`
            : html`<video src=${job.links.content} poster=${job.links.poster} width=${width} height=${height} loop muted playsinline
              autoplay=${!matchMedia("(prefers-reduced-motion: reduce)").matches} aria-label=${`${prompt}, seed ${seed}`}></video>`}
        <//>`
      : html`<${Mat} width=${width} height=${height}><${Preview} job=${job} /><//><${Progress} job=${job} />`}
    <p class="card-facts"><a href=${links.film(job.id)} aria-current=${here ? "true" : undefined}>Seed ${seed}</a>
      ${!here && samePlan(job, first) && job.state === "completed" && first.state === "completed" &&
        html`<${Same} a=${job} b=${first} yes="the same, byte for byte" no="another file" />`}
      ${here && html`<span>this one</span>`}</p>
  </article>`;
}

async function hash(url) {
  const bytes = await (await fetch(url)).arrayBuffer();
  return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))].join();
}

/** For a film that was made again: whether it is the first once more. */
function Repeats({ job }) {
  const first = useJob(job.parent);
  if (!first || !samePlan(job, first) || job.state !== "completed" || first.state !== "completed") return null;
  return html`<${Same} a=${job} b=${first} yes="Byte for byte the film it repeats" no="Another file than the film it repeats" />`;
}

/** Says whether two films of one recipe are the same file. */
function Same({ a, b, yes, no }) {
  const [said, setSaid] = useState("");
  useEffect(() => {
    if (!globalThis.crypto?.subtle) return;
    Promise.all([hash(a.links.content), hash(b.links.content)])
      .then(([one, other]) => setSaid(one === other ? yes : no), () => {});
  }, [a.id, b.id]);
  return said && html`<span class="badge">${said}</span>`;
}
