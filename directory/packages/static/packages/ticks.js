/* Lets readers tick off a checklist. The ticks are kept in this browser alone, by the page's translation key and the ids of
   its blocks: they stay when the page is edited, and hold in every language. Without storage there is nothing to tick. */

const PREFIX = "hub-ticks:";

/** Return the ids that are ticked on the page `key`; none where what is stored is no list. */
export function read(storage, key) {
  try {
    const ids = JSON.parse(storage.getItem(PREFIX + key));
    return new Set(Array.isArray(ids) ? ids : []);
  } catch {
    return new Set();
  }
}

/** Keep whether `id` is ticked on the page `key`, beside what another tab has kept meanwhile. */
export function keep(storage, key, id, ticked) {
  const ids = read(storage, key);
  if (ticked) ids.add(id);
  else ids.delete(id);
  if (ids.size) storage.setItem(PREFIX + key, JSON.stringify([...ids]));
  else storage.removeItem(PREFIX + key);
}

/** Forget the ticks of all pages. */
export function forget(storage) {
  const keys = Array.from({ length: storage.length }, (_, number) => storage.key(number));
  for (const key of keys) if (key.startsWith(PREFIX)) storage.removeItem(key);
}

/** Fill in what stands in braces in a sentence. */
export function fill(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (_, name) => `\u2068${values[name]}\u2069`);
}

/** Return the browser's storage, null where there is none. It may be full, and is read then. */
function usable() {
  try {
    localStorage.getItem(PREFIX);
    return localStorage;
  } catch {
    return null;
  }
}

function start(panel, storage) {
  const words = JSON.parse(document.getElementById("tick-words").textContent);
  const key = panel.dataset.ticks;
  const boxes = [...document.querySelectorAll("[data-task]")];
  const announcement = panel.querySelector("[data-announcement]");
  const problem = panel.querySelector("[data-problem]");

  const counted = (some) => ({ done: some.filter((box) => box.checked).length, all: some.length });
  const within = (chapter) => [...chapter.querySelectorAll("[data-task]")];

  function show(element, some) {
    element.textContent = fill(words.progress, counted(some));
    element.hidden = false;
  }

  function showAll() {
    for (const chapter of document.querySelectorAll("[data-chapter]")) {
      const places = document.querySelectorAll(`[data-progress="${CSS.escape(chapter.id)}"]`);
      for (const element of places) show(element, within(chapter));
    }
    show(panel.querySelector("[data-progress]"), boxes);
    const bar = panel.querySelector("progress");
    bar.max = boxes.length;
    bar.value = counted(boxes).done;
  }

  function load() {
    const ids = read(storage, key);
    for (const box of boxes) box.checked = ids.has(box.dataset.task);
    showAll();
  }

  document.addEventListener("change", ({ target: box }) => {
    if (!boxes.includes(box)) return;
    try {
      keep(storage, key, box.dataset.task, box.checked);
    } catch {
      box.checked = !box.checked; // what is not kept is not shown as kept
      problem.hidden = false;
      announcement.textContent = problem.textContent;
      return;
    }
    showAll();
    const chapter = box.closest("[data-chapter]");
    announcement.textContent = chapter
      ? fill(words.announcement, { chapter: chapter.querySelector("h2").textContent, ...counted(within(chapter)) })
      : fill(words.progress, counted(boxes));
  });
  panel.querySelector("[data-forget]").addEventListener("click", () => {
    if (!confirm(words.question)) return;
    forget(storage);
    load();
    announcement.textContent = words.forgotten;
  });
  // Another tab shows the page in another language. Back and forward show a page as it was left.
  addEventListener("storage", load);
  addEventListener("pageshow", load);

  load();
  for (const element of [panel, ...boxes]) element.hidden = false;
  document.documentElement.classList.add("has-ticks");
}

if (typeof document !== "undefined") {
  const panel = document.querySelector("[data-ticks]");
  const storage = panel && document.querySelector("[data-task]") ? usable() : null;
  if (storage) start(panel, storage);
}
