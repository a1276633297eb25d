// Copies the hours of a weekday to the working days after it. The button is there while there is something to copy.
(() => {
  const days = (element) => [...element.closest(".hours-widget").querySelectorAll(".hours-widget__day")];
  const field = (day) => day.querySelector("input");

  function offer(root) {
    for (const button of root.querySelectorAll("[data-hours-copy]")) {
      const { value, disabled } = field(button.closest(".hours-widget__day"));
      button.hidden = disabled || !value.trim();
    }
  }

  document.addEventListener("input", (event) => {
    const widget = event.target.closest(".hours-widget");
    if (widget) offer(widget);
  });
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-hours-copy]");
    if (!button) return;
    const day = button.closest(".hours-widget__day");
    const all = days(button);
    for (const other of all.slice(all.indexOf(day) + 1)) {
      if (!("workingDay" in field(other).dataset)) break;
      field(other).value = field(day).value;
      // So that the admin sees the change and saves a draft.
      field(other).dispatchEvent(new Event("input", { bubbles: true }));
      field(other).dispatchEvent(new Event("change", { bubbles: true }));
    }
  });
  offer(document);
  document.addEventListener("DOMContentLoaded", () => offer(document));
})();
