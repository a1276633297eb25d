// The translation editor writes every language from left to right: give what is typed and shown its own direction.
(() => {
  const editor = document.querySelector(".js-translation-editor");
  if (!editor) return;
  const language = JSON.parse(editor.dataset.props).locale.code;
  const direct = () => {
    for (const field of editor.querySelectorAll("textarea")) {
      field.lang = language;
      field.dir = "auto";
    }
    for (const text of editor.querySelectorAll("li p, li div > p")) text.dir = "auto";
  };
  new MutationObserver(direct).observe(editor, { childList: true, subtree: true });
  direct();
})();
