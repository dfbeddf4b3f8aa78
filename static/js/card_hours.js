// On the counselling card the hours of a line follow from its times while they are typed (data-minutes: 60 or 45 to the hour).
const card = document.getElementById("card");
const minutes = (text) => {
  const time = /^\s*(\d{1,2})(?:[.:]?(\d{2}))?\s*$/.exec(text);
  return time ? Number(time[1]) * 60 + Number(time[2] ?? 0) : NaN;
};

card.addEventListener("change", (event) => {
  const row = event.target.closest("tr");
  const [start, end] = ["starts_at", "ends_at"].map((name) => row.querySelector(`[name$="-${name}"]`));
  if (event.target !== start && event.target !== end) return;
  const length = minutes(end.value) - minutes(start.value);
  if (!(length > 0)) return;
  const hours = Math.round((length / Number(card.dataset.minutes)) * 100) / 100;
  const written = document.documentElement.lang === "en" ? String(hours) : String(hours).replace(".", ",");
  row.querySelector("[data-hours]").textContent = `${written}\u00a0h`;
});
