/* global fetch, localStorage */
// What was typed into forms and is not saved yet lies in this browser, under the account that typed it. Nobody leaves it there
// by signing out, and nobody finds another's: it is saved first, and what cannot be saved goes only when that was said.
(() => {
  const prefix = 'afterhours.draft.';
  const writer = 'afterhours.writer.';
  const left = 'afterhours.left';
  const { account, drafts } = document.body.dataset;
  const words = JSON.parse(drafts ?? '{}');

  const kept = () => {
    try {
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(prefix))
        .map((key) => {
          const [whose, ...number] = key.slice(prefix.length).split('.');
          return { key, whose, number: number.join('.'), text: localStorage.getItem(key) };
        });
    } catch {
      // A browser that keeps nothing has nothing to forget.
      return [];
    }
  };
  const nameOf = (whose) => localStorage.getItem(writer + whose) ?? words.somebody;
  const listed = (of) => [...new Set(of.map(({ number }) => number))].join(', ');
  const forget = (of) => {
    for (const { key } of of) localStorage.removeItem(key);
    for (const { whose } of of)
      if (!kept().some((other) => other.whose === whose)) localStorage.removeItem(writer + whose);
  };
  const told = (text) => {
    const line = Object.assign(document.createElement('p'), { className: 'alarm', textContent: text });
    line.setAttribute('role', 'alert');
    document.getElementById('main').before(line);
  };
  const say = (template, of) =>
    template.replaceAll('{name}', () => nameOf(of[0].whose)).replace('{cases}', () => listed(of));
  const byWriter = (of) =>
    [...new Set(of.map(({ whose }) => whose))].map((one) => of.filter(({ whose }) => whose === one));

  const others = kept().filter(({ whose }) => whose !== account);
  if (account === undefined) for (const of of byWriter(others)) told(say(words.waiting, of));
  else if (others.length > 0) {
    for (const of of byWriter(others)) told(say(words.gone, of));
    forget(others);
  }

  const save = async ({ key, number, text }, csrf) => {
    try {
      const answer = await fetch(`/register/${encodeURIComponent(number)}/draft`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json' },
        body: JSON.stringify({ csrf, changes: JSON.parse(text), field: null }),
        cache: 'no-store',
      });
      if (!answer.ok || answer.redirected) return false;
      if (localStorage.getItem(key) === text) localStorage.removeItem(key);
      return true;
    } catch {
      return false;
    }
  };
  const textOf = ({ number, text }) => {
    try {
      const values = Object.values(JSON.parse(text)).map(({ value }) => value);
      return `${number}: ${values.filter(Boolean).join(' · ')}`;
    } catch {
      return number;
    }
  };
  /** Whether whoever leaves says that what cannot be saved may go. */
  const mayGo = (of) =>
    new Promise((resolve) => {
      const dialog = document.createElement('dialog');
      dialog.setAttribute('aria-labelledby', 'unsaved');
      const lead = Object.assign(document.createElement('p'), { id: 'unsaved', textContent: words.unsaved });
      const list = document.createElement('ul');
      for (const draft of of)
        list.append(
          Object.assign(document.createElement('li'), { className: 'written', textContent: textOf(draft) }),
        );
      const form = Object.assign(document.createElement('form'), { method: 'dialog', className: 'acts gap' });
      for (const [value, label, kind] of [
        ['stay', words.stay, 'btn main'],
        ['go', words.go, 'btn'],
      ])
        form.append(
          Object.assign(document.createElement('button'), { value, textContent: label, className: kind }),
        );
      dialog.append(lead, list, form);
      dialog.addEventListener('close', () => {
        dialog.remove();
        resolve(dialog.returnValue === 'go');
      });
      document.body.append(dialog);
      dialog.showModal();
    });

  document.addEventListener('submit', async (event) => {
    const form = event.target;
    if (form.getAttribute('action') !== '/sign-out') return;
    const mine = kept().filter(({ whose }) => whose === account);
    if (mine.length === 0) return;
    event.preventDefault();
    const unsaved = [];
    for (const draft of mine) if (!(await save(draft, form.elements.csrf.value))) unsaved.push(draft);
    if (unsaved.length > 0 && !(await mayGo(unsaved))) return;
    // Forms that are open in other tabs must not put it back.
    localStorage.setItem(left, account);
    localStorage.removeItem(left);
    forget(mine);
    form.submit();
  });
})();
