// The desk: a prompt, a shape, a length, a seed, and one button that says how long it will take.
import * as api from "./api.js";
import { html, useEffect, useState } from "./html.js";
import { anySeed, desk, write } from "./desk.js";
import { duration, ended, length } from "./format.js";
import { Icon } from "./icons.js";
import { isFinal, jobs, keep } from "./jobs.js";
import { PromptField } from "./prompt-field.js";
import { WordShelf } from "./word-shelf.js";

const nothing = { understood: [], unknown: [] };

export function requestOf({ kind, prompt, aspect, seconds, seed, cast }) {
  return { kind, prompt, aspect, seed, ...(kind === "film" && { seconds }), ...(cast && { cast }) };
}

/** What the studio answers, asked again a moment after the question has changed. */
function useAnswer(ask, question, empty, pause) {
  const [answer, setAnswer] = useState(empty);
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(async () => {
      const found = await Promise.resolve().then(ask).catch((error) => ({ ...empty, refused: error.message }));
      if (!stale) setAnswer(found);
    }, pause);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [question]);
  return answer;
}

export function Composer({ casts, words, made }) {
  const state = desk.use((now) => now);
  const cast = casts.find(({ name }) => name === state.cast) ?? casts[0];
  const known = cast === casts[0] ? words : [];
  const [busy, setBusy] = useState(false);
  const request = requestOf(state);
  const written = state.prompt.trim() !== "";
  const reading = useAnswer(
    () => (written && known.length ? api.check(state.prompt) : nothing),
    state.prompt + known.length, nothing, 350);
  const open = jobs.use(({ all }) => [...all.values()].filter((job) => !isFinal(job)).length);
  const { prompt: _, ...shape } = request;
  const time = useAnswer(
    () => api.forecast({ ...request, prompt: written ? state.prompt : "a ball" }),
    JSON.stringify({ ...shape, open }), {}, 150);

  const submit = async () => {
    if (busy) return;
    if (!written) {
      desk.set({ refused: "Say in a few words what the film is to show." });
      document.getElementById("prompt").focus();
      return;
    }
    setBusy(true);
    try {
      made(keep(await api.make(request)));
    } catch (error) {
      desk.set({ refused: error.message });
    } finally {
      setBusy(false);
    }
  };

  const refused = state.refused || time.refused;
  const noun = state.kind === "image" ? "picture" : "film";
  return html`<form class="composer sheet" aria-label="Make a film"
    onSubmit=${(event) => { event.preventDefault(); submit(); }}>
    <${PromptField} value=${state.prompt} change=${(prompt) => write({ prompt })}
      submit=${submit} known=${known} reading=${reading} />
    <${WordShelf} known=${known} />
    <div class="choices">
      ${casts.length > 1 && html`<${CastChoice} casts=${casts} cast=${cast} />`}
      <${Kind} kind=${state.kind} />
      <${Aspects} sizes=${cast?.sizes ?? []} aspect=${state.aspect} />
      ${state.kind === "film" && html`<${Length} seconds=${state.seconds} longest=${cast?.longest_seconds ?? 16} />`}
      <${Seed} seed=${state.seed} />
    </div>
    ${refused && html`<p class="refused" role="alert">${ended(refused)}</p>`}
    <div class="go">
      <button type="submit" class="button primary" aria-disabled=${busy}>Make the ${noun}</button>
      <p class="soft" aria-live="polite">${time.seconds !== undefined && !time.refused && html`
        Takes about <strong>${duration(time.seconds)}</strong>${time.wait_seconds >= 1 &&
        `, after ${duration(time.wait_seconds)} of waiting`}.`}</p>
    </div>
  </form>`;
}

function CastChoice({ casts, cast }) {
  return html`<div class="choice">
    <label class="label" for="cast">Cast</label>
    <select id="cast" value=${cast.name} onChange=${(event) => write({ cast: event.target.value })}>
      ${casts.map(({ name }) => html`<option key=${name} value=${name}>${name}</option>`)}
    </select>
  </div>`;
}

function Kind({ kind }) {
  const choice = (value, name, icon) => html`<label class="segment">
    <input type="radio" name="kind" value=${value} checked=${kind === value}
      onChange=${() => write({ kind: value })} />
    <span><${Icon} name=${icon} />${name}</span>
  </label>`;
  return html`<fieldset class="choice">
    <legend class="label">What</legend>
    <div class="segments">${choice("film", "Film", "film")}${choice("image", "Picture", "picture")}</div>
  </fieldset>`;
}

/** All of one area, whatever the cast's own sizes. */
function outline({ width, height }) {
  const scale = 14 / Math.sqrt(width * height);
  return { width: `${scale * width}px`, height: `${scale * height}px` };
}

function Aspects({ sizes, aspect }) {
  return html`<fieldset class="choice">
    <legend class="label">Shape</legend>
    <div class="segments">
      ${sizes.map((size) => html`<label class="segment" key=${size.aspect} title="${size.width} × ${size.height} pixels">
        <input type="radio" name="aspect" value=${size.aspect} checked=${aspect === size.aspect}
          onChange=${() => write({ aspect: size.aspect })} />
        <span><i class="shape" style=${outline(size)}></i>
          ${size.aspect}</span>
      </label>`)}
    </div>
  </fieldset>`;
}

function Length({ seconds, longest }) {
  return html`<div class="choice length">
    <label class="label" for="seconds">Length <output for="seconds">${length(seconds)}</output></label>
    <input id="seconds" type="range" min="1" max=${longest} step="1" value=${seconds}
      aria-valuetext=${`${seconds} seconds`} style=${{ "--at": `${((seconds - 1) / (longest - 1)) * 100}%` }}
      onInput=${(event) => write({ seconds: Number(event.target.value) })} />
  </div>`;
}

function Seed({ seed }) {
  const typed = (event) => {
    const number = Number(event.target.value);
    if (Number.isSafeInteger(number) && number >= 0) write({ seed: number });
  };
  return html`<div class="choice seed">
    <label class="label" for="seed">Seed</label>
    <div class="with-button">
      <input id="seed" type="number" min="0" step="1" inputmode="numeric" value=${seed} onChange=${typed}
        aria-describedby="seed-help" />
      <button type="button" class="button small round" aria-label="Another seed" title="Another seed"
        onClick=${() => write({ seed: anySeed() })}><${Icon} name="dice" /></button>
    </div>
    <p id="seed-help" class="hidden">The same words and the same seed make the same film.</p>
  </div>`;
}
