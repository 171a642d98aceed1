"use strict";
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const query = byId("page:query");
  const articles = all("article");
  const written = root.lang;

  // --- the address: what is shown, the language and the query, after the number sign

  const state = () => {
    const [place, ...others] = location.hash.slice(1).split("&");
    const given = new URLSearchParams((/^(lang|q)=/.test(place) ? [place, ...others] : others).join("&"));
    return { place: /^(lang|q)=/.test(place) ? "" : decoded(place), lang: given.get("lang"), q: given.get("q") };
  };
  const decoded = (text) => {
    try { return decodeURIComponent(text); } catch { return text; }
  };
  const remember = () => {
    const parts = [state().place];
    if (root.lang !== written) parts.push(`lang=${root.lang}`);
    if (query.value.trim()) parts.push(`q=${encodeURIComponent(query.value.trim())}`);
    const hash = parts.filter(Boolean).join("&");
    if (hash === location.hash.slice(1)) return;
    try { history.replaceState(null, "", `#${hash}`); } catch { /* a page without an address of its own */ }
  };

  // --- language

  const title = document.querySelector("title");
  const speak = (lang) => {
    root.lang = lang;
    document.title = title.dataset[lang];
    for (const button of all("button[data-lang]")) {
      button.setAttribute("aria-pressed", String(button.dataset.lang === lang));
    }
  };

  // --- search: each word must begin a word of the fact, or stand somewhere in its Chinese

  const simple = new Map();
  const simplified = [...query.dataset.simplified];
  [...query.dataset.traditional].forEach((char, at) => simple.set(char, simplified[at]));
  const plain = (text) => [...text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").normalize("NFC").toLowerCase().replaceAll("的", " ")]
    .map((char) => simple.get(char) ?? char).join("").replace(/(\d),(?=\d{3})/g, "$1");
  const asked = (text) => plain(text).match(/\d+(?:\.\d+)?|[a-z0-9]+|[^\x00-\u02ff\p{P}\p{S}\p{Z}]+/gu) ?? [];
  const sounding = (names) => names.split(",").flatMap((name) => {
    const syllables = name.split(" ");
    return syllables.flatMap((_, at) => {
      const rest = syllables.slice(at);
      const initials = rest.map((each) => each[0]).join("");
      return [rest.join(""), ...(at === 0 || rest.length > 2 ? [initials] : [])];
    });
  });
  let words = null;
  const prepare = () => new Map(articles.map((article) => {
    const { find, sound } = article.dataset;
    return [article, ` ${find} ${sound ? sounding(sound).join(" ") : ""}`];
  }));
  const says = (text, word) => {
    if (/[^\x00-\u02ff]/.test(word)) {
      return inParts(text, word);
    }
    if (text.includes(` ${word}`)) return true;
    return word.length > 3 && word.endsWith("s") && text.includes(` ${word.slice(0, -1)}`);
  };
  // 新加坡航班 stands there if both 新加坡 and 航班 do
  const inParts = (text, word) => {
    if (text.includes(word)) return true;
    let longest = word.length - 1;
    while (longest > 1 && !text.includes(word.slice(0, longest))) longest--;
    return longest > 1 && word.length - longest > 1 && inParts(text, word.slice(longest));
  };

  const search = () => {
    words ??= prepare();
    const wanted = asked(query.value);
    let found = 0;
    for (const article of articles) {
      article.hidden = !wanted.every((word) => says(words.get(article), word));
      found += article.hidden ? 0 : 1;
    }
    for (const row of all("tr[data-of]")) row.hidden = byId(row.dataset.of).hidden;
    for (const section of all("main > section")) {
      const held = all("article", section);
      section.hidden = wanted.length > 0 && (held.length === 0 || held.every((each) => each.hidden));
    }
    for (const part of all("main > details, h2 small")) part.hidden = wanted.length > 0;
    for (const told of all("#page\\:found span")) {
      const { all: everything, some, none } = told.dataset;
      told.textContent = !wanted.length ? everything : found ? some.replace("{n}", found) : none;
    }
    const main = byId("page:main");
    if (scrollY > main.offsetTop) main.scrollIntoView();
    remember();
  };

  // --- tables: a heading that sorts is a button

  const key = (row, at) => row.cells[at].dataset.key ?? row.cells[at].innerText;
  const sort = (head, at) => {
    const table = head.closest("table"), body = table.tBodies[0];
    const before = head.getAttribute("aria-sort");
    const order = before === "ascending" ? "descending" : before === "descending" ? null : "ascending";
    all("th[aria-sort]", table).forEach((each) => each.removeAttribute("aria-sort"));
    if (order) head.setAttribute("aria-sort", order);
    const rows = [...body.rows];
    rows.forEach((row, place) => { row.place ??= place; });
    const collator = new Intl.Collator(root.lang, { numeric: true });
    const compare = (one, other) => {
      const [a, b] = [key(one, at), key(other, at)];
      if (!a || !b) return a ? -1 : b ? 1 : 0;
      const numbers = !isNaN(a) && !isNaN(b);
      return (numbers ? a - b : collator.compare(a, b)) * (order === "descending" ? -1 : 1);
    };
    rows.sort((one, other) => (order && compare(one, other)) || one.place - other.place);
    body.append(...rows);
  };
  const ready = (table) => {
    for (const head of all("th[data-sort]", table)) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      button.addEventListener("click", () => sort(head, head.cellIndex));
      head.append(button);
      head.removeAttribute("data-sort");
    }
  };

  // --- everything open, for reading on and for printing

  const unfold = byId("page:unfold");
  const open = (whether) => all("article details").forEach((each) => { each.open = whether; });
  let closed = [];

  const show = (first) => {
    const { place, lang, q } = state();
    if (lang && lang !== root.lang && title.dataset[lang]) speak(lang);
    if (q !== null && q !== query.value) { query.value = q; search(); }
    const there = place ? byId(place) : null;
    if (there?.closest("[hidden]")) { query.value = ""; search(); }
    if (there && (first || location.hash.includes("&"))) {
      there.scrollIntoView();
      // what comes into sight may be higher than was thought
      if (first) requestAnimationFrame(() => requestAnimationFrame(() => there.scrollIntoView()));
    }
    remember();
  };

  all("table.facts").forEach(ready);
  document.addEventListener("toggle", (event) => all("table", event.target).forEach(ready), true);
  let typing;
  query.addEventListener("input", () => {
    clearTimeout(typing);
    typing = setTimeout(search, 100);
  });
  unfold.addEventListener("click", () => {
    const pressed = unfold.getAttribute("aria-pressed") !== "true";
    unfold.setAttribute("aria-pressed", String(pressed));
    open(pressed);
  });
  for (const button of all("button[data-lang]")) {
    button.addEventListener("click", () => { speak(button.dataset.lang); remember(); });
  }
  addEventListener("hashchange", () => show(false));
  addEventListener("beforeprint", () => {
    closed = all("article details:not([open])");
    open(true);
  });
  addEventListener("afterprint", () => closed.forEach((each) => { each.open = false; }));
  byId("page:controls").hidden = unfold.hidden = false;
  speak(root.lang);
  show(true);
})();
