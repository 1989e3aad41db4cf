// The paper landscape behind the head of the page: day in light, night in dark.
import { html } from "./html.js";

const tree = (x, y, size) => {
  const half = size * 0.36;
  return html`<path d="M${x} ${y - size}l${half} ${size * 0.82}h${-half * 0.72}v${size * 0.5}h${-half * 0.56}v${-size * 0.5}h${-half * 0.72}z" />`;
};

const stars = [
  [640, 84], [700, 44], [735, 190], [880, 56], [905, 150], [985, 96], [1020, 196], [1290, 72],
  [1345, 150], [1400, 96], [1248, 40], [1180, 214], [24, 196], [560, 26],
];

export function Landscape({ low }) {
  return html`<div class=${low ? "landscape low" : "landscape"} aria-hidden="true">
    <svg viewBox="0 0 1440 460" preserveAspectRatio="xMidYMax slice">
      <g fill="var(--star)">${stars.map(([x, y], i) => html`<circle cx=${x} cy=${y} r=${1.2 + (i % 3) * 0.6} />`)}</g>
      <g class="hang"><circle cx="1130" cy="118" r="58" fill="var(--orb)" /></g>
      <g class="hang clouds" fill="var(--cloud)">
        <path d="M745 132a26 26 0 0 1 12-49 40 40 0 0 1 74-9 30 30 0 0 1 41 23 18 18 0 0 1-2 35z" />
        <path d="M1200 196a20 20 0 0 1 8-38 32 32 0 0 1 59-8 24 24 0 0 1 33 18 14 14 0 0 1-2 28z" />
        <path d="M386 74a16 16 0 0 1 6-30 26 26 0 0 1 47-6 20 20 0 0 1 27 15 11 11 0 0 1-2 21z" />
      </g>
      <path class="layer" fill="var(--far)" d="M0 318l130-82 90 56 150-120 128 104 118-64 150 92 140-112 130 86 124-96 150 104 130-70v304H0z" />
      <path class="layer" fill="var(--middle)" d="M0 342q180-66 372-22t380-10 356 12 332-28v186H0z" />
      <g class="layer" fill="color-mix(in srgb, var(--near) 50%, var(--front))">
        ${tree(96, 388, 92)} ${tree(150, 386, 66)} ${tree(1010, 366, 84)} ${tree(1062, 368, 112)}
        ${tree(1338, 372, 76)} ${tree(1390, 374, 104)} ${tree(612, 372, 60)}
      </g>
      <path class="layer" fill="var(--near)" d="M0 392q240-62 470-24t430-14 540 10v116H0z" />
      <path class="layer" fill="var(--front)" d="M0 428q200-34 420-12t460-10 560 6v60H0z" />
    </svg>
    <svg class="ground" viewBox="0 0 1440 40" preserveAspectRatio="none">
      <path fill="var(--paper)" d="M0 26q240-24 480-12t480-4 480 6v34H0z" />
    </svg>
  </div>`;
}

/** A small scene for where nothing is yet: a ball that waits on a hill. */
export function Waiting({ bounce = false }) {
  return html`<svg class=${bounce ? "waiting bounce" : "waiting"} viewBox="0 0 160 110" aria-hidden="true">
    <path fill="var(--far)" d="M8 84 44 46l26 24 30-40 52 54z" />
    <circle class="ball" cx="80" cy="66" r="12" fill="var(--accent)" />
    <path fill="var(--middle)" d="M4 88q40-22 78-10t74-8v22q-76 20-152 4z" />
    <path fill="var(--near)" d="M10 100q44-16 74-8t66-4q-60 22-140 12z" />
  </svg>`;
}
