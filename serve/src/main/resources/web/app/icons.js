// Drawn with one pen: 24 by 24, two units wide, round ends.
import { html } from "./html.js";

const paths = {
  again: "M4 12a8 8 0 1 0 2.6-5.9M4 4v4.5h4.5",
  alert: "M12 8v5M12 16.5v.01M10.3 3.9 2.6 17.4A2 2 0 0 0 4.3 20.4h15.4a2 2 0 0 0 1.7-3L13.7 3.9a2 2 0 0 0-3.4 0z",
  close: "M6 6l12 12M18 6 6 18",
  dice: "M6 3.5h12A2.5 2.5 0 0 1 20.5 6v12a2.5 2.5 0 0 1-2.5 2.5H6A2.5 2.5 0 0 1 3.5 18V6A2.5 2.5 0 0 1 6 3.5zM8.5 8.5v.01M15.5 15.5v.01M12 12v.01M15.5 8.5v.01M8.5 15.5v.01",
  down: "M12 4v11m0 0 4.5-4.5M12 15l-4.5-4.5M5 19.5h14",
  film: "M5 4.5h14A1.5 1.5 0 0 1 20.5 6v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18V6A1.5 1.5 0 0 1 5 4.5zM8 4.5v15M16 4.5v15M3.5 12h17",
  heart: "M12 20s-7.5-4.6-7.5-10.2A4.3 4.3 0 0 1 12 7.3a4.3 4.3 0 0 1 7.5 2.5C19.5 15.4 12 20 12 20z",
  moon: "M20 14.5A8.2 8.2 0 0 1 9.5 4 8.2 8.2 0 1 0 20 14.5z",
  pause: "M8.5 5v14M15.5 5v14",
  picture: "M5 4.5h14A1.5 1.5 0 0 1 20.5 6v12a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 18V6A1.5 1.5 0 0 1 5 4.5zM3.5 16.5l5-5 4.5 4.5 2.5-2.5 5 4.5M15.5 8.5v.01",
  play: "M7.5 4.8v14.4a.6.6 0 0 0 .9.5l11.3-7.2a.6.6 0 0 0 0-1L8.4 4.3a.6.6 0 0 0-.9.5z",
  search: "M10.5 17.5a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM15.6 15.6l5 5",
  sun: "M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM12 2.5v1.5M12 20v1.5M2.5 12H4M20 12h1.5M5.3 5.3l1 1M17.7 17.7l1 1M5.3 18.7l1-1M17.7 6.3l1-1",
  trash: "M4.5 6.5h15M9.5 6.5v-2h5v2M6.5 6.5l.8 12.6a1.5 1.5 0 0 0 1.5 1.4h6.4a1.5 1.5 0 0 0 1.5-1.4l.8-12.6M10 10.5v6M14 10.5v6",
  vary: "M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h6v6h-6z",
  wide: "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5",
};

export function Icon({ name, full = false }) {
  return html`<svg viewBox="0 0 24 24" fill=${full ? "currentColor" : "none"} stroke="currentColor"
    stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">
    <path d=${paths[name]} />
  </svg>`;
}

export function Mark() {
  return html`<svg viewBox="0 0 64 64" aria-hidden="true">
    <rect width="64" height="64" fill="#bfdcd8" />
    <circle cx="33" cy="24" r="12" fill="#d9532c" />
    <path d="M0 44q16-9 32-3t32-4v27H0z" fill="#e7c68d" />
    <path d="M0 53q18-8 34-2t30-4v17H0z" fill="#2f7f8c" />
  </svg>`;
}
