// Sets light or dark before anything is drawn. A choice that was made is kept; else the system decides.
(() => {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const chosen = localStorage.getItem("theme");
    document.documentElement.dataset.theme = chosen ?? (system.matches ? "dark" : "light");
  };
  system.addEventListener("change", apply);
  addEventListener("storage", apply);
  apply();
})();
