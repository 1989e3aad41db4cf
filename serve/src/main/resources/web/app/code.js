// How the same film is made without the page.
import { html } from "./html.js";
import { aspectOf } from "./actions.js";
import { toast } from "./toasts.js";

const quoted = (text) => JSON.stringify(text);
const inShell = (text) =>
  /["$`!\\]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : `"${text}"`;

function java({ kind, request, cast }) {
  const { prompt, negative, seconds, seed, silent, audio_prompt: sound, music } = request;
  const changes = [
    ...(kind === "image" ? [] : [`.withSeconds(${seconds})`]),
    `.withAspect("${aspectOf(request)}")`,
    ...(negative ? [`.withNegative(${quoted(negative)})`] : []),
    ...(silent ? [".silent()"] : []),
    ...(sound ? [`.withSound(${quoted(sound)})`] : []),
    ...(music === undefined ? [] : [`.withMusic(${music})`]),
    ...(cast === "tiny" ? [] : [`.withCast(${quoted(cast)})`]),
    `.withSeed(${seed})`,
  ];
  const order = `FilmOrder.${kind === "image" ? "picture" : "of"}(${quoted(prompt)})\n            ${changes.join("")}`;
  return `import moviegen.client.*;

void main() throws Exception {
  try (var studio = StudioClient.at(URI.create("${location.origin}"))) {
    var order =
        ${order};
    studio.submit(order).await().save(Path.of("${kind === "image" ? "picture.png" : "film.mp4"}"));
  }
}`;
}

function shell({ kind, request, cast }) {
  const { prompt, negative, seconds, seed, silent, audio_prompt: sound, music } = request;
  const options = [
    ...(kind === "image" ? [] : [`--seconds ${seconds}`]),
    `--aspect ${aspectOf(request)}`,
    ...(negative ? [`--negative ${inShell(negative)}`] : []),
    ...(silent ? ["--silent"] : []),
    ...(sound ? [`--audio-prompt ${inShell(sound)}`] : []),
    ...(music === undefined ? [] : [music ? "--music" : "--no-music"]),
    ...(cast === "tiny" ? [] : [`--cast ${cast}`]),
    `--seed ${seed}`,
  ];
  return `./moviegen ${kind === "image" ? "image" : "generate"} ${inShell(prompt)} ${options.join(" ")}`;
}

export function Code({ job }) {
  return html`<details class="code">
    <summary>Make it from Java or a shell</summary>
    <p class="soft">With moviegen-client on the class path; the studio at this address has to be open.</p>
    <${Block} name="Java" text=${java(job)} />
    <${Block} name="Shell" text=${shell(job)} />
  </details>`;
}

function Block({ name, text }) {
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast("Copied."), () => toast("The browser does not let this page copy."));
  return html`<div><span>${name}</span>
      ${navigator.clipboard && html`<button type="button" class="button small" onClick=${copy} aria-label=${`Copy: ${name}`}>Copy</button>`}</div>
    <pre tabindex="0" aria-label=${name}>${text}</pre>`;
}
