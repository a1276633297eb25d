/* The translator's desk: the text at hand, keys, filters, what others do meanwhile. */
(() => {
  "use strict";

  const fields = window.hubDeskFields;
  const { checkMarks, replaceWords, select, setWords, toggleMark, wordsOf } = fields;
  const { Kept, Queue, Server } = window.hubDeskSaving;
  const ASK = 10000; // ms between questions to the server what others do
  const SETTLED = 2000; // ms at a text before others are told

  const desk = document.getElementById("desk");
  const find = (selector, within = desk) => within.querySelector(selector);
  const findAll = (selector, within = desk) => [...within.querySelectorAll(selector)];
  const messages = JSON.parse(document.getElementById("desk-messages").textContent);
  const tools = document.getElementById("desk-tools").content.firstElementChild.cloneNode(true);
  const alertBox = find("[data-alert]");
  const server = new Server(desk);
  const kept = new Kept(desk.dataset.user, desk.dataset.page);
  let atHand = null;
  let asking = null;

  const say = (text, values = {}) => text.replace(/%\((\w+)\)s/g, (_all, name) => values[name]);
  const announce = (text) => {
    find("[data-announcements]").textContent = text;
  };
  const textOf = (node) => node && node.closest("[data-key]");
  const fieldOf = (text) => find("[data-field]", text);
  const byKey = (key) => document.getElementById(`text-${key}`);
  const list = () => find("[data-list]");
  const isToDo = (text) => text.dataset.state !== "translated";
  let saves = 0;
  const confirming = new Set(); // keys of texts that were confirmed and are on their way
  const isOpen = (text) => isToDo(text) && !confirming.has(text.dataset.key);
  const FILTERS = {
    all: () => true,
    todo: isToDo,
    changed: (text) => "changed" in text.dataset && isToDo(text),
    hints: (text) => "hints" in text.dataset,
    questions: (text) => "questions" in text.dataset,
  };

  /* What is known of each text while the page is open: what it began with, and what the server has. */

  const states = new WeakMap();
  const stateOf = (text) => {
    if (!states.has(text)) {
      const words = wordsOf(fieldOf(text));
      states.set(text, { stored: words, base: text.dataset.version, first: { words, confirmed: isToDo(text) ? "" : "yes" } });
    }
    return states.get(text);
  };
  const isDirty = (text) => queue.has(text.dataset.key) || wordsOf(fieldOf(text)) !== stateOf(text).stored;

  const queue = new Queue(server, kept, {
    change: () => showSaved(),
    saved(key, stored, hasNewer) {
      saves += 1;
      hideAlert();
      if (!hasNewer) confirming.delete(key);
      const text = byKey(key);
      if (stored.is_gone) {
        refresh();
        return;
      }
      if (!text) return;
      const state = stateOf(text);
      state.base = text.dataset.version = stored.version;
      if (!hasNewer) state.stored = wordsOf(fieldOf(text));
      show(text, stored);
    },
    conflict(key, stored) {
      confirming.delete(key);
      const text = byKey(key);
      if (text && !stored.is_gone) {
        showConflict(text, stored);
        return;
      }
      showHomeless(queue.waiting.get(key));
      queue.settle(key);
      refresh();
    },
    refused(key, error) {
      confirming.delete(key);
      const text = byKey(key);
      if (text) showRefusal(text, error);
      showAlert(error);
    },
    failed(kind) {
      showAlert(messages[kind], kind === "session");
    },
  });

  const store = (text, { confirmed, now = false }) => {
    const field = fieldOf(text);
    const state = stateOf(text);
    const item = { url: text.dataset.url, words: wordsOf(field), base: state.base, confirmed };
    queue.add(text.dataset.key, item, { now });
  };

  /* What is shown. */

  const show = (text, stored) => {
    text.dataset.state = stored.state;
    find("[data-state-label]", text).textContent = stored.label;
    find("[data-hints-list]", text).innerHTML = stored.hints;
    text.toggleAttribute("data-hints", Boolean(find(".desk-hints", text)));
    showRefusal(text, stored.refusal);
    count();
  };

  const showRefusal = (text, refusal) => {
    const place = find("[data-refusal]", text);
    place.textContent = refusal;
    place.hidden = !refusal;
  };

  const showSaved = () => {
    const state = queue.isEmpty ? "saved" : queue.conflicts.size ? "decide" : queue.isReachable && !queue.refused.size ? "saving" : "kept";
    find("[data-saved]").textContent = messages[state];
    desk.toggleAttribute("data-unsaved", !queue.isEmpty);
  };

  const showAlert = (text, withLogin = false) => {
    alertBox.textContent = text;
    if (withLogin) {
      const link = document.createElement("a");
      Object.assign(link, { href: desk.dataset.loginUrl, target: "_blank", rel: "noopener" });
      link.textContent = messages.login;
      alertBox.append(" ", link);
    }
    alertBox.hidden = false;
  };

  /** Show words whose place is gone, so that they can be copied. */
  const showHomeless = (item) => {
    if (item) showAlert(say(messages.homeless, { words: item.words.replace(/<[^>]*>/g, " ") }));
  };

  const hideAlert = () => {
    alertBox.hidden = true;
  };

  const count = () => {
    const texts = findAll("[data-key]");
    for (const [name, test] of Object.entries(FILTERS)) {
      find(`[data-count="${name}"]`).textContent = `(${texts.filter(test).length})`;
    }
    const done = texts.filter((text) => !isToDo(text)).length;
    const bar = find("progress");
    Object.assign(bar, { max: texts.length || 1, value: done });
    find("[data-progress-text]").textContent = say(messages.progress, { done, texts: texts.length });
    const hints = texts.filter(FILTERS.hints).length;
    const publish = find("[data-publish-hints]");
    if (publish) publish.textContent = hints ? say(messages.hints, { hints }) : "";
  };

  const filter = () => {
    const test = FILTERS[find("[name=filter]:checked").value];
    let shown = 0;
    for (const text of findAll("[data-key]")) {
      text.hidden = !test(text) && text !== atHand;
      shown += text.hidden ? 0 : 1;
    }
    for (const section of findAll(".desk-section")) section.hidden = !find("[data-key]:not([hidden])", section);
    find("[data-empty]").hidden = shown > 0;
    count();
  };

  const showConflict = (text, stored) => {
    const place = find("[data-conflict]", text);
    const sentence = document.createElement("p");
    sentence.textContent = say(stored.who ? messages.conflict : messages.conflict_nobody, { who: stored.who });
    const theirs = document.createElement("blockquote");
    Object.assign(theirs, { lang: fieldOf(text).lang, dir: fieldOf(text).dir });
    theirs.innerHTML = stored.words || "";
    const button = (label, action) => {
      const made = document.createElement("button");
      Object.assign(made, { type: "button", className: "button button-small button-secondary", textContent: label });
      made.addEventListener("click", () => {
        place.hidden = true;
        place.replaceChildren();
        action();
        fieldOf(text).focus();
      });
      return made;
    };
    place.replaceChildren(
      sentence,
      theirs,
      button(messages.keep_mine, () => {
        stateOf(text).base = stored.version || "";
        queue.settle(text.dataset.key, stored.version || "");
      }),
      button(messages.take_theirs, () => {
        queue.settle(text.dataset.key);
        take(text, stored);
      })
    );
    place.hidden = false;
    announce(sentence.textContent);
  };

  /** Show in a text what the server has. */
  const take = (text, stored) => {
    setWords(fieldOf(text), stored.words || "");
    text.dataset.version = stored.version || "";
    states.delete(text);
    if (stored.state) show(text, stored);
    checkMarks(text, messages);
  };

  /* The text at hand. */

  const open = (text) => {
    if (atHand === text) return;
    if (atHand) {
      delete atHand.dataset.atHand;
      showEqual(atHand, true);
      settle(atHand);
    }
    atHand = text;
    text.dataset.atHand = "";
    stateOf(text);
    find("[data-suggestions]", tools).replaceChildren();
    closeQuestion();
    find("[data-tools]", text).replaceChildren(tools);
    find("[data-do=right]", tools).hidden = !FILTERS.changed(text);
    find("[data-preview]", tools).href = desk.dataset.previewUrl;
    // What was just typed is on its way first.
    queue.flush().then(() => atHand === text && loadSuggestions(text));
    clearTimeout(asking);
    asking = setTimeout(tell, SETTLED);
  };

  /** Who has changed a text and goes on means it, unless a hint shows that it is not finished. */
  const settle = (text) => {
    const state = stateOf(text);
    if (!state.touched) return;
    state.touched = false;
    store(text, { confirmed: wordsOf(fieldOf(text)) && "unless-hints", now: true });
  };

  const goTo = (text, note) => {
    if (text.hidden) {
      text.hidden = false;
      text.closest(".desk-section").hidden = false;
    }
    select(fieldOf(text), true);
    text.scrollIntoView({ block: innerHeight < 700 ? "start" : "center" }); // the source, too, where there is little room
    if (note) announce(note);
  };

  /** Return the next text that `test` accepts, from the one at hand to the end and on from the beginning. */
  const following = (test, step = 1) => {
    const texts = findAll("[data-key]").filter((text) => text === atHand || (!text.hidden && test(text)));
    if (step < 0) texts.reverse();
    const position = texts.indexOf(atHand);
    return [...texts.slice(position + 1), ...texts.slice(0, Math.max(position, 0))].find((text) => text !== atHand);
  };

  const goToNext = (test, nothing) => {
    const text = following(test);
    if (!text) {
      announce(nothing);
      return;
    }
    const left = findAll("[data-key]").filter(test).length;
    goTo(text, say(messages.left, { left }));
  };

  const confirm = async (text) => {
    const state = stateOf(text);
    const hasWords = wordsOf(fieldOf(text)) !== "";
    state.touched = false;
    state.seen = FILTERS.hints(text);
    if (hasWords && (isToDo(text) || isDirty(text))) {
      confirming.add(text.dataset.key);
      store(text, { confirmed: "yes", now: true });
    }
    const chosen = find("[name=filter]:checked").value;
    const test = ["hints", "questions"].includes(chosen) ? FILTERS[chosen] : isOpen;
    const next = following((item) => test(item) && item !== text && !(test !== isOpen && stateOf(item).seen));
    if (next) {
      goTo(next, say(messages.left, { left: findAll("[data-key]").filter(isOpen).length }));
      return;
    }
    await queue.flush();
    const texts = findAll("[data-key]");
    const doubtful = texts.find((item) => FILTERS.hints(item) && !stateOf(item).seen);
    if (texts.some(isToDo)) announce(messages.all_seen);
    else if (doubtful) goTo(doubtful, messages.look_at_hints);
    else {
      announce(messages.all_done);
      (find("[data-publish]") || find("[data-next] button")).focus();
    }
  };

  const copySource = (text) => {
    replaceWords(fieldOf(text), find("[data-source]", text));
  };

  const undo = (text) => {
    const { first } = stateOf(text);
    const before = document.createElement("div");
    setWords(before, first.words);
    replaceWords(fieldOf(text), before);
    stateOf(text).touched = false;
    store(text, { confirmed: first.confirmed, now: true });
    announce(messages.undone);
  };

  /** Show what was translated elsewhere, unless it is among the suggestions below. */
  const showEqual = (text, isShown) => {
    const equal = find("[data-equal]", text);
    if (equal) equal.hidden = !isShown;
  };

  const loadSuggestions = async (text) => {
    const place = find("[data-suggestions]", tools);
    try {
      const answer = await server.send(`${text.dataset.url}suggestions/`);
      const html = await answer.text();
      if (atHand !== text) return;
      place.innerHTML = html;
      const words = wordsOf(fieldOf(text));
      for (const item of findAll("[data-words]", place)) {
        if (wordsOf(item) === words) item.closest("li").remove();
      }
      showEqual(text, !find("[data-words]", place));
      text.scrollIntoView({ block: "nearest" });
      const number = findAll("[data-words]", place).length;
      if (number && !words) announce(say(messages.suggestions, { number }));
    } catch (error) {
      if (!error.kind) throw error; // it helps, but nothing depends on it
    }
  };

  const insert = (text, number) => {
    const found = findAll("[data-words]", text)[number - 1];
    const equal = number === 1 && find("[data-equal-words]", text);
    if (found || equal) replaceWords(fieldOf(text), found || equal);
  };

  const previewAddress = (text) => {
    // Browsers look for the words and show the page there.
    const words = (fieldOf(text).innerText.trim() || find("[data-source]", text).textContent).replaceAll("\u200b", "");
    const beginning = words.trim().split(/\s+/).slice(0, 6).join(" ");
    return `${desk.dataset.previewUrl}#:~:text=${encodeURIComponent(beginning).replace(/-/g, "%2D")}`;
  };

  const preview = async (event) => {
    const link = find("[data-preview]", tools);
    if (!atHand) return;
    if (event && event.type === "click" && queue.isEmpty && !isDirty(atHand)) {
      link.href = previewAddress(atHand);
      return; // the browser follows it
    }
    if (event) event.preventDefault();
    // What is shown is what is stored.
    settle(atHand);
    await queue.flush();
    link.href = previewAddress(atHand);
    window.open(link.href, "_blank", "noopener");
  };

  /* Questions. */

  const questionForm = find("[data-question]", tools);
  const questionButton = find("[data-do=question]", tools);

  const closeQuestion = () => {
    questionForm.hidden = true;
    questionButton.setAttribute("aria-expanded", "false");
  };

  const openQuestion = () => {
    questionForm.hidden = false;
    questionButton.setAttribute("aria-expanded", "true");
    find("textarea", questionForm).focus();
  };

  questionForm.addEventListener("submit", async (event) => {
    event.preventDefault();
    const box = find("textarea", questionForm);
    const text = atHand;
    try {
      await server.post(`${text.dataset.url}question/`, { question: box.value });
    } catch (error) {
      if (!error.kind) throw error;
      showAlert(error.kind === "refused" ? error.body.error : messages.not_asked, error.kind === "session");
      return;
    }
    box.value = "";
    hideAlert();
    closeQuestion();
    await refresh();
    announce(messages.asked);
    if (atHand) fieldOf(atHand).focus();
  });

  /* What others do: their places, their words, the source, answers. */

  const tell = async () => {
    clearTimeout(asking);
    if (document.hidden) return;
    asking = setTimeout(tell, ASK);
    try {
      const answer = await server.post(desk.dataset.stateUrl, { text: atHand ? atHand.dataset.key : "" });
      const { others, stamp } = await answer.json();
      showOthers(others);
      if (stamp !== list().dataset.stamp) await refresh();
      if (!queue.isReachable) queue.flush();
    } catch (error) {
      if (!error.kind) throw error;
      if (error.kind === "refused") showAlert(error.body.error);
      else if (error.kind === "session") showAlert(messages.session, true);
    }
  };

  const showOthers = (others) => {
    for (const place of findAll("[data-here]")) place.textContent = "";
    for (const { name, text } of others) {
      const place = text && byKey(text) && find("[data-here]", byKey(text));
      if (place) place.textContent += say(messages.here, { name });
    }
    const box = find("[data-others]");
    box.hidden = !others.length;
    box.textContent = others.length ? say(messages.others, { names: others.map(({ name }) => name).join(", ") }) : "";
  };

  let refreshing = null;

  /** Fetch the list anew and change what differs; fields with words on their way keep them. */
  const refresh = () => {
    refreshing = refreshing || fetchList().finally(() => {
      refreshing = null;
    });
    return refreshing;
  };

  const fetchList = async () => {
    let html;
    await queue.flush(); // the answer holds what was typed
    const before = saves;
    try {
      html = await (await server.send("?list")).text();
    } catch (error) {
      if (!error.kind) throw error;
      return undefined;
    }
    if (saves !== before) return fetchList(); // the answer may be older than what was saved meanwhile
    const fresh = new DOMParser().parseFromString(html, "text/html").querySelector("[data-list]");
    if (!fresh) return undefined;
    const keys = (within) => findAll("[data-key]", within).map((text) => text.dataset.key).join(" ");
    const isSame = keys(fresh) === keys(list());
    const focused = atHand && atHand.contains(document.activeElement) ? atHand : null;
    const place = atHand;
    for (const text of findAll("[data-key]", fresh)) {
      const old = byKey(text.dataset.key) || byKey(text.dataset.earlier);
      if (old && isSame && isUnchanged(old, text)) continue;
      const replacement = isSame ? document.importNode(text, true) : text;
      if (old) carry(old, replacement);
      if (isSame) old.replaceWith(replacement);
      else if (old === place) replacement.dataset.next = "";
    }
    if (isSame) {
      list().dataset.stamp = fresh.dataset.stamp;
    } else {
      list().replaceWith(document.importNode(fresh, true));
      announce(messages.source_changed);
      showAlert(messages.source_changed);
    }
    prepare();
    if (place && !place.isConnected) {
      const next = byKey(place.dataset.key) || find("[data-next][data-key]");
      atHand = null;
      if (next) {
        if (focused) goTo(next);
        else open(next);
      }
    }
    for (const text of findAll("[data-next][data-key]")) delete text.dataset.next;
    restoreCarried();
    filter();
    return undefined;
  };

  const isUnchanged = (old, text) =>
    ["state", "version", "earlier", "questions"].every((name) => old.dataset[name] === text.dataset[name]) ||
    (queue.has(old.dataset.key) && old.dataset.questions === text.dataset.questions);

  // What was typed in texts that were replaced.
  const carried = [];

  const carry = (old, text) => {
    const state = stateOf(old);
    const { touched } = state;
    state.touched = false; // its field loses the focus when it goes
    if (!touched && !isDirty(old)) return;
    const isSameText = old.dataset.key === text.dataset.key;
    if (!isSameText) queue.forget(old.dataset.key);
    const field = fieldOf(old);
    carried.push({ key: text.dataset.key, html: field.innerHTML, words: wordsOf(field), isSameText, old: state, touched });
  };

  const restoreCarried = () => {
    for (const { key, html, words, isSameText, old, touched } of carried.splice(0)) {
      const text = byKey(key);
      const state = stateOf(text);
      state.touched = touched;
      if (isSameText) state.first = old.first;
      if (words === state.stored) continue;
      // The server compares with what the words began with, and shows somebody else's beside them.
      if (isSameText) state.base = old.base;
      else if (state.stored && state.stored !== old.stored) state.base = "";
      setWords(fieldOf(text), html);
      queue.conflicts.delete(key);
      store(text, { confirmed: "", now: true });
    }
  };

  const prepare = () => {
    for (const text of findAll("[data-key]")) {
      if (find("[data-source] br", text)) fieldOf(text).dataset.breaks = "yes";
      for (const button of findAll("[data-mark]", text)) {
        button.dataset.markText = find("[data-mark-words]", button).textContent;
      }
      checkMarks(text, messages);
    }
  };

  /** Bring back what an earlier visit could not save. */
  const restoreKept = () => {
    for (const [key, item] of kept.all()) {
      const text = byKey(key);
      if (!text) {
        queue.add(key, item, { now: true }); // the server hands them on to the text that stands there now
        continue;
      }
      const state = stateOf(text);
      if (item.words === state.stored && (!item.confirmed || !isToDo(text))) {
        kept.remove(key);
        continue;
      }
      setWords(fieldOf(text), item.words);
      state.base = item.base;
      store(text, { confirmed: item.confirmed, now: true });
      announce(messages.restored);
    }
  };

  /* Events. */

  desk.addEventListener("focusin", (event) => {
    const text = textOf(event.target);
    if (text) open(text);
  });

  desk.addEventListener("focusout", (event) => {
    const text = textOf(event.target);
    // Who looks into another window comes back to an unfinished text.
    if (text && !text.contains(event.relatedTarget) && document.hasFocus()) settle(text);
  });

  desk.addEventListener("beforeinput", fields.beforeInput);

  desk.addEventListener("input", (event) => {
    const text = textOf(event.target);
    if (!text || !event.target.closest("[data-field]")) return;
    stateOf(text).touched = true;
    store(text, { confirmed: "" });
    checkMarks(text, messages);
  });

  // A button leaves the selection in the field, and opens no other text, which would move it away from the mouse.
  desk.addEventListener("mousedown", (event) => {
    if (event.target.closest("[data-mark], [data-do]")) event.preventDefault();
  });

  const ACTIONS = {
    confirm,
    right: confirm,
    copy: copySource,
    undo,
    question: () => (questionForm.hidden ? openQuestion() : closeQuestion()),
    help: () => document.getElementById("desk-help").showModal(),
    insert: (text, button) => insert(text, Number(button.dataset.number)),
    "insert-equal": (text) => insert(text, 1),
    async accept(text, button) {
      const { code, subject } = button.dataset;
      try {
        const answer = await server.post(`${text.dataset.url}hint/`, { code, subject });
        const stored = await answer.json();
        if (stored.is_gone) refresh();
        else show(text, stored);
        fieldOf(text).focus();
      } catch (error) {
        if (!error.kind) throw error;
        showAlert(error.kind === "refused" ? error.body.error : messages[error.kind], error.kind === "session");
      }
    },
  };

  desk.addEventListener("click", (event) => {
    const text = textOf(event.target);
    const mark = event.target.closest("[data-mark]");
    if (mark) {
      toggleMark(fieldOf(text), mark);
      return;
    }
    if (event.target.closest("[data-preview]")) {
      preview(event);
      return;
    }
    const button = event.target.closest("[data-do]");
    if (button) ACTIONS[button.dataset.do](text, button);
  });

  for (const radio of findAll("[name=filter]")) radio.addEventListener("change", filter);

  const KEYS = {
    r: () => atHand && confirm(atHand),
    c: () => atHand && copySource(atHand),
    z: () => atHand && undo(atHand),
    v: () => preview(),
    q: () => atHand && openQuestion(),
    m: () => goToNext((text) => text.dataset.state === "missing", messages.no_missing),
    g: () => goToNext(FILTERS.changed, messages.no_changed),
    h: () => document.getElementById("desk-help").showModal(),
    n: () => find("[data-next] button").click(),
    p: () => find("[data-publish]") && find("[data-publish]").click(),
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
  };

  const move = (step) => {
    const text = following(() => true, step);
    if (text) goTo(text);
  };

  /** The letter of a key, wherever the keyboard's language puts it. */
  const letterOf = (event) => {
    if (/^[a-z]$/i.test(event.key)) return event.key.toLowerCase();
    return event.code.startsWith("Key") ? event.code.slice(3).toLowerCase() : event.key;
  };

  document.addEventListener("keydown", (event) => {
    if (event.isComposing || document.querySelector("dialog[open]")) return;
    const field = event.target.closest("[data-field]");
    if (event.key === "Enter" && field && !event.altKey && !event.shiftKey) {
      if (field.dataset.breaks && !event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      confirm(textOf(field));
      return;
    }
    if (field && !event.altKey && /^(ArrowLeft|ArrowRight|End)$/.test(event.key)) {
      const isForward = event.key === "End" || (event.key === "ArrowRight") === (field.dir === "ltr");
      const mark = isForward && fields.markAtCaret(field);
      if (mark) fields.leaveMark(mark);
      return;
    }
    if (event.key === "?" && !event.target.closest("[data-field], input, textarea")) {
      event.preventDefault();
      KEYS.h();
      return;
    }
    if (!event.altKey || event.ctrlKey || event.metaKey) return;
    const digit = /^Digit([1-9])$/.exec(event.code);
    const action = digit && atHand ? () => insert(atHand, Number(digit[1])) : KEYS[letterOf(event)];
    if (!action) return;
    event.preventDefault();
    action();
  });

  // Whoever goes on to the next page, or publishes, goes on with what is typed.
  for (const form of findAll("[data-finish]")) {
    form.addEventListener("submit", async (event) => {
      if (form.dataset.isReady) return;
      event.preventDefault();
      if (atHand) settle(atHand);
      await queue.flush();
      if (!queue.isEmpty) {
        showAlert(messages.unsaved);
        return;
      }
      form.dataset.isReady = "yes";
      const { submitter } = event;
      setTimeout(() => form.requestSubmit(submitter)); // a form that is being submitted takes no other request
    });
  }

  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      tell();
      queue.flush();
      return;
    }
    queue.flush({ keepalive: true });
  });

  prepare();
  showSaved();
  restoreKept();
  filter();
  const linked = byKey(location.hash.replace("#text-", "")) || findAll("[data-key]").find(FILTERS.changed);
  const start = linked || findAll("[data-key]").find(isToDo);
  if (start) {
    goTo(start);
  } else {
    find("[data-next] button").focus();
    tell();
  }
})();
