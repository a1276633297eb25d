/* The fields in which translations are typed: text with the marks of its source and nothing else. */
(() => {
  "use strict";

  const MARKS = new Set(["A", "ABBR", "ACRONYM", "B", "CODE", "EM", "I", "STRONG"]);

  // Browsers put what is typed behind a mark into it, unless there is something between them.
  const OUTSIDE = "\u200b";

  const escape = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

  const serialize = (node) => {
    let html = "";
    for (const child of node.childNodes) {
      if (child.nodeType === Node.TEXT_NODE) html += escape(child.data.replaceAll(OUTSIDE, "").replace(/\s*\n\s*/g, " "));
      else if (child.nodeName === "BR") html += "<br/>";
      else if (MARKS.has(child.nodeName)) {
        const tag = child.nodeName.toLowerCase();
        const link = (child.dataset.id || child.id).replace(/[^\w-]/g, "");
        const id = link ? ` id="${link}"` : "";
        const inner = serialize(child);
        if (inner) html += `<${tag}${id}>${inner}</${tag}>`;
      } else if (child.nodeType === Node.ELEMENT_NODE) {
        // Browsers put lines into elements of their own.
        html += (html && /^(DIV|P)$/.test(child.nodeName) ? "<br/>" : "") + serialize(child);
      }
    }
    return html;
  };

  /** The words of a field as wagtail-localize keeps them. A break at the end is the browser's. */
  const wordsOf = (field) => serialize(field).replace(/(\s|<br\/>)+$/, "").replace(/^(\s|<br\/>)+/, "");

  const select = (field, collapseToEnd = false) => {
    field.focus();
    const range = document.createRange();
    range.selectNodeContents(field);
    if (collapseToEnd) range.collapse(false);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  };

  /** Replace the words of a field so that the browser can undo it. `source` holds the nodes to take. */
  const replaceWords = (field, source) => {
    select(field);
    const html = source.innerHTML.trim();
    if (html) document.execCommand("insertHTML", false, html);
    else document.execCommand("delete");
    // What a browser makes of it besides, such as styles, is not wanted.
    if (wordsOf(field) !== wordsOf(source)) field.innerHTML = html;
    select(field, true);
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };

  /** Set the words of a field. Of the HTML, its text and marks are taken; ids of links are none of the page's. */
  const setWords = (field, html) => {
    const { body } = new DOMParser().parseFromString(html, "text/html");
    field.innerHTML = serialize(body).replace(/<a id=/g, "<a data-id=");
  };

  const markOf = (button) => ({ tag: button.dataset.mark, id: button.dataset.markId });
  const marksIn = (field, { tag, id }) =>
    [...field.querySelectorAll(tag)].filter((element) => (element.dataset.id || "") === id);

  const putCaret = (node, offset) => getSelection().collapse(node, offset);

  const selectContents = (element) => getSelection().selectAllChildren(element);

  /** Go on behind a mark. */
  const leaveMark = (mark) => {
    const behind = document.createTextNode(OUTSIDE);
    mark.after(behind);
    putCaret(behind, 1);
  };

  /** The mark of the field at whose end the caret is, if it is at one. */
  const markAtCaret = (field) => {
    const { isCollapsed, anchorNode, anchorOffset } = getSelection();
    if (!isCollapsed || !field.contains(anchorNode)) return null;
    const element = anchorNode.nodeType === Node.TEXT_NODE ? anchorNode.parentElement : anchorNode;
    const mark = element.closest([...MARKS].join(","));
    if (!mark || !field.contains(mark)) return null;
    const rest = document.createRange();
    rest.selectNodeContents(mark);
    rest.setStart(anchorNode, anchorOffset);
    return rest.toString() ? null : mark;
  };

  /** Put the selected words into a mark of the source, or take them out of it; without a selection, begin or end it. */
  const toggleMark = (field, button) => {
    const mark = markOf(button);
    const selection = getSelection();
    if (!selection.rangeCount || !field.contains(selection.anchorNode)) select(field, true);
    const around = marksIn(field, mark).find((element) => element.contains(selection.anchorNode));
    if (around && selection.isCollapsed) {
      leaveMark(around);
      return;
    }
    if (around) {
      const { firstChild, lastChild } = around;
      around.replaceWith(...around.childNodes);
      selection.setBaseAndExtent(firstChild, 0, lastChild, lastChild.length ?? lastChild.childNodes.length);
    } else {
      const element = document.createElement(mark.tag);
      if (mark.id) element.dataset.id = mark.id;
      // Without a selection the mark begins with the source's words, to be typed over.
      element.textContent = selection.toString() || button.dataset.markText;
      const before = new Set(marksIn(field, mark));
      document.execCommand("insertHTML", false, element.outerHTML);
      const made = marksIn(field, mark).find((item) => !before.has(item));
      if (made) selectContents(made);
    }
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  };

  /** Show at the buttons of a text which marks it lacks, or has too often. */
  const checkMarks = (text, messages) => {
    const field = text.querySelector("[data-field]");
    const isEmpty = !wordsOf(field);
    for (const button of text.querySelectorAll("[data-mark]")) {
      const difference = marksIn(field, markOf(button)).length - Number(button.dataset.markTimes);
      const state = isEmpty || !difference ? "" : difference < 0 ? "missing" : "extra";
      button.dataset.state = state;
      button.querySelector("[data-mark-state]").textContent = state && messages[`mark_${state}`];
    }
  };

  /** Only text is pasted and dropped; lines are broken where the source breaks them; marks come from the source. */
  const beforeInput = (event) => {
    const field = event.target.closest("[data-field]");
    if (!field) return;
    if (/^insertFrom(Paste|Drop|Yank)/.test(event.inputType)) {
      const pasted = event.dataTransfer ? event.dataTransfer.getData("text/plain") : event.data || "";
      event.preventDefault();
      const text = field.dataset.breaks ? pasted : pasted.replace(/\s*\n\s*/g, " ");
      document.execCommand("insertText", false, text.trim());
    } else if (/^format/.test(event.inputType)) {
      event.preventDefault();
      const tags = { formatBold: ["b", "strong"], formatItalic: ["i", "em"] }[event.inputType] || [];
      const buttons = [...field.closest("[data-key]").querySelectorAll("[data-mark]")];
      const button = buttons.find((item) => tags.includes(item.dataset.mark));
      if (button) toggleMark(field, button);
    } else if (event.inputType === "insertParagraph" || event.inputType === "insertLineBreak") {
      event.preventDefault();
      if (field.dataset.breaks) document.execCommand("insertHTML", false, "<br>");
    }
  };

  window.hubDeskFields = { beforeInput, checkMarks, leaveMark, markAtCaret, replaceWords, select, setWords, toggleMark, wordsOf };
})();
