// "Zaznacz wszystkich": ticks every box of a form, and again unticks them; offered only where it can work.
for (const place of document.querySelectorAll("[data-tick-all]")) {
  const boxes = () => [...document.getElementById(place.dataset.tickAll).querySelectorAll('input[type="checkbox"]')];
  place.hidden = false;
  place.querySelector("button").addEventListener("click", () => {
    const all = boxes();
    const tick = !all.every((box) => box.checked);
    for (const box of all) box.checked = tick;
  });
}
