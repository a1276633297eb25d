// A form that is sent while a draft of it is on its way waits for that one. Else both reach the server together: the
// draft of a new page becomes a second page, or an older draft comes after what was published.
(() => {
  const PATIENCE = 10000; // milliseconds; a server that is down must keep nobody from seeing that
  let saving = false;
  let sent = false;

  document.addEventListener("w-autosave:save", (event) => {
    if (sent) {
      event.preventDefault();
    } else {
      saving = true;
    }
  });
  for (const name of ["w-autosave:success", "w-autosave:error"]) {
    document.addEventListener(name, () => { saving = false; });
  }

  function send(form, button) {
    const disabled = button && button.disabled; // while it shows progress, which would leave its name out
    if (button) {
      button.disabled = false;
    }
    form.requestSubmit(button);
    if (button) {
      button.disabled = disabled;
    }
  }

  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-edit-form]")) {
      return;
    }
    sent = true;
    if (!saving) {
      setTimeout(() => { sent = !event.defaultPrevented; }); // a question of the admin's may come first
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    const began = Date.now();
    const timer = setInterval(() => {
      if (!saving || Date.now() - began > PATIENCE) {
        clearInterval(timer);
        saving = false;
        send(event.target, event.submitter);
      }
    }, 50);
  }, { capture: true });
})();
