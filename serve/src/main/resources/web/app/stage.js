// The theatre beside the desk: the film that is being made, or was; before the first one, an example.
import { html } from "./html.js";
import { desk } from "./desk.js";
import { ended, length } from "./format.js";
import { isFinal, jobs, useJob } from "./jobs.js";
import { Icon } from "./icons.js";
import { again, edit, favor, vary } from "./actions.js";
import { CancelButton, Preview, Progress } from "./making.js";
import { Player } from "./player.js";
import { go, links } from "./router.js";

export function Stage({ examples }) {
  const current = desk.use((state) => state.current);
  const job = useJob(current);
  return html`<section class="stage" id="stage" aria-label="The stage" tabindex="-1">
    ${job ? html`<${OfJob} job=${job} />` : html`<${OfExample} example=${examples[0]} />`}
  </section>`;
}

function OfExample({ example }) {
  if (!example) return html`<div class="frame"><div class="preview"></div></div>`;
  const { prompt, src, poster, width, height } = example;
  return html`<div class="frame">
      <${Player} src=${src} poster=${poster} width=${width} height=${height} label=${prompt} />
    </div>
    <p class="caption"><span class="badge">Example</span> ${prompt}</p>`;
}

function OfJob({ job }) {
  const { prompt, seed, seconds, width, height } = job.request;
  const caption = html`<p class="caption">
    ${prompt} <span class="soft">· ${seconds ? `${length(seconds)} · ` : ""}${width} × ${height} · seed ${seed}</span>
  </p>`;
  if (!isFinal(job)) {
    return html`<div class="frame"><${Preview} job=${job} /></div>
      ${caption}<${Progress} job=${job} />
      <div class="actions"><${CancelButton} job=${job} /></div>`;
  }
  if (job.state !== "completed") return html`<${Ended} job=${job} />${caption}`;
  return html`<div class="frame"><${Result} job=${job} /></div>${caption}<${Done} job=${job} />`;
}

/** What was made: a film that plays, or a picture. */
export function Result({ job, plays = true }) {
  const { prompt, width, height } = job.request;
  if (job.kind === "image") {
    return html`<div class="preview" style=${{ "--ratio": `${width} / ${height}` }}>
      <img src=${job.links.content} alt=${prompt} width=${width} height=${height} /></div>`;
  }
  return html`<${Player} key=${job.id} src=${job.links.content} poster=${job.links.poster}
    width=${width} height=${height} label=${prompt} plays=${plays} />`;
}

export function Heart({ job, small = false }) {
  return html`<button type="button" class=${small ? "button small round bare heart" : "button round heart"}
    aria-pressed=${job.favorite} aria-label=${`Favorite: ${job.request.prompt}`}
    title=${job.favorite ? "A favorite" : "Make it a favorite"}
    onClick=${() => favor(job)}><${Icon} name="heart" full=${job.favorite} /></button>`;
}

function Done({ job }) {
  const once = async () => {
    const made = await again(job);
    if (made) go(links.film(made.id));
  };
  const others = async () => {
    if (await vary(job)) go(links.film(job.id));
  };
  return html`<div class="actions" role="group" aria-label="What next">
    <${Heart} job=${job} />
    <button type="button" class="button" onClick=${others}><${Icon} name="vary" />Vary</button>
    <button type="button" class="button" onClick=${once}><${Icon} name="again" />Make again</button>
    <a class="button" href=${links.film(job.id)}><${Icon} name="down" />Recipe and files</a>
  </div>`;
}

export function Ended({ job }) {
  const failed = job.state === "failed";
  const retry = async () => {
    const made = await again(job);
    if (made) desk.set({ current: made.id });
  };
  return html`<div class="frame"><div class="ended">
    <${Icon} name=${failed ? "alert" : "close"} />
    <h3>${failed ? "It could not be made" : "Canceled"}</h3>
    <p>${failed ? ended(job.error ?? "No reason was given") : "Nothing of it was kept."}</p>
    <div class="actions">
      <button type="button" class="button" onClick=${retry}>Try again</button>
      <button type="button" class="button bare" onClick=${() => { edit(job); go(links.studio); }}>Change it</button>
    </div>
  </div></div>`;
}
