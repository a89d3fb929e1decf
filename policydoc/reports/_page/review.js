"use strict";
(() => {
  const form = document.querySelector("form.bar");
  const status = document.getElementById("status");
  const notes = [...document.querySelectorAll(".note")];
  const marks = [...document.querySelectorAll("mark, .ref")];
  form.hidden = false;
  let current = -1;

  const shown = () => notes.filter((note) => !note.hidden);

  function filter() {
    const data = new FormData(form);
    const severities = new Set(data.getAll("severity"));
    const rule = data.get("rule");
    const certain = data.get("certain") !== null;
    for (const note of notes) {
      note.hidden =
        !severities.has(note.dataset.severity) ||
        (rule && note.dataset.rule !== rule) ||
        (certain && note.dataset.certain !== "yes");
    }
    const visible = new Set(shown().map((note) => note.id.slice(5)));
    for (const mark of marks) {
      if (mark.className === "ref") mark.hidden = !visible.has(mark.getAttribute("href").slice(6));
      else mark.classList.toggle("off", !mark.dataset.notes.split(" ").some((n) => visible.has(n)));
    }
    status.textContent = `显示 ${visible.size} 处，共 ${notes.length} 处`;
    current = -1;
  }

  function step(by) {
    const list = shown();
    if (!list.length) return;
    current = (current + by + list.length) % list.length;
    list[current].scrollIntoView({ block: "center" });
    list[current].focus({ preventScroll: true });
    status.textContent = `第 ${current + 1} 处，共 ${list.length} 处`;
  }

  // What a rule is about stands once, at the end of the page; a note shows it where it is asked.
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (!target.open || !target.dataset.rule || target.querySelector(".body")) return;
      const body = document.querySelector(`#rule-${target.dataset.rule} .body`);
      if (body) target.append(body.cloneNode(true));
    },
    true,
  );

  form.addEventListener("change", filter);
  form.elements.next.addEventListener("click", () => step(1));
  form.elements.previous.addEventListener("click", () => step(current < 0 ? 0 : -1));
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /INPUT|SELECT|TEXTAREA/.test(event.target.tagName)) return;
    if (event.key === "n") step(1);
    if (event.key === "p") step(-1);
  });
  filter();
})();
