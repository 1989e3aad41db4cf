// The desk: a prompt, a shape, a length, a seed, and one button that says how long it will take.
import * as api from "./api.js";
import { html, useEffect, useState } from "./html.js";
import { aspectOf } from "./actions.js";
import { Aspects, CastChoice, Kind, Length, Seed } from "./choices.js";
import { desk, write } from "./desk.js";
import { duration, ended } from "./format.js";
import { isFinal, jobs, keep } from "./jobs.js";
import { PromptField } from "./prompt-field.js";
import { createStore } from "./store.js";
import { toast } from "./toasts.js";
import { WordShelf } from "./word-shelf.js";

const none = [];
const nothing = { understood: none, unknown: none };

function requestOf({ kind, prompt, aspect, seconds, seed }, cast) {
  return { kind, prompt, aspect, seed, ...(kind === "film" && { seconds }), ...(cast && { cast: cast.name }) };
}

/** Whether a film that is there has the same cast, words, shape, length and seed. */
function isRepeated({ kind, state, cast, request: made }, { prompt, aspect, seconds, seed, ...wanted }) {
  return state === "completed" && kind === wanted.kind && cast === wanted.cast && made.prompt === prompt.trim()
    && made.seed === seed && (kind === "image" || made.seconds === seconds) && aspectOf(made) === aspect;
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

/** A number that changes now and then, while it is needed. */
function useTick(needed, pause) {
  const [tick, setTick] = useState(0);
  useEffect(() => {
    if (!needed) return undefined;
    const timer = setInterval(() => setTick((count) => count + 1), pause);
    return () => clearInterval(timer);
  }, [needed]);
  return tick;
}

const vocabulary = createStore({});

/** The words that a cast draws. */
function useWords(cast) {
  useEffect(() => {
    if (!cast || vocabulary.get()[cast]) return;
    api.words(cast).then((found) => vocabulary.set({ [cast]: found }), (error) => toast(error.message));
  }, [cast]);
  return vocabulary.use((all) => all[cast]) ?? none;
}

export function Composer({ casts, made }) {
  const state = desk.use((now) => now);
  const cast = casts.find(({ name }) => name === state.cast) ?? casts[0];
  const known = useWords(cast?.name);
  const [busy, setBusy] = useState(false);
  const request = requestOf(state, cast);
  const written = state.prompt.trim() !== "";
  const reading = useAnswer(
    () => (written && known.length ? api.check(state.prompt, cast.name) : nothing),
    `${state.prompt} ${cast?.name} ${known.length}`, nothing, 350);
  const open = jobs.use(({ all }) => [...all.values()].filter((job) => !isFinal(job)).length);
  const { prompt: _, ...shape } = request;
  const time = useAnswer(
    () => api.forecast({ ...request, prompt: written ? state.prompt : "a ball" }),
    JSON.stringify({ ...shape, open, tick: useTick(open > 0, 4000) }), {}, 150);

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

  const repeats = jobs.use(({ all }) => [...all.values()].some((job) => isRepeated(job, request)));
  const refused = state.refused || time.refused;
  const seed = html`<${Seed} seed=${state.seed} />`;
  const noun = state.kind === "image" ? "picture" : "film";
  return html`<form class="composer sheet" aria-label="Make a film"
    onSubmit=${(event) => { event.preventDefault(); submit(); }}>
    <${PromptField} value=${state.prompt} change=${(prompt) => write({ prompt })}
      submit=${submit} known=${known} reading=${reading} />
    <${WordShelf} known=${known} />
    <div class="choices">
      ${casts.length > 1 && html`<${CastChoice} casts=${casts} cast=${cast} />`}
      <${Kind} kind=${state.kind} />
      ${casts.length > 1 && seed}
      <${Aspects} sizes=${cast?.sizes ?? []} aspect=${state.aspect} />
      ${state.kind === "film" && html`<${Length} seconds=${state.seconds} longest=${cast?.longest_seconds ?? 16} />`}
      ${casts.length > 1 || seed}
    </div>
    ${refused && html`<p class="refused" role="alert">${ended(refused)}</p>`}
    <div class="go">
      <button type="submit" class="button primary" aria-disabled=${busy} aria-describedby="time">Make the ${noun}</button>
      <p class="soft" id="time">${time.seconds !== undefined && !time.refused && html`
        Takes about <strong>${duration(time.seconds)}</strong>${time.wait_seconds >= 1 &&
        `, after ${duration(time.wait_seconds)} of waiting`}.`}</p>
    </div>
    ${repeats && !refused && html`<p class="repeat">You have this ${noun}: the same words and the same seed
      make the same again. <button type="button" class="button small"
        onClick=${() => write({ seed: state.seed + 1 })}>Take seed ${state.seed + 1}</button></p>`}
  </form>`;
}
