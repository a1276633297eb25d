// A link to a comment leads to it. Wagtail marks the comment, but opens neither the comments nor what is folded around
// its field, and does not scroll there.
document.addEventListener("DOMContentLoaded", () => { // before the comments are drawn: each beside its field
  const pk = Number(new URLSearchParams(location.search).get("comment"));
  const data = document.getElementById("comments-data");
  const comment = pk && data && JSON.parse(data.textContent).comments.find((one) => one.pk === pk);
  if (!comment) {
    return;
  }
  document.querySelector("[data-side-panel=comments]").dispatchEvent(new Event("open"));
  const path = comment.contentpath.split(".");
  const field = document.querySelector(path.map((part) => `[data-contentpath="${part}"]`).join(" "));
  for (const toggle of document.querySelectorAll("[data-panel-toggle][aria-expanded=false]")) {
    if (document.getElementById(toggle.getAttribute("aria-controls")).contains(field)) {
      toggle.click();
    }
  }
  history.replaceState(null, "", `#:w:contentpath=${comment.contentpath}`); // Wagtail scrolls there
});
