// Short messages at the foot of the page, with something to undo where there is.
import { html } from "./html.js";
import { createStore } from "./store.js";
import { Icon } from "./icons.js";

const shown = createStore({ toasts: [] });
let count = 0;

function dismiss(id) {
  shown.set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

export function toast(text, action) {
  const id = ++count;
  shown.set(({ toasts }) => ({ toasts: [...toasts.slice(-2), { id, text, action }] }));
  setTimeout(dismiss, action ? 12000 : 5000, id);
}

export function Toasts() {
  const toasts = shown.use((state) => state.toasts);
  return html`<div class="toasts" role="status" aria-live="polite">
    ${toasts.map(
      ({ id, text, action }) => html`<div class="toast" key=${id}>
        <p>${text}</p>
        ${action &&
        html`<button type="button" class="button small"
          onClick=${() => { dismiss(id); action.run(); }}>${action.label}</button>`}
        <button type="button" class="button small round bare" aria-label="Dismiss"
          onClick=${() => dismiss(id)}><${Icon} name="close" /></button>
      </div>`,
    )}
  </div>`;
}
