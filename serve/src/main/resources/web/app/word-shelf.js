// All words that the cast draws, to be put into the prompt one by one.
import { html } from "./html.js";
import { desk, write } from "./desk.js";
import { append } from "./words.js";

const persons = ["skin", "hair", "glasses", "beard", "face", "clothes"];

export function WordShelf({ known }) {
  if (!known.length) return null;
  const add = (word) => write({ prompt: append(desk.get().prompt, word) });
  const shown = known.filter(({ name }) => !persons.includes(name));
  return html`<details class="shelf">
    <summary>All words it draws</summary>
    <dl>
      ${shown.map(({ name, values }) => html`<div key=${name}>
        <dt>${name.replaceAll("_", " ")}</dt>
        <dd>${values.map(({ value, words }) => html`<button type="button" class="word" key=${value}
          title=${words.filter((word) => word !== value).join(", ") || undefined}
          onClick=${() => add(value)}>
          ${name === "color" && html`<i class=${`swatch ${value}`}></i>`}${value}</button>`)}</dd>
      </div>`)}
    </dl>
  </details>`;
}
