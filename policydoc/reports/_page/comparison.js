(function () {
  "use strict";
  var doc = document, root = doc.documentElement;
  function one(id) { return doc.getElementById(id); }
  function all(query, within) { return Array.prototype.slice.call((within || doc).querySelectorAll(query)); }

  var view = one("view"), status = one("status"), query = one("q"), lead = one("lead");
  var verdict = one("verdict"), chapter = one("chapter"), region = one("region"), differs = one("differs");
  var first = doc.createElement("template"), current = null, bar = doc.querySelector(".bar");

  all(".js").forEach(function (part) { part.hidden = false; });

  function say(words) { status.textContent = words; }

  function fold(words) {
    return words.toLowerCase().replace(/[\uff01-\uff5e]/g, function (sign) {
      return String.fromCharCode(sign.charCodeAt(0) - 0xfee0);
    }).replace(/\s+/g, "");
  }

  /* The words of a row as read by search: without the deleted ones and the spoken marks. */
  function words(row) {
    if (row.searched === undefined) {
      var copy = row.cloneNode(true);
      all("del,ins i,.vh,.cp", copy).forEach(function (part) { part.remove(); });
      row.searched = fold(copy.textContent);
    }
    return row.searched;
  }

  function isDifference(row) {
    if (row.dataset.rel) { return row.dataset.rel !== "same"; }
    return row.dataset.v !== "" && row.dataset.v !== "same";
  }

  function fits(row) {
    var wanted = verdict.value, has = " " + row.dataset.has + " ", place = region.value;
    if (differs.checked && !isDifference(row)) { return false; }
    if (wanted.slice(0, 2) === "v:" && (" " + row.dataset.v + " ").indexOf(" " + wanted.slice(2) + " ") < 0) { return false; }
    if (wanted.slice(0, 2) === "r:" && row.dataset.rel !== wanted.slice(2)) { return false; }
    if (chapter.value && row.dataset.ch !== chapter.value) { return false; }
    if (place && (has.indexOf(" " + place.slice(1) + " ") >= 0) !== (place[0] === "+")) { return false; }
    return !query.value || words(row).indexOf(fold(query.value)) >= 0;
  }

  function highlight() {
    if (!window.Highlight || !CSS.highlights) { return 0; }
    CSS.highlights.delete("found");
    var wanted = query.value.trim().toLowerCase();
    if (!wanted) { return 0; }
    var walker = doc.createTreeWalker(one("main"), NodeFilter.SHOW_TEXT), ranges = [], node, at;
    while ((node = walker.nextNode()) && ranges.length < 5000) {
      if (!node.parentElement || node.parentElement.closest("[hidden]")) { continue; }
      var text = node.data.toLowerCase();
      for (at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
        var range = new Range();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        ranges.push(range);
      }
    }
    var found = new Highlight();
    ranges.forEach(function (range) { found.add(range); });
    CSS.highlights.set("found", found);
    return ranges.length;
  }

  function apply() {
    var counts = [];
    all("section", view).forEach(function (section) {
      var rows = all("tr.row", section), shown = 0;
      if (!rows.length) { return; }
      rows.forEach(function (row) {
        row.hidden = !fits(row);
        if (!row.hidden) { shown += 1; }
        var mark = row.id && section.querySelector('.map a[href="#' + CSS.escape(row.id) + '"]');
        if (mark) { mark.parentNode.classList.toggle("off", row.hidden); }
      });
      var nothing = section.querySelector(".nothing");
      if (nothing) { nothing.hidden = shown > 0; }
      counts.push(section.querySelector("h2").textContent + " " + shown + "/" + rows.length + " 行");
    });
    var hits = 0, texts = all("#texts .pv");
    if (query.value) {
      texts.forEach(function (line) { if (words(line).indexOf(fold(query.value)) >= 0) { hits += 1; } });
    }
    highlight();
    say("显示：" + counts.join("，") + (query.value ? "；全文中有 " + hits + " 处段落含“" + query.value + "”" : ""));
  }

  function differences() {
    return all("tr.row[data-rel]", view).filter(function (row) { return !row.hidden && isDifference(row); });
  }

  function step(forward) {
    var rows = differences();
    if (!rows.length) { say("没有差异。"); return; }
    var at = rows.indexOf(current);
    if (at < 0) {
      /* From where the reader is: the first row below the top of the window, or the last above. */
      var top = bar.offsetHeight + 2;
      at = rows.findIndex(function (row) { return row.getBoundingClientRect().top >= top; });
      if (at < 0) { at = forward ? 0 : rows.length - 1; } else if (!forward) { at = Math.max(0, at - 1); }
    } else {
      at = (at + (forward ? 1 : -1) + rows.length) % rows.length;
    }
    go(rows[at]);
    say("第 " + (at + 1) + " 处，共 " + rows.length + " 处：" + rows[at].querySelector("th").innerText.replace(/\s+/g, " "));
  }

  function go(row) {
    if (current) { current.classList.remove("now"); }
    current = row;
    row.classList.add("now");
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "start" });
  }

  function copy(words) {
    function done() { say("已复制：" + words); }
    function byHand() {
      var area = doc.createElement("textarea");
      area.value = words;
      area.setAttribute("aria-hidden", "true");
      doc.body.appendChild(area);
      area.select();
      var copied = false;
      try { copied = doc.execCommand("copy"); } catch (refused) { copied = false; }
      area.remove();
      if (copied) { done(); } else { say("请手工复制：" + words); }
    }
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(words).then(done, byHand);
    } else { byHand(); }
  }

  function citation(line) {
    var text = line.closest(".text"), number = text.dataset.number;
    return "《" + text.dataset.title + "》" + (number ? "（" + number + "）" : "") + line.dataset.cite;
  }

  function arrive() {
    var name = location.hash.slice(1);
    try { name = decodeURIComponent(name); } catch (malformed) { return; }
    var place = name && one(name);
    if (!place) { return; }
    var text = place.closest("details");
    if (text) { text.open = true; }
    if (place.matches && place.matches("tr.row") && place.hidden) { reset(); }
    place.scrollIntoView({ block: "start" });
    if (place.matches("tr.row")) { go(place); }
  }

  function reset() {
    query.value = verdict.value = chapter.value = region.value = "";
    differs.checked = false;
    apply();
  }

  function chapters() {
    var kept = chapter.value, names = [];
    all("tr.row[data-rel]", view).forEach(function (row) {
      if (row.dataset.ch && names.indexOf(row.dataset.ch) < 0) { names.push(row.dataset.ch); }
    });
    while (chapter.options.length > 1) { chapter.remove(1); }
    names.forEach(function (name) { chapter.add(new Option(name, name)); });
    chapter.value = names.indexOf(kept) < 0 ? "" : kept;
    chapter.parentNode.hidden = names.length < 2;
  }

  function turn() {
    var chosen = Number(lead.value), from = chosen ? one("lead-" + chosen) : first;
    var lanes = view.querySelector(".lanes");
    view.textContent = "";
    view.appendChild(from.content.cloneNode(true));
    var slot = view.querySelector(".lanes-slot");
    if (slot && lanes && !slot.firstElementChild) { slot.appendChild(lanes); }
    current = null;
    chapters();
    apply();
    say("已换用主文本：" + lead.options[lead.selectedIndex].text);
  }

  function show() {
    all(".show").forEach(function (box) { root.classList.toggle("no-c" + box.value, !box.checked); });
    root.classList.toggle("nodel", !one("deletions").checked);
  }

  all("#texts [data-cite]").forEach(function (line) {
    var button = doc.createElement("button");
    button.type = "button";
    button.className = "cp";
    button.textContent = "引用";
    button.setAttribute("aria-label", "复制" + line.dataset.cite + "的引用");
    button.addEventListener("click", function () { copy(citation(line)); });
    line.appendChild(button);
  });

  if (lead) {
    all("#view > *").forEach(function (part) { first.content.appendChild(part.cloneNode(true)); });
    lead.addEventListener("change", turn);
  }
  [verdict, chapter, region, differs].forEach(function (field) { field.addEventListener("change", apply); });
  var waiting = 0;
  query.addEventListener("input", function () {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  all(".show,#deletions").forEach(function (box) { box.addEventListener("change", show); });
  one("next").addEventListener("click", function () { step(true); });
  one("previous").addEventListener("click", function () { step(false); });
  one("large").addEventListener("click", function () {
    var large = root.classList.toggle("large");
    this.setAttribute("aria-pressed", String(large));
    measure();
  });
  doc.querySelector(".tools").addEventListener("submit", function (event) { event.preventDefault(); apply(); });
  doc.querySelector(".tools").addEventListener("reset", function () {
    var chosen = lead ? lead.value : "";
    setTimeout(function () { if (lead) { lead.value = chosen; } show(); apply(); }, 0);
  });
  doc.addEventListener("keydown", function (event) {
    var target = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || !one("keys").checked) { return; }
    if (target.closest && target.closest("select,textarea,input[type=search]")) { return; }
    if (event.key === "n" || event.key === "j") { event.preventDefault(); step(true); }
    if (event.key === "p" || event.key === "k") { event.preventDefault(); step(false); }
  });
  window.addEventListener("hashchange", arrive);
  window.addEventListener("beforeprint", function () { all("details.text,details.more").forEach(function (text) { text.open = true; }); });
  function measure() {
    var fixed = getComputedStyle(bar).position === "sticky";
    root.style.setProperty("--bar", (fixed ? bar.offsetHeight : 0) + "px");
  }
  window.addEventListener("resize", measure);

  chapters();
  show();
  apply();
  measure();
  arrive();
})();
