'use strict';
// Wide tables begin at what is wrong.
for (const box of document.querySelectorAll('.source .scroll')) {
  const own = box.querySelector('.own');
  if (own) box.scrollLeft += own.getBoundingClientRect().right - box.getBoundingClientRect().right + box.clientWidth / 4;
}
// The form leaves out findings. Without this script there is no form.
(() => {
  const form = document.getElementById('filter');
  if (!form) return;
  const findings = [...document.querySelectorAll('.finding')];
  const boxes = [...document.querySelectorAll('.passage, #findings article')];
  const apply = () => {
    const severities = [...form.querySelectorAll('[name=severity]:checked')].map(box => box.value);
    const rule = form.elements.rule.value;
    for (const f of findings) {
      f.hidden = !severities.includes(f.dataset.severity) || ![f.dataset.rule, ''].includes(rule);
    }
    for (const b of boxes) b.hidden = !b.querySelector('.finding:not([hidden])');
    form.querySelector('output b').textContent = findings.filter(f => !f.hidden).length;
  };
  const showTarget = () => {
    const target = document.getElementById(location.hash.slice(1));
    if (!target || !target.closest('[hidden]')) return;
    form.reset();
    apply();
    target.scrollIntoView();
  };
  form.addEventListener('input', apply);
  addEventListener('hashchange', showTarget);
  form.hidden = false;
  apply();
})();
