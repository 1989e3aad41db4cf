// The gallery: all that was made here, to be searched, and the cards that films stand on.
import * as api from "./api.js";
import { html, useEffect, useState } from "./html.js";
import { remove } from "./actions.js";
import { write } from "./desk.js";
import { ago, length, period, plural } from "./format.js";
import { Icon } from "./icons.js";
import { jobs, keep } from "./jobs.js";
import { Moving, moves } from "./player.js";
import { Waiting } from "./landscape.js";
import { Heart } from "./stage.js";
import { links } from "./router.js";

const page = 24;

export function Mat({ width, height, children }) {
  const shape = width > height ? { width: "84%" } : { height: "84%" };
  return html`<span class="mat"><span class="photo"
    style=${{ ...shape, aspectRatio: `${width} / ${height}` }}>${children}</span></span>`;
}

export function FilmCard({ job }) {
  const { prompt, seed, seconds, width, height } = job.request;
  return html`<article class="card" ...${moves}>
    <a class="card-link" href=${links.film(job.id)}>
      <${Mat} width=${width} height=${height}>
        ${job.kind === "image"
          ? html`<img src=${job.links.content} alt="" loading="lazy" />`
          : html`<${Moving} src=${job.links.content} poster=${job.links.poster} width=${width} height=${height} />`}
      <//>
      <span class="card-text">${prompt}</span>
    </a>
    <p class="card-facts">
      <span>${job.kind === "image" ? "Picture" : length(seconds)} · seed ${seed}</span>
      <span>${ago(new Date(job.created_at))}</span>
    </p>
    <div class="card-tools">
      <${Heart} job=${job} small />
      <button type="button" class="button small round bare" aria-label=${`Delete ${prompt}`} title="Delete"
        onClick=${() => remove(job)}><${Icon} name="trash" /></button>
    </div>
  </article>`;
}

/** A list of films that stays true while others are made, deleted and brought back. */
export function useFilms(filter, limit = page) {
  const changes = jobs.use((state) => state.changes);
  const all = jobs.use((state) => state.all);
  const [found, setFound] = useState({ ids: [], more: false, loaded: false, error: "" });
  const key = JSON.stringify(filter);
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(async () => {
      try {
        const size = Math.min(100, Math.max(limit, found.key === key ? found.ids.length : 0));
        const answer = await api.list({ state: "completed", limit: size, ...filter });
        if (stale) return;
        keep(...answer.jobs);
        setFound({ key, ids: answer.jobs.map((job) => job.id), more: answer.has_more, loaded: true, error: "" });
      } catch (error) {
        if (!stale) setFound({ ...found, key, loaded: true, error: error.message });
      }
    }, found.loaded ? 150 : 0);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [key, changes]);
  const further = async () => {
    const answer = await api.list({ state: "completed", limit: page, after: found.ids.at(-1), ...filter });
    keep(...answer.jobs);
    setFound({ ...found, ids: [...found.ids, ...answer.jobs.map((job) => job.id)], more: answer.has_more });
  };
  return { ...found, films: found.ids.map((id) => all.get(id)).filter(Boolean), further };
}

function byPeriod(films) {
  const periods = new Map();
  for (const job of films) {
    const name = period(new Date(job.created_at));
    periods.set(name, [...(periods.get(name) ?? []), job]);
  }
  return [...periods];
}

export function Films() {
  const [search, setSearch] = useState("");
  const [favorite, setFavorite] = useState(false);
  const filter = { search: search.trim(), ...(favorite && { favorite: true }) };
  const { films, more, loaded, error, further } = useFilms(filter);
  const narrowed = search.trim() !== "" || favorite;
  return html`<section aria-labelledby="films-title">
    <div class="lead short"><h1 id="films-title">Your films</h1></div>
    <div class="finder sheet" role="search">
      <label class="search"><span class="hidden">Search the prompts</span><${Icon} name="search" />
        <input type="search" placeholder="Search the prompts" value=${search}
          onInput=${(event) => setSearch(event.target.value)} /></label>
      <button type="button" class="button" aria-pressed=${favorite}
        onClick=${() => setFavorite(!favorite)}><${Icon} name="heart" full=${favorite} />Favorites</button>
      <p class="soft small" role="status">${loaded && !error && `${plural(films.length, "film")}${more ? " and more" : ""}`}</p>
    </div>
    ${error && html`<p class="notice" role="alert"><${Icon} name="alert" />${error}</p>`}
    ${byPeriod(films).map(([name, some]) => html`<section class="period" key=${name} aria-label=${name}>
      <h2>${name}</h2>
      <ul class="grid">${some.map((job) => html`<li key=${job.id}><${FilmCard} job=${job} /></li>`)}</ul>
    </section>`)}
    ${more && html`<p class="further"><button type="button" class="button" onClick=${further}>Show more</button></p>`}
    ${loaded && !error && films.length === 0 && html`<${Nothing} narrowed=${narrowed}
      clear=${() => { setSearch(""); setFavorite(false); }} />`}
  </section>`;
}

function Nothing({ narrowed, clear }) {
  return html`<div class="blank">
    <${Waiting} />
    <h2>${narrowed ? "No film like that" : "No films yet"}</h2>
    ${narrowed
      ? html`<p>None of the prompts has these words.</p><button type="button" class="button" onClick=${clear}>Show all films</button>`
      : html`<p>What you make appears here and stays, also when the studio was closed.</p>
        <a class="button primary" href=${links.studio}>Make the first</a>`}
  </div>`;
}

/** A film that the cast made beforehand; a click puts its request on the desk. */
export function ExampleCard({ example, pick }) {
  const { prompt, src, poster, width, height } = example;
  const load = () => {
    write({ kind: "film", prompt, aspect: example.aspect, seconds: example.seconds, seed: example.seed, cast: "tiny" });
    pick();
  };
  return html`<article class="card" ...${moves}>
    <button type="button" class="card-link" onClick=${load} aria-label=${`Use this prompt: ${prompt}`}>
      <${Mat} width=${width} height=${height}>
        <${Moving} src=${src} poster=${poster} width=${width} height=${height} />
      <//>
      <span class="card-text">${prompt}</span>
    </button>
  </article>`;
}
