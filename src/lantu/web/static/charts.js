// Makes the drawn charts interactive. The page is complete without this file.
const figures = [...document.querySelectorAll("figure.chart[data-spec]")];

const TOKENS = { "#1d2430": "ink", "#5b6472": "soft", "#e2ddd3": "line", "#1f4e8c": "blue", "#e6edf6": "blue-soft", "#ffffff": "card" };

// The drawing uses the colours of the light sheet; the page may be showing another one.
function inPageColours(spec) {
  const style = getComputedStyle(document.documentElement);
  return JSON.parse(JSON.stringify(spec), (_, value) =>
    typeof value === "string" && TOKENS[value.toLowerCase()] ? style.getPropertyValue(`--${TOKENS[value.toLowerCase()]}`).trim() : value);
}

async function enliven(figure) {
  const answer = await fetch(figure.dataset.spec);
  if (!answer.ok) return;
  const spec = await answer.json();
  await import("/static/vega.js");
  const place = document.createElement("div");
  const options = { ast: true, actions: false, renderer: "svg", defaultStyle: false, tooltip: { disableDefaultStyle: true, theme: "lantu" } };
  const draw = async () => {
    const fresh = document.createElement("div");
    const wide = { ...inPageColours(spec), width: Math.max(280, figure.clientWidth - 12) };
    await window.lantuEmbed(fresh, wide, options);
    const svg = fresh.querySelector("svg");
    svg.setAttribute("class", "chart");
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", spec.description || "");
    place.replaceChildren(fresh);
    figure.replaceChildren(place);
    figure.dataset.live = "yes";
  };
  await draw();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  let width = figure.clientWidth;
  new ResizeObserver(() => {
    if (Math.abs(figure.clientWidth - width) > 24) { width = figure.clientWidth; draw(); }
  }).observe(figure);
}

// The library is large: on a connection that saves data it waits until a chart is pointed at.
const sparing = navigator.connection?.saveData === true;
for (const figure of figures) {
  if (sparing) figure.addEventListener("pointerenter", () => enliven(figure), { once: true });
  else enliven(figure);
}
