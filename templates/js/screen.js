// Reading needs none of this. Where scripts run, a page is handier: links to the other languages take the
// reader's place along, the contents show where the reader is, and a link to a paragraph is copied.
(() => {
  "use strict";
  const links = [...document.querySelectorAll("main .permalink")];
  const target = (link) => document.getElementById(link.hash.slice(1));

  // Where the text begins that the row of languages does not cover.
  const top = 60;

  // The place that the reader came for, if it is in sight, or else the first one in sight.
  const place = () => {
    const inSight = (element) => {
      const box = element.getBoundingClientRect();
      return box.bottom > top + 40 && box.top < innerHeight;
    };
    const chosen = location.hash && document.getElementById(location.hash.slice(1));
    if (chosen && inSight(chosen)) return location.hash;
    const first = scrollY > 0 && links.find((link) => inSight(target(link)));
    return first ? first.hash : "";
  };
  const others = document.querySelectorAll(".languages a");
  for (const event of ["pointerdown", "click", "focusin"])
    document.querySelector(".languages").addEventListener(event, () => {
      for (const link of others) link.hash = place();
    });

  // A file that was mailed has no address that would mean anything to others.
  const canonical = document.querySelector("link[rel=canonical]");
  const own = location.protocol === "file:" ? "" : location.href.split("#")[0];
  const address = canonical ? canonical.href : own;
  const status = document.querySelector(".status");
  const copy = async (link) => {
    await navigator.clipboard.writeText(address + link.hash);
    status.textContent = status.dataset.copied;
    setTimeout(() => (status.textContent = ""), 3000);
  };
  if (address && navigator.clipboard)
    for (const link of links) link.addEventListener("click", () => copy(link).catch(() => {}));

  const contents = document.querySelector(".contents details");
  if (!contents) return;
  const beside = matchMedia("(min-width: 62rem)");
  const open = () => (contents.open = beside.matches);
  beside.addEventListener("change", open);
  open();
  const entries = [...contents.querySelectorAll("a")];
  const follow = () => {
    const passed = entries.filter((one) => target(one).getBoundingClientRect().top < 2 * top);
    const current = passed.at(-1);
    for (const entry of entries) {
      if (entry === current) entry.setAttribute("aria-current", "location");
      else entry.removeAttribute("aria-current");
    }
    if (!current) return;
    const box = contents.getBoundingClientRect();
    const line = current.getBoundingClientRect();
    if (line.top < box.top || line.bottom > box.bottom) contents.scrollTop += line.top - box.top - 40;
  };
  addEventListener("scroll", follow, { passive: true });
  follow();
})();
