/* global addEventListener, clearTimeout, CSS, DOMParser, fetch, localStorage, location, RadioNodeList, setInterval, setTimeout */
// The form of a registration: what is typed is kept in this browser at once and saved half a second later; what others
// type comes in; and what could not be sent is sent when the connection is back, also after the page was closed.
(() => {
  const settleMs = 400;
  const retryMs = 3000;
  const beatMs = 10_000;
  const form = document.getElementById('registration');
  if (!form) return;
  const { number, account } = form.dataset;
  const words = JSON.parse(form.dataset.words);
  const key = `afterhours.draft.${account}.${number}`;
  const address = `/register/${encodeURIComponent(number)}/draft`;
  const known = JSON.parse(form.elements.shown.value);
  // What a form that was just sent lacks stays in sight until it is filled in: it is no fault of what is typed.
  const lacking = new Set(
    document.getElementById('faults-found')
      ? [...form.querySelectorAll('.bad[data-field]')].map(({ dataset }) => dataset.field)
      : [],
  );
  let pending = {};
  let csrf = form.elements.csrf.value;
  let timer;
  let sending = false;
  let again = false;
  let isOver = false;

  // ---------------------------------------------------------------- fields
  const isField = (name) =>
    /^(customer|name|phone|mail|serial|mac|units|symptoms|tried|priority|why|(office|address)\d+)$/.test(
      name,
    );
  const read = (name) => form.elements.namedItem(name)?.value ?? '';
  const officeNumbers = () =>
    [...form.querySelectorAll('#offices [name^="office"]')].map((e) => Number(e.name.slice(6)));
  const addOffice = (n) => {
    const row = form.querySelector('#offices');
    for (const kind of ['office', 'address']) {
      const fresh = row.querySelector(`[data-field="${kind}1"]`).cloneNode(true);
      const [label, input, hint] = [
        fresh.querySelector('label'),
        fresh.querySelector('input'),
        fresh.querySelector('.hint'),
      ];
      fresh.dataset.field = input.name = input.id = label.htmlFor = `${kind}${n}`;
      fresh.classList.remove('bad', 'good');
      label.textContent = label.textContent.replace('1', n);
      input.removeAttribute('aria-invalid');
      input.setAttribute('value', '');
      input.value = '';
      hint.id = `${kind}${n}-hint`;
      input.setAttribute('aria-describedby', hint.id);
      hint.textContent = '';
      hint.hidden = true;
      row.append(fresh);
    }
  };
  const oneMoreOffice = () => {
    const n = Math.max(...officeNumbers()) + 1;
    if (n <= 30) addOffice(n);
    form.elements.namedItem(`office${Math.min(n, 30)}`).focus();
  };
  const write = (name, value) => {
    const office = /^(?:office|address)(\d+)$/.exec(name);
    if (office && value !== '')
      for (let n = Math.max(...officeNumbers()) + 1; n <= Number(office[1]); n += 1) addOffice(n);
    const field = form.elements.namedItem(name);
    if (!field || field.value === value) return;
    if (field instanceof RadioNodeList && value === '') for (const radio of field) radio.checked = false;
    else field.value = value;
  };
  const current = () => {
    const name = document.activeElement?.name;
    return form.contains(document.activeElement) && isField(name) ? name : null;
  };

  // ---------------------------------------------------------------- what is said
  const say = (text) => {
    const alarm = document.getElementById('draft-alarm');
    if (!alarm) return;
    if (alarm.textContent !== text) alarm.textContent = text;
    alarm.hidden = text === '';
  };
  const saved = (text) => {
    const place = document.getElementById('draft-state');
    if (place) place.textContent = text;
  };
  const hint = (name, of) => {
    const place = form.querySelector(`[data-field="${CSS.escape(name)}"]`);
    if (!place) return;
    const line = place.querySelector('.hint');
    place.classList.toggle('bad', of?.tone === 'bad');
    place.classList.toggle('good', of?.tone === 'good');
    const text = of?.words ?? '';
    if (line.textContent !== text) line.textContent = text;
    line.hidden = text === '';
    const input = place.querySelector('input, textarea, select');
    if (of?.tone === 'bad') input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };
  const choices = (id, names) => {
    const list = document.getElementById(id);
    list.replaceChildren(
      ...names.map((name) => Object.assign(document.createElement('option'), { value: name })),
    );
  };
  const show = (answer) => {
    if (!form.isConnected) return;
    for (const name of new Set([...Object.keys(known), ...Object.keys(answer.values)])) {
      const value = answer.values[name] ?? '';
      // Where somebody is writing nothing is changed under their hands; the server knows whose value was replaced.
      if (name in pending || (name === current() && read(name) !== value)) continue;
      if (known[name] !== value) lacking.delete(name);
      known[name] = value;
      write(name, value);
    }
    for (const { dataset } of form.querySelectorAll('[data-field]'))
      if (!lacking.has(dataset.field)) hint(dataset.field, answer.hints[dataset.field]);
    const standing = document.getElementById('standing');
    standing.className = answer.standing.shape === '' ? '' : `state ${answer.standing.shape}`;
    if (standing.textContent !== answer.standing.words) standing.textContent = answer.standing.words;
    const others = document.getElementById('others');
    if (others && others.textContent !== answer.others) others.textContent = answer.others;
    choices('contacts', answer.contacts);
    choices('known-offices', answer.offices);
    if (answer.savedAt) saved(`${words.saved} ${answer.savedAt}`);
  };

  // ---------------------------------------------------------------- keeping and sending
  const keep = () => {
    try {
      if (Object.keys(pending).length > 0) localStorage.setItem(key, JSON.stringify(pending));
      else localStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing still sends.
    }
  };
  const typed = (name) => {
    const value = read(name);
    if (value === (known[name] ?? '') && !(name in pending)) return;
    lacking.delete(name);
    // Nobody is led to another page while they are writing here.
    form.dataset.touched = '';
    pending[name] = { value, before: pending[name]?.before ?? known[name] ?? '' };
    keep();
    saved(words.saving);
    plan(settleMs);
  };
  const body = () => JSON.stringify({ csrf, changes: pending, field: current() });
  const headers = { 'content-type': 'application/json', accept: 'application/json' };
  // A new session has another token: it stands in the page.
  const newToken = async () => {
    const page = await fetch(location.pathname, { cache: 'no-store' });
    if (page.redirected) return false;
    const read = new DOMParser().parseFromString(await page.text(), 'text/html');
    // Somebody else has signed in here: what was typed stays with whoever typed it.
    const whose = read.getElementById('registration')?.dataset.account ?? account;
    if (whose !== account) location.reload();
    const fresh = read.querySelector('[name="csrf"]');
    if (!fresh || fresh.value === csrf || whose !== account) return false;
    csrf = fresh.value;
    for (const field of document.querySelectorAll('[name="csrf"]')) field.value = csrf;
    return true;
  };
  const over = (answer) => {
    isOver = true;
    const lost = Object.values(pending)
      .map(({ value }) => value)
      .filter(Boolean);
    const all = lost.length === 0 ? answer.over : `${answer.over} ${words.over} ${lost.join(' · ')}`;
    // Above what is replaced: the form goes, and this must not go with it.
    const told = Object.assign(document.createElement('p'), { className: 'alarm', textContent: all });
    told.setAttribute('role', 'alert');
    document.getElementById('main').before(told);
    pending = {};
    keep();
  };
  /** True when everything that was typed until now is saved. */
  const send = async () => {
    clearTimeout(timer);
    // Registered by somebody else, the form is gone from the page.
    if (isOver || (!form.isConnected && Object.keys(pending).length === 0)) return false;
    if (sending) {
      again = true;
      return false;
    }
    sending = true;
    const sent = pending;
    pending = { ...pending };
    try {
      const answer = await fetch(address, {
        method: 'POST',
        headers,
        body: body(),
        cache: 'no-store',
      });
      if (answer.redirected || answer.status === 403) {
        if (await newToken()) again = true;
        else say(words.signedOut);
        plan(retryMs);
        return false;
      }
      if (answer.status === 409) {
        over(await answer.json());
        return false;
      }
      if (!answer.ok) throw new Error(String(answer.status));
      const stands = await answer.json();
      for (const [name, { value }] of Object.entries(sent)) {
        if (pending[name]?.value === value) delete pending[name];
        else if (pending[name]) pending[name].before = value;
        known[name] = value;
      }
      keep();
      say('');
      show(stands);
      return Object.keys(pending).length === 0;
    } catch {
      if (Object.keys(pending).length > 0) say(words.offline);
      plan(retryMs);
      return false;
    } finally {
      sending = false;
      if (again) {
        again = false;
        plan(0);
      }
    }
  };
  const plan = (ms) => {
    clearTimeout(timer);
    timer = setTimeout(send, ms);
  };
  const sendAll = async () => {
    for (let tries = 0; tries < 20; tries += 1) {
      if (!sending) return send();
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return false;
  };

  // ---------------------------------------------------------------- what happens
  form.addEventListener('input', (event) => {
    if (isField(event.target.name)) typed(event.target.name);
  });
  form.addEventListener('change', (event) => {
    if (isField(event.target.name)) typed(event.target.name);
  });
  form.addEventListener('focusin', () => plan(settleMs));
  form.addEventListener('submit', async (event) => {
    const wanted = event.submitter?.value ?? 'register';
    if (wanted === 'office') {
      event.preventDefault();
      return oneMoreOffice();
    }
    if (wanted === 'discard') return undefined;
    event.preventDefault();
    const isSaved = await sendAll();
    if (wanted === 'save' || isOver) return undefined;
    // Sent while there is no connection, the form would be replaced by the browser's own page.
    if (!isSaved) return say(words.notRegistered);
    form.elements.shown.value = JSON.stringify(known);
    // Sent by a script, a form says nothing of the button that was pressed.
    const button = Object.assign(document.createElement('input'), {
      type: 'hidden',
      name: 'do',
      value: wanted,
    });
    form.append(button);
    return form.submit();
  });
  document.getElementById('do-save').hidden = true;
  document.addEventListener('keydown', (event) => {
    if (event.altKey && !event.ctrlKey && event.code === 'KeyK') {
      event.preventDefault();
      oneMoreOffice();
    } else if (event.ctrlKey && event.key === 'Enter') {
      event.preventDefault();
      form.requestSubmit(document.getElementById('do-register'));
    } else if (event.key === '?' && !/^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) {
      document.getElementById('keys').showModal();
    }
  });
  document.addEventListener('afterhours:changed', () => plan(settleMs));
  setInterval(() => {
    if (!document.hidden) plan(0);
  }, beatMs);
  addEventListener('online', () => plan(0));
  // Signed out in another tab, which has saved what it could and said what goes: nothing is put back.
  addEventListener('storage', (event) => {
    if (event.key !== 'afterhours.left' || event.newValue !== account) return;
    pending = {};
    isOver = true;
    say(words.signedOut);
  });
  addEventListener('pagehide', () => {
    if (Object.keys(pending).length > 0 && !isOver)
      fetch(address, { method: 'POST', headers, body: body(), keepalive: true }).catch(() => undefined);
  });

  // What an earlier page could not send.
  try {
    for (const [name, change] of Object.entries(JSON.parse(localStorage.getItem(key) ?? '{}'))) {
      if (!isField(name)) continue;
      form.dataset.touched = '';
      pending[name] = change;
      write(name, change.value);
    }
  } catch {
    localStorage.removeItem(key);
  }
  // A form that was sent and is not complete goes on where something is left.
  if (document.getElementById('faults-found')) form.querySelector('.bad input, .bad textarea')?.focus();
  plan(0);
})();
