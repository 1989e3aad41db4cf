// The prompt: a field with a wavy line under what the cast does not know, and words to go on with.
import { html, useRef, useLayoutEffect, useState } from "./html.js";
import { append, beingTyped, completions, insert, missing, replace, runs } from "./words.js";

export function PromptField({ value, change, submit, known, reading }) {
  const field = useRef();
  const lines = useRef();
  const [caret, setCaret] = useState(value.length);
  const [put, setPut] = useState(-1);

  useLayoutEffect(() => {
    const area = field.current;
    area.style.height = "auto";
    area.style.height = `${area.scrollHeight}px`;
    lines.current.scrollTop = area.scrollTop;
  }, [value]);

  useLayoutEffect(() => {
    if (put < 0) return;
    field.current.focus();
    field.current.setSelectionRange(put, put);
    setCaret(put);
    setPut(-1);
  }, [put]);

  const typed = (event) => {
    change(event.target.value);
    setCaret(event.target.selectionStart);
  };
  const keys = (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      submit();
    }
  };
  const offer = (text, at = text.length) => {
    change(text);
    setPut(at);
  };
  const unknown = reading.unknown.map((entry) => entry.word).join(", ");

  return html`<div class="prompt">
    <label for="prompt" class="label">Your film in a sentence</label>
    <div class="prompt-box">
      <div class="prompt-lines" ref=${lines} aria-hidden="true">
        ${runs(value, reading.unknown).map((run) =>
          run.unknown ? html`<mark>${run.text}</mark>` : run.text)}${"\u200b"}
      </div>
      <textarea id="prompt" ref=${field} rows="2" maxlength="2000" spellcheck=${false} value=${value}
        placeholder="a red ball bounces on a beach at sunset" autocomplete="off" enterkeyhint="go"
        aria-describedby="prompt-reading" onInput=${typed} onKeyDown=${keys}
        onSelect=${(event) => setCaret(event.target.selectionStart)}
        onScroll=${(event) => { lines.current.scrollTop = event.target.scrollTop; }}></textarea>
    </div>
    <p id="prompt-reading" class="hidden" role="status">
      ${unknown && `The cast does not know: ${unknown}.`}
    </p>
    <${Offers} ...${{ value, caret, known, reading, offer }} />
  </div>`;
}

function Offers({ value, caret, known, reading, offer }) {
  const start = beingTyped(value, caret);
  const complete = completions(known, start);
  if (complete.length) {
    return html`<${Row} label="Go on with" words=${complete} pick=${(word) => {
      const { prompt, caret: at } = insert(value, caret, word);
      offer(prompt, at);
    }} />`;
  }
  if (reading.unknown.length) {
    return html`<ul class="unknowns">
      ${reading.unknown.slice(0, 4).map(({ word, nearest }) => html`<li key=${word}>
        <span><mark>${word}</mark> is not among its words</span>
        ${nearest && html`<button type="button" class="chip"
          onClick=${() => offer(replace(value, word, nearest))}>Use “${nearest}”</button>`}
      </li>`)}
    </ul>`;
  }
  const { label, words } = missing(known, reading.understood);
  return html`<${Row} label=${label} words=${words} pick=${(word) => offer(append(value, word))} />`;
}

function Row({ label, words, pick }) {
  return html`<div class="offers" role="group" aria-label=${label || "Words"}>
    ${label && html`<span class="offers-label">${label}</span>`}
    ${words.map((word) => html`<button type="button" class="chip" key=${word}
      onClick=${() => pick(word)}>${word}</button>`)}
  </div>`;
}
