// A refused form brings its reader to the notice that says why; a request in the background that fails says so on the page.
document.querySelector("[data-focus]")?.focus();

const place = (id) => {
  const notices = document.getElementById("notices");
  const template = document.getElementById(id);
  if (!notices || !template) return;
  notices.replaceChildren(template.content.cloneNode(true));
  notices.scrollIntoView({ block: "center" });
};

document.body.addEventListener("htmx:responseError", (event) => {
  place(event.detail.xhr.status === 401 ? "session-expired" : "server-failed");
});
document.body.addEventListener("htmx:sendError", () => place("server-failed"));
