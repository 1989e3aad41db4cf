// The paper landscape behind the head of the page: day in light, night in dark.
import { html } from "./html.js";

const tree = (x, y, size) => html`<g>
  <path d="M${x - size * 0.05} ${y + 12}v${-size * 0.4}h${size * 0.1}v${size * 0.4}z" fill="var(--front)" />
  <path d="M${x - size * 0.36} ${y - size * 0.2}L${x} ${y - size}l${size * 0.36} ${size * 0.8}q${-size * 0.36} ${size * 0.1} ${-size * 0.72} 0z" />
</g>`;

const stars = [
  [90, 60], [210, 130], [330, 40], [420, 160], [560, 70], [690, 30], [760, 140], [880, 60],
  [960, 170], [1330, 60], [1390, 170], [1240, 30], [40, 180],
];

export function Landscape({ low }) {
  return html`<div class=${low ? "landscape low" : "landscape"} aria-hidden="true">
    <svg viewBox="0 0 1440 460" preserveAspectRatio="xMidYMax slice">
      <g fill="var(--star)">${stars.map(([x, y], i) => html`<circle cx=${x} cy=${y} r=${1.2 + (i % 3) * 0.6} />`)}</g>
      <g class="hang"><circle cx="1130" cy="118" r="58" fill="var(--orb)" /></g>
      <g class="hang" fill="var(--cloud)">
        <path d="M745 132a26 26 0 0 1 12-49 40 40 0 0 1 74-9 30 30 0 0 1 41 23 18 18 0 0 1-2 35z" />
        <path d="M1200 196a20 20 0 0 1 8-38 32 32 0 0 1 59-8 24 24 0 0 1 33 18 14 14 0 0 1-2 28z" />
        <path d="M386 74a16 16 0 0 1 6-30 26 26 0 0 1 47-6 20 20 0 0 1 27 15 11 11 0 0 1-2 21z" />
      </g>
      <path class="layer" fill="var(--far)" d="M0 318l130-82 90 56 150-120 128 104 118-64 150 92 140-112 130 86 124-96 150 104 130-70v304H0z" />
      <path class="layer" fill="var(--middle)" d="M0 342q180-66 372-22t380-10 356 12 332-28v186H0z" />
      <g class="layer" fill="var(--near)">
        <path d="M0 392q240-62 470-24t430-14 540 10v116H0z" />
        ${tree(96, 378, 84)} ${tree(150, 372, 62)} ${tree(1010, 358, 78)} ${tree(1062, 362, 104)}
        ${tree(1340, 362, 70)} ${tree(1388, 364, 96)} ${tree(612, 366, 56)}
      </g>
      <path class="layer" fill="var(--front)" d="M0 428q200-34 420-12t460-10 560 6v60H0z" />
      <path class="layer" fill="var(--paper)" d="M0 448q260-26 520-10t460-6 460 4v40H0z" />
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
