// The style sheet hides what the reader did not choose. Where scripts run, it is also counted.
(() => {
  "use strict";
  const status = document.querySelector(".count");
  if (!status || !CSS.supports("selector(:has(*))")) return;
  const entries = [...document.querySelectorAll(".entry")];
  const count = () => {
    const shown = entries.filter((entry) => entry.getClientRects().length);
    const numbers = { "{count}": shown.length, "{total}": entries.length };
    status.textContent = status.dataset.words.replace(/\{\w+\}/g, (place) => numbers[place]);
  };
  document.querySelector(".filters").addEventListener("change", count);
  // A page that the browser brings back may come with another choice.
  addEventListener("pageshow", count);
})();
