// Wagtail's editors write every language from left to right: give each text the direction of its language.
(() => {
  const rightToLeft = document.currentScript.dataset.rightToLeft.split(" ");
  const mark = (texts, { code }) => {
    for (const text of texts) {
      text.lang = code;
      text.dir = rightToLeft.includes(code.split("-")[0]) ? "rtl" : "ltr";
      if (text.dir === "rtl") text.style.fontStyle = "normal"; // such scripts know no italics
    }
  };
  const follow = (element, direct) => {
    new MutationObserver(direct).observe(element, { childList: true, subtree: true });
    direct();
  };

  const editor = document.querySelector(".js-translation-editor");
  if (editor) {
    const { locale, sourceLocale } = JSON.parse(editor.dataset.props);
    follow(editor, () => {
      mark(editor.querySelectorAll("li > p"), sourceLocale);
      mark(editor.querySelectorAll("li > div > p, textarea"), locale);
    });
  }

  // The page's own fields know their direction; those of its blocks hold words and facts.
  const form = document.querySelector("#page-edit-form");
  if (form) {
    follow(form, () => {
      for (const field of form.querySelectorAll("input[type=text]:not([dir]), textarea:not([dir])")) field.dir = "auto";
    });
  }
})();
