// The switch between light and dark.
import { html, useEffect, useState } from "./html.js";
import { Icon } from "./icons.js";

export function ThemeSwitch() {
  const root = document.documentElement;
  const [dark, setDark] = useState(root.dataset.theme === "dark");
  const turn = () => {
    const theme = dark ? "light" : "dark";
    const system = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
    if (theme === system) localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
    root.dataset.theme = theme;
  };
  useEffect(() => {
    const seen = new MutationObserver(() => setDark(root.dataset.theme === "dark"));
    seen.observe(root, { attributeFilter: ["data-theme"] });
    return () => seen.disconnect();
  }, []);
  return html`<button type="button" class="button bare round" onClick=${turn}
    aria-label=${dark ? "Switch to light" : "Switch to dark"}
    title=${dark ? "Light" : "Dark"}>
    <${Icon} name=${dark ? "sun" : "moon"} />
  </button>`;
}
