// The page: its frame, and the view that the address names.
import * as api from "./api.js";
import { html, render, useEffect, useState } from "./html.js";
import { Composer } from "./composer.js";
import { desk } from "./desk.js";
import { ExampleCard, FilmCard, Films, useFilms } from "./films.js";
import { Film } from "./film.js";
import { Icon, Mark } from "./icons.js";
import { isFinal, jobs, start } from "./jobs.js";
import { Landscape } from "./landscape.js";
import { calm } from "./player.js";
import { Queue } from "./queue.js";
import { links, route } from "./router.js";
import { Stage } from "./stage.js";
import { ThemeSwitch } from "./theme.js";
import { toast, Toasts } from "./toasts.js";

function useOnce(load, empty) {
  const [value, setValue] = useState(empty);
  useEffect(() => {
    load().then(setValue, (error) => toast(error.message));
  }, []);
  return value;
}

const shapes = { "1:1": [128, 128], "16:9": [176, 96], "9:16": [96, 176], "4:3": [144, 112], "3:4": [112, 144] };

async function loadExamples() {
  const found = await api.examples();
  return found.map((example) => ({
    ...example,
    width: shapes[example.aspect][0],
    height: shapes[example.aspect][1],
    src: `examples/${example.id}.mp4`,
    poster: `examples/${example.id}.png`,
  }));
}

function App() {
  const { view, id } = route.use((state) => state);
  const casts = useOnce(api.casts, []);
  const examples = useOnce(loadExamples, []);
  const online = jobs.use((state) => state.online);
  useEffect(start, []);
  useEffect(() => {
    const names = { films: "Films", queue: "Queue", film: "A film" };
    document.title = names[view] ? `${names[view]} · Movie Gen studio` : "Movie Gen studio";
  }, [view]);
  return html`
    <a class="button skip" href="#main" onClick=${(event) => { event.preventDefault(); document.getElementById("main").focus(); }}>Skip to the content</a>
    <${Landscape} low=${view !== ""} />
    <${Header} view=${view} casts=${casts} />
    <main class="page" id="main" tabindex="-1">
      ${!online && html`<p class="notice" role="alert"><${Icon} name="alert" />The studio does not answer. The page goes on by itself when it is back.</p>`}
      ${view === "" && html`<${Studio} casts=${casts} examples=${examples} />`}
      ${view === "films" && html`<${Films} />`}
      ${view === "queue" && html`<${Queue} casts=${casts} />`}
      ${view === "film" && html`<${Film} key=${id} id=${id} />`}
      <footer class="foot"><span>Everything is made on this machine, by small models that know a small world.</span>
        <a href="/openapi.yaml">The API</a></footer>
    </main>
    <${Toasts} />`;
}

const parts = (cast) =>
  cast.parts.map(({ name, sha256 }) => `${cast.name}: ${name} ${sha256.slice(0, 12)}`).join("\n");

function Header({ view, casts }) {
  const all = jobs.use((state) => state.all);
  const open = [...all.values()].filter((job) => !isFinal(job)).length;
  const tab = (name, link, text, extra) => html`<a href=${link}
    aria-current=${view === name ? "page" : undefined}>${text}${extra}</a>`;
  return html`<header class="top">
    <a class="brand" href=${links.studio} aria-label="Movie Gen studio"><${Mark} /><span>Movie Gen</span></a>
    ${casts.length > 0 && html`<span class="badge" title=${casts.map(parts).join("\n")}>Cast: ${casts.map(({ name }) => name).join(", ")}</span>`}
    <nav class="tabs" aria-label="Views">
      ${tab("", links.studio, "Studio")}
      ${tab("films", links.films, "Films")}
      ${tab("queue", links.queue, "Queue", open > 0 && html`<span class="count">${open}<span class="hidden"> open</span></span>`)}
    </nav>
    <span class="spring"></span>
    <${ThemeSwitch} />
  </header>`;
}

function Studio({ casts, examples }) {
  const latest = useFilms({}, 6);
  const made = (job) => {
    desk.set({ current: job.id });
    sessionStorage.setItem("current", job.id);
    const stage = document.getElementById("stage");
    if (stage.getBoundingClientRect().bottom > innerHeight) {
      stage.scrollIntoView({ behavior: calm.matches ? "auto" : "smooth", block: "center" });
    }
  };
  const toPrompt = () => {
    document.getElementById("prompt").focus({ preventScroll: true });
    scrollTo({ top: 0, behavior: calm.matches ? "auto" : "smooth" });
  };
  return html`
    <div class="lead"><h1>Say it, and see it move</h1>
      <p>A sentence becomes a film, here on your machine. The cast draws a small world: name a subject,
        a color, what it does, and where.</p></div>
    <div class="studio">
      <${Composer} casts=${casts} made=${made} />
      <${Stage} examples=${examples} />
    </div>
    ${latest.films.length > 0 && html`<section class="section" aria-labelledby="latest-title">
      <div class="section-head"><h2 id="latest-title">Your latest</h2><a href=${links.films}>All films</a></div>
      <ul class="grid">${latest.films.slice(0, 6).map((job) => html`<li key=${job.id}><${FilmCard} job=${job} /></li>`)}</ul>
    </section>`}
    <section class="section" aria-labelledby="examples-title">
      <div class="section-head"><h2 id="examples-title">Made by the tiny cast</h2><p>Pick one to start from its words.</p></div>
      <ul class="grid">${examples.map((example) => html`<li key=${example.id}><${ExampleCard} example=${example} pick=${toPrompt} /></li>`)}</ul>
    </section>`;
}

const app = document.getElementById("app");
app.replaceChildren();
render(html`<${App} />`, app);
