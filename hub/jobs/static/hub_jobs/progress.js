// Keeps the list of jobs up to date while one of them waits or runs.
// Only cells that differ are replaced, so that a button keeps its focus, and screen readers their place.
(() => {
  const INTERVAL = 2000;
  const list = document.getElementById("hub-jobs");

  const renew = async () => {
    try {
      const answer = await fetch(list.dataset.address, { redirect: "manual" });
      if (answer.ok) {
        show(new DOMParser().parseFromString(await answer.text(), "text/html").body);
      } else if (answer.status < 500) {
        return; // led to the login, for example: the session is over
      }
    } catch {
      // The network is away for a moment.
    }
    schedule();
  };

  const show = (next) => {
    const ids = (root) => [...root.querySelectorAll("tr[id]")].map((row) => row.id).join();
    if (ids(list) !== ids(next)) {
      list.replaceChildren(...next.childNodes);
      return;
    }
    list.querySelector("table").toggleAttribute("data-running", next.querySelector("[data-running]") !== null);
    const cells = next.querySelectorAll("tbody td");
    list.querySelectorAll("tbody td").forEach((cell, index) => {
      if (cell.innerHTML !== cells[index].innerHTML) {
        cell.innerHTML = cells[index].innerHTML;
      }
    });
  };

  const schedule = () => {
    if (list.querySelector("[data-running]")) {
      setTimeout(renew, INTERVAL);
    }
  };

  schedule();
})();
