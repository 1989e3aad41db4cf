// What the desk lets one choose: cast, film or picture, shape, length, seed.
import { html } from "./html.js";
import { anySeed, write } from "./desk.js";
import { length } from "./format.js";
import { Icon } from "./icons.js";

export function CastChoice({ casts, cast }) {
  return html`<div class="choice">
    <label class="label" for="cast">Cast</label>
    <select id="cast" value=${cast.name} onChange=${(event) => write({ cast: event.target.value })}>
      ${casts.map(({ name }) => html`<option key=${name} value=${name}>${name}</option>`)}
    </select>
  </div>`;
}

export function Kind({ kind }) {
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

export function Aspects({ sizes, aspect }) {
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

export function Length({ seconds, longest }) {
  return html`<div class="choice length">
    <label class="label" for="seconds">Length <output for="seconds">${length(seconds)}</output></label>
    <input id="seconds" type="range" min="1" max=${longest} step="1" value=${seconds}
      aria-valuetext=${`${seconds} seconds`} style=${{ "--at": `${((seconds - 1) / (longest - 1)) * 100}%` }}
      onInput=${(event) => write({ seconds: Number(event.target.value) })} />
  </div>`;
}

export function Seed({ seed }) {
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
