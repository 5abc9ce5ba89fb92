/* global clearTimeout, CustomEvent, DOMParser, EventSource, fetch, HTMLDetailsElement, HTMLInputElement, HTMLSelectElement, HTMLTextAreaElement, location, performance, setInterval, setTimeout */
// Keeps a page true without a reload: hears that something changed, reads the page again, and replaces what differs.
// Focus, selection, what is typed and what is unfolded stay. Clocks tick only while there is news.
(() => {
  const silenceMs = 5000;
  const settleMs = 120;
  const body = document.body;
  const behind = document.getElementById('behind');
  let skewMs = 0;
  let lastNews = performance.now();
  let lastUpdate = new Date();
  let reading = false;
  let again = false;
  let timer;

  const readClock = (from) => {
    const now = Date.parse(from.body.dataset.now ?? '');
    if (!Number.isNaN(now)) {
      skewMs = now - Date.now();
      lastUpdate = new Date(now);
    }
  };

  const two = (n) => String(n).padStart(2, '0');
  const inMinutes = (s) => `${Math.floor(s / 60)}:${two(s % 60)}`;
  const duration = (s) => {
    if (s < 3600) return inMinutes(s);
    if (s < 86400) return `${Math.floor(s / 3600)}:${two(Math.floor((s % 3600) / 60))} h`;
    return `${Math.floor(s / 86400)} d ${Math.floor((s % 86400) / 3600)} h`;
  };
  const formats = new Map();
  const timeIn = (zone, second, at) => {
    const key = `${zone} ${second}`;
    if (!formats.has(key)) {
      const parts = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone };
      formats.set(key, new Intl.DateTimeFormat('en-GB', second ? { ...parts, second: '2-digit' } : parts));
    }
    return formats.get(key).format(at);
  };
  const show = (element, text) => {
    if (element.textContent !== text) element.textContent = text;
  };
  const seconds = (ms) => Math.max(0, Math.floor(ms / 1000));

  const tick = () => {
    const now = Date.now() + skewMs;
    for (const e of document.querySelectorAll('[data-since]')) {
      show(e, duration(seconds(now - Date.parse(e.dataset.since))));
    }
    for (const e of document.querySelectorAll('[data-until]')) {
      show(e, inMinutes(seconds(Date.parse(e.dataset.until) - now)));
    }
    for (const e of document.querySelectorAll('[data-hour]')) show(e, timeIn(e.dataset.hour, false, now));
    for (const e of document.querySelectorAll('[data-second]')) show(e, timeIn(e.dataset.second, true, now));
  };

  const isTouched = (e) => {
    if (e instanceof HTMLInputElement) {
      return e.type === 'checkbox' || e.type === 'radio'
        ? e.checked !== e.defaultChecked
        : e.type !== 'hidden' && e.value !== e.defaultValue;
    }
    if (e instanceof HTMLTextAreaElement) return e.value !== e.defaultValue;
    if (e instanceof HTMLSelectElement) return [...e.options].some((o) => o.selected !== o.defaultSelected);
    return false;
  };
  const options = {
    morphStyle: 'outerHTML',
    ignoreActiveValue: true,
    callbacks: {
      // A form that its own script keeps true is left to it.
      beforeNodeMorphed: (old) => !isTouched(old) && old.dataset?.keep === undefined,
      beforeAttributeUpdated: (name, node) => !(name === 'open' && node instanceof HTMLDetailsElement),
    },
  };

  const read = async () => {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    document.getElementById('main')?.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(location.href, { headers: { accept: 'text/html' }, cache: 'no-store' });
      if (answer.redirected && new URL(answer.url).pathname === '/sign-in') return location.reload();
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      readClock(page);
      for (const id of ['bar', 'main']) {
        const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
        if (old && fresh) window.Idiomorph.morph(old, fresh, options);
      }
      tick();
      document.dispatchEvent(new CustomEvent('afterhours:read'));
    } catch {
      // The feed will be silent too, and the page says so.
    } finally {
      reading = false;
      document.getElementById('main')?.removeAttribute('aria-busy');
      if (again) {
        again = false;
        plan();
      }
    }
  };
  const plan = () => {
    clearTimeout(timer);
    timer = setTimeout(read, settleMs);
  };

  const watch = () => {
    const silent = performance.now() - lastNews > silenceMs;
    if (behind) {
      if (silent && behind.hidden) {
        const zone = document.querySelector('[data-hour]')?.dataset.hour ?? 'UTC';
        const words = behind.dataset.words ?? 'Not updated since {time}. Trying again.';
        behind.textContent = words.replace('{time}', timeIn(zone, true, lastUpdate));
      }
      behind.hidden = !silent;
    }
    if (!silent) tick();
  };

  readClock(document);
  setInterval(watch, 1000);
  if (!('live' in body.dataset)) return;
  const feed = new EventSource('/events');
  const news = () => {
    const wasSilent = performance.now() - lastNews > silenceMs;
    lastNews = performance.now();
    lastUpdate = new Date(Date.now() + skewMs);
    if (wasSilent) plan();
  };
  feed.addEventListener('open', news);
  feed.addEventListener('beat', news);
  feed.addEventListener('changed', () => {
    news();
    plan();
    document.dispatchEvent(new CustomEvent('afterhours:changed'));
  });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden) plan();
  });
})();
