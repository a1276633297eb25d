/* Saves texts one by one. What the server has not got yet is kept on this device, whatever happens to the page. */
(() => {
  "use strict";

  const PAUSE = 1000; // ms after the last key
  const AGAIN = 5000; // ms before a server that does not answer is asked again

  const readCookie = (name) => {
    const part = document.cookie.split("; ").find((item) => item.startsWith(`${name}=`));
    return part ? decodeURIComponent(part.slice(name.length + 1)) : "";
  };

  /** What this device keeps for one user and page: { key: { words, base, confirmed } }. */
  class Kept {
    constructor(user, page) {
      this.prefix = `hub-desk:${user}:${page}:`;
    }

    all() {
      let names = [];
      try {
        names = Object.keys(localStorage).filter((name) => name.startsWith(this.prefix));
      } catch {
        // No storage, as in some private windows.
      }
      return names.map((name) => [name.slice(this.prefix.length), this.read(name)]).filter(([, item]) => item);
    }

    read(name) {
      try {
        const item = JSON.parse(localStorage.getItem(name));
        return item && typeof item.words === "string" ? item : null;
      } catch {
        return null;
      }
    }

    set(key, value) {
      try {
        localStorage.setItem(this.prefix + key, JSON.stringify(value));
      } catch {
        // Full or switched off: the page still holds the words.
      }
    }

    remove(key) {
      try {
        localStorage.removeItem(this.prefix + key);
      } catch {
        // There is nothing to remove.
      }
    }
  }

  /** Requests to the desk. Rejects with { kind: "offline" | "session" | "refused", status, body }. */
  class Server {
    constructor(desk) {
      this.user = desk.dataset.user;
      this.cookie = desk.dataset.csrfCookie;
    }

    async post(url, values, { keepalive = false } = {}) {
      const body = new URLSearchParams({ ...values, user: this.user });
      const headers = { "X-CSRFToken": readCookie(this.cookie) };
      return this.send(url, { method: "POST", body, headers, keepalive });
    }

    async send(url, options = {}) {
      let answer;
      try {
        answer = await fetch(url, { credentials: "same-origin", redirect: "manual", ...options });
      } catch {
        throw { kind: "offline" };
      }
      if (answer.ok) return answer;
      // The admin leads who is not logged in to the login; a new session has another token.
      if (answer.type === "opaqueredirect" || answer.status === 401) throw { kind: "session" };
      if (answer.status >= 500 || answer.status === 429) throw { kind: "offline" };
      const isJson = (answer.headers.get("Content-Type") || "").includes("json");
      if (!isJson) throw { kind: answer.status === 403 ? "session" : "offline" };
      throw { kind: "refused", status: answer.status, body: await answer.json() };
    }
  }

  /** The words on their way to the server, a request at a time for each text. `on` are the desk's callbacks. */
  class Queue {
    constructor(server, kept, on) {
      Object.assign(this, { server, kept, on });
      this.waiting = new Map(); // key: { url, words, base, confirmed, timer }
      this.running = new Map(); // key: promise
      this.conflicts = new Set();
      this.refused = new Set(); // keys of words that the server does not take as they are
      addEventListener("online", () => this.flush());
    }

    get isEmpty() {
      return !this.waiting.size && !this.running.size && !this.refused.size;
    }

    has(key) {
      return this.waiting.has(key) || this.running.has(key);
    }

    add(key, item, { now = false } = {}) {
      const known = this.waiting.get(key);
      if (known) clearTimeout(known.timer);
      const { timer, ...stored } = { ...item };
      this.refused.delete(key);
      this.kept.set(key, stored);
      this.waiting.set(key, { ...stored, timer: setTimeout(() => this.save(key), now ? 0 : PAUSE) });
      this.on.change();
    }

    /** Save all that waits; resolves when the server has it or has refused it. */
    async flush(options) {
      await Promise.all([...this.waiting.keys(), ...this.running.keys()].map((key) => this.save(key, options)));
    }

    async save(key, options) {
      if (this.running.has(key)) {
        await this.running.get(key);
        return this.isReachable ? this.save(key, options) : undefined; // somebody else may have begun the next
      }
      const item = this.waiting.get(key);
      if (!item || this.conflicts.has(key)) return undefined;
      clearTimeout(item.timer);
      this.waiting.delete(key);
      const promise = this.send(key, item, options).finally(() => {
        this.running.delete(key);
        this.on.change();
      });
      this.running.set(key, promise);
      return promise;
    }

    isReachable = true;

    async send(key, item, options) {
      const { url, words, base, confirmed } = item;
      const putBack = () => {
        if (!this.waiting.has(key)) this.waiting.set(key, item);
      };
      try {
        const answer = await this.server.post(url, { words, base, confirmed }, options);
        const stored = await answer.json().catch(() => {
          throw { kind: "offline" }; // cut off in the middle
        });
        this.isReachable = true;
        const newer = this.waiting.get(key);
        if (newer) {
          newer.base = stored.version ?? newer.base;
          this.kept.set(key, { url: newer.url, words: newer.words, base: newer.base, confirmed: newer.confirmed });
        } else {
          this.kept.remove(key);
        }
        this.on.saved(key, stored, Boolean(newer));
      } catch (error) {
        if (!error.kind) throw error;
        putBack();
        if (error.kind === "refused" && error.status === 409) {
          this.conflicts.add(key);
          this.on.conflict(key, error.body);
        } else if (error.kind === "refused") {
          this.waiting.delete(key);
          this.refused.add(key); // it stays on the device
          this.on.refused(key, error.body.error);
        } else {
          this.isReachable = false;
          this.on.failed(error.kind);
          clearTimeout(this.again);
          this.again = setTimeout(() => this.flush(), AGAIN);
        }
      }
    }

    /** Go on after a conflict: `base` is the version that the translator has seen; without it theirs is taken. */
    settle(key, base) {
      this.conflicts.delete(key);
      const item = this.waiting.get(key);
      if (item && base !== undefined) this.add(key, { ...item, base }, { now: true });
      else this.forget(key);
    }

    forget(key) {
      const item = this.waiting.get(key);
      if (item) clearTimeout(item.timer);
      this.waiting.delete(key);
      this.conflicts.delete(key);
      this.refused.delete(key);
      this.kept.remove(key);
      this.on.change();
    }
  }

  window.hubDeskSaving = { Kept, Queue, Server };
})();
