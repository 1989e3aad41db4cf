// A film that repeats: click or space pauses it, and a line goes through its frames.
import { html, useEffect, useRef, useState } from "./html.js";
import { Icon } from "./icons.js";

export const calm = matchMedia("(prefers-reduced-motion: reduce)");

export function Player({ src, poster, width, height, label, plays = true }) {
  const video = useRef();
  const line = useRef();
  const [playing, setPlaying] = useState(false);

  useEffect(() => {
    const film = video.current;
    let frame = 0;
    const follow = () => {
      if (film.duration) {
        const at = film.currentTime / film.duration;
        line.current.value = at;
        line.current.style.setProperty("--at", `${100 * at}%`);
      }
      frame = requestAnimationFrame(follow);
    };
    follow();
    if (plays && !calm.matches) film.play().catch(() => {});
    return () => cancelAnimationFrame(frame);
  }, [src]);

  const turn = () => (video.current.paused ? video.current.play() : video.current.pause());
  const seek = (event) => {
    const film = video.current;
    film.pause();
    film.currentTime = Number(event.target.value) * (film.duration || 0);
  };
  return html`<div class="player" style=${{ "--ratio": `${width} / ${height}` }}>
    <video ref=${video} src=${src} poster=${poster} loop muted playsinline preload="auto"
      width=${width} height=${height} aria-label=${label} onClick=${turn}
      onPlay=${() => setPlaying(true)} onPause=${() => setPlaying(false)}></video>
    <div class="controls">
      <button type="button" class="button small round bare" onClick=${turn}
        aria-label=${playing ? "Pause" : "Play"}><${Icon} name=${playing ? "pause" : "play"} full=${!playing} /></button>
      <input type="range" ref=${line} min="0" max="1" step="0.001" onInput=${seek} aria-label="Place in the film" />
      <button type="button" class="button small round bare" aria-label="Full screen" title="Full screen"
        onClick=${() => video.current.requestFullscreen?.()}><${Icon} name="wide" /></button>
    </div>
  </div>`;
}

/** A film in small: still until it is pointed at. */
export function Moving({ src, poster, width, height }) {
  const video = useRef();
  useEffect(() => {
    if (!matchMedia("(hover: none)").matches || calm.matches) return undefined;
    const seen = new IntersectionObserver(([entry]) =>
      entry.isIntersecting ? video.current?.play().catch(() => {}) : video.current?.pause(), { threshold: 0.6 });
    seen.observe(video.current);
    return () => seen.disconnect();
  }, [src]);
  return html`<video ref=${video} class="moving" src=${src} poster=${poster} width=${width} height=${height}
    loop muted playsinline preload="none" tabindex="-1" aria-hidden="true"></video>`;
}

/** Handlers that let the film inside an element move while it is pointed at or has the focus. */
export const moves = {
  onPointerEnter: (event) => play(event, true),
  onPointerLeave: (event) => play(event, false),
  onFocusIn: (event) => play(event, true),
  onFocusOut: (event) => play(event, false),
};

function play(event, on) {
  const film = event.currentTarget.querySelector("video");
  if (!film || calm.matches) return;
  if (on) film.play().catch(() => {});
  else film.pause();
}
