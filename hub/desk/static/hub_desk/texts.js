// Texts that scripts of Wagtail and wagtail-localize write in English, whatever the language of the admin.
(() => {
  const TEXTS = ["More actions", "Save Selected"];
  const PLACES = ".w-dropdown__toggle .w-sr-only, .xdsoft_save_selected, .js-translation-editor h3";
  const HEADING = /^(.+) to (.+) translation$/;

  function translated(text) {
    const [, source, target] = HEADING.exec(text) || [];
    return target
      ? interpolate(gettext("Translation from %(source)s into %(target)s"), { source, target }, true)
      : TEXTS.includes(text) ? gettext(text) : text;
  }

  function translate() {
    for (const element of document.querySelectorAll(PLACES)) {
      const text = element.firstChild;
      if (text && text.nodeType === Node.TEXT_NODE && translated(text.data) !== text.data) {
        text.data = translated(text.data);
      }
    }
  }

  new MutationObserver(translate).observe(document.body, { childList: true, subtree: true });
  translate();
})();
