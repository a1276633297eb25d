// Puts the picker of a date beside its field or above it. Below, where it comes up, it covers the next fields and buttons.
(() => {
  const GAP = 8; // pixels
  const watched = new WeakSet();

  function place(field, picker) {
    const at = field.getBoundingClientRect();
    const { width, height } = picker.getBoundingClientRect();
    if (!width) return; // closed
    const beside = at.right + GAP + width <= window.innerWidth;
    const above = at.top - GAP - height >= 0;
    const left = beside ? at.right + GAP : Math.max(0, Math.min(at.left, window.innerWidth - width));
    const top = beside ? Math.max(0, Math.min(at.top, window.innerHeight - GAP - height))
      : above ? at.top - GAP - height : at.bottom + GAP;
    const now = picker.getBoundingClientRect();
    if (Math.abs(now.left - left) < 1 && Math.abs(now.top - top) < 1) return;
    // What a fixed element is placed by is not always the window: a dialog may be moved itself.
    const style = getComputedStyle(picker);
    picker.style.setProperty("--picker-left", `${parseFloat(style.left) + left - now.left}px`);
    picker.style.setProperty("--picker-top", `${parseFloat(style.top) + top - now.top}px`);
  }

  document.addEventListener("focusin", ({ target }) => {
    const found = window.jQuery && window.jQuery(target).data("xdsoft_datetimepicker");
    if (!found || watched.has(target)) return;
    watched.add(target);
    const picker = found[0];
    const again = () => place(target, picker);
    picker.classList.add("picker-beside");
    new ResizeObserver(again).observe(picker); // it opens later
    for (const name of ["scroll", "resize"]) window.addEventListener(name, again, { capture: true, passive: true });
  });
})();
