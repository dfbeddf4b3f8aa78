// "pokaż hasło": offered only where it can work.
for (const place of document.querySelectorAll("[data-show-password]")) {
  const password = document.getElementById(place.dataset.showPassword);
  place.hidden = false;
  place.querySelector("input").addEventListener("change", (event) => {
    password.type = event.target.checked ? "text" : "password";
  });
}
