(function () {
  "use strict";
  var form = document.getElementById("filter");
  if (!form) { return; }
  form.hidden = false;
  var list = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  var findings = list("#findings article"), groups = list(".group"), answers = list("article[data-answer]"), folded = list("details.more");
  var told = document.getElementById("told");
  var words = new Map();
  var wordsOf = function (el) {
    if (!words.has(el)) { words.set(el, el.textContent.toLowerCase()); }
    return words.get(el);
  };
  var keeps = function (el, name) {
    var chosen = form.elements[name], wanted = chosen ? chosen.value : "";
    return wanted === "" || el.dataset[name] === wanted;
  };
  var apply = function () {
    var sought = form.elements.words.value.trim().toLowerCase(), shown = 0;
    findings.forEach(function (el) {
      var keep = ["severity", "place", "question", "rule", "state", "owner"].every(function (name) { return keeps(el, name); });
      keep = keep && (sought === "" || wordsOf(el).indexOf(sought) >= 0);
      el.hidden = !keep;
      if (keep) { shown += 1; }
    });
    var narrowed = shown < findings.length;
    folded.forEach(function (el) { el.open = narrowed; });
    groups.forEach(function (el) { el.hidden = !el.querySelector("article:not([hidden])"); });
    answers.forEach(function (el) { el.hidden = !(keeps(el, "place") && keeps(el, "question")); });
    var all = findings.length === 1 ? "1 finding" : findings.length + " findings";
    told.textContent = shown < findings.length ? shown + " of " + all + (shown === 1 ? " is shown." : " are shown.") : shown === 1 ? "The one finding is shown." : "All " + all + " are shown.";
  };
  var waiting = 0;
  form.addEventListener("input", function () { window.clearTimeout(waiting); waiting = window.setTimeout(apply, 80); });
  form.addEventListener("reset", function () { window.setTimeout(apply, 0); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  // A link to something that the filter hides clears the filter.
  window.addEventListener("hashchange", function () {
    var target = document.getElementById(window.location.hash.slice(1));
    var fold = target && target.closest("details");
    if (fold) { fold.open = true; target.scrollIntoView(); }
    if (target && target.closest("[hidden]")) { form.reset(); window.setTimeout(function () { target.scrollIntoView(); }, 10); }
  });
  apply();
}());
