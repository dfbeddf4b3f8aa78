// Hours of a session follow from its times while they are typed, in the unit of its form of support (data-minutes: 60 or 45).
const form = document.getElementById("session");
const field = (name) => form.elements[name];
const minutes = (text) => {
  const time = /^\s*(\d{1,2})(?:[.:]?(\d{2}))?\s*$/.exec(text);
  return time ? Number(time[1]) * 60 + Number(time[2] ?? 0) : NaN;
};

const follow = () => {
  const length = minutes(field("ends_at").value) - minutes(field("starts_at").value);
  if (!(length > 0)) return;
  const hours = Math.round((length / Number(form.dataset.minutes)) * 100) / 100;
  field("hours").value = String(hours).replace(".", document.documentElement.lang === "en" ? "." : ",");
};

for (const name of ["starts_at", "ends_at"]) field(name).addEventListener("change", follow);
