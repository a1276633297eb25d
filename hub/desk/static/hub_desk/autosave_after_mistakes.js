// Of a form that comes back with mistakes Wagtail sends one draft, and then looks for no more changes: it would neither
// save nor ask about what is typed from then on.
(() => {
  const QUIET = 500; // milliseconds after the last change, as Wagtail waits
  let timer;

  for (const name of ["input", "change"]) {
    document.addEventListener(name, (event) => {
      const form = event.target.closest("form[data-edit-form]");
      if (form?.dataset.wUnsavedForceValue !== "true") {
        return;
      }
      clearTimeout(timer);
      timer = setTimeout(() => {
        form.dispatchEvent(
          new CustomEvent("w-unsaved:add", { bubbles: true, cancelable: true, detail: { type: "edits" } }),
        );
      }, QUIET);
    });
  }

  document.addEventListener("w-autosave:success", () => {
    const form = document.querySelector("form[data-edit-form]");
    if (form && !form.dataset.wUnsavedCheckIntervalValue) {
      form.dataset.wUnsavedCheckIntervalValue = QUIET; // a new value makes Wagtail begin to look
    }
  });
})();
