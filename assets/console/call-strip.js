/* global location, sessionStorage */
// The keys of the buttons that say so (F2, F4 ...), from inside every field; and the form of the call that whoever reads has
// just taken by telephone, which opens by itself once, unless they are writing in another.
(() => {
  const opened = 'afterhours.opened';
  const mostKept = 20;

  const nameOf = (event) => {
    if (event.ctrlKey || event.metaKey) return undefined;
    const digit = /^Digit([1-9])$/.exec(event.code);
    // By the key's place: some keyboards write another sign with it.
    if (event.altKey) return digit && !event.shiftKey ? `Alt+${digit[1]}` : undefined;
    return /^F\d+$/.test(event.key) ? `${event.shiftKey ? 'Shift+' : ''}${event.key}` : undefined;
  };
  document.addEventListener('keydown', (event) => {
    const name = event.isComposing ? undefined : nameOf(event);
    const button = name && document.querySelector(`[data-key="${name}"]`);
    if (!button || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    // Held down, it is pressed once.
    if (!event.repeat) button.click();
  });

  const before = () => {
    try {
      return JSON.parse(sessionStorage.getItem(opened) ?? '[]');
    } catch {
      return [];
    }
  };
  const openMine = () => {
    const strip = document.querySelector('[data-open]');
    if (!strip || document.getElementById('registration')?.dataset.touched !== undefined) return;
    const { open, call } = strip.dataset;
    const known = before();
    if (known.includes(call)) return;
    try {
      sessionStorage.setItem(opened, JSON.stringify([...known, call].slice(-mostKept)));
    } catch {
      // Where nothing can be kept it would open again and again: then only by the key.
      return;
    }
    location.assign(open);
  };
  document.addEventListener('afterhours:read', openMine);
  openMine();
})();
