/* global fetch, localStorage, location, setTimeout */
// What was typed into forms and is not saved yet lies in this browser, under the account that typed it. It stays there until it
// is saved or its writer deletes it, whoever signs in meanwhile; and it is shown and offered to that account alone.
(() => {
  const prefix = 'afterhours.draft.';
  const left = 'afterhours.left';
  const settleMs = 1500;
  const { account, drafts } = document.body.dataset;
  const words = JSON.parse(drafts ?? '{}');

  /** What this account has left here. */
  const kept = () => {
    try {
      const own = `${prefix}${account}.`;
      return Object.keys(localStorage)
        .filter((key) => key.startsWith(own))
        .map((key) => ({ key, number: key.slice(own.length), text: localStorage.getItem(key) }));
    } catch {
      // A browser that keeps nothing has nothing to offer.
      return [];
    }
  };
  const forget = (of) => {
    for (const { key } of of) localStorage.removeItem(key);
  };
  const addressOf = (number) => `/register/${encodeURIComponent(number)}`;
  const told = (text, ...more) => {
    const line = Object.assign(document.createElement('p'), { className: 'alarm live', textContent: text });
    line.setAttribute('role', 'status');
    for (const of of more) line.append(' ', of);
    document.getElementById('main').before(line);
    return line;
  };

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

  // The page of its form sends it by itself; where that cannot be filled in any more, nobody else can do anything with it.
  const form = document.getElementById('registration');
  const here = kept().filter(({ number }) => location.pathname === addressOf(number));
  const offer = () => {
    const others = kept().filter(({ key }) => !here.some((draft) => draft.key === key));
    const links = others.map(({ number }) =>
      Object.assign(document.createElement('a'), { href: addressOf(number), textContent: number }),
    );
    if (links.length > 0) told(words.kept, ...links);
  };
  // What is being typed in another tab is saved by then.
  setTimeout(offer, settleMs);
  if (form === null && here.length > 0) {
    const button = Object.assign(document.createElement('button'), {
      className: 'btn',
      textContent: words.forget,
    });
    const line = told(words.late, ...here.map(textOf), button);
    button.addEventListener('click', () => {
      forget(here);
      line.remove();
    });
  }

  /** What whoever leaves wants done with what cannot be saved: `stay`, `keep` it here, or let it `go`. */
  const choice = (of) =>
    new Promise((resolve) => {
      const dialog = document.createElement('dialog');
      dialog.setAttribute('aria-labelledby', 'unsaved');
      const lead = Object.assign(document.createElement('p'), { id: 'unsaved', textContent: words.unsaved });
      const list = document.createElement('ul');
      for (const draft of of)
        list.append(
          Object.assign(document.createElement('li'), { className: 'written', textContent: textOf(draft) }),
        );
      const answers = Object.assign(document.createElement('form'), {
        method: 'dialog',
        className: 'acts gap',
      });
      for (const [value, kind] of [
        ['stay', 'btn main'],
        ['keep', 'btn'],
        ['go', 'btn'],
      ])
        answers.append(
          Object.assign(document.createElement('button'), {
            value,
            textContent: words[value],
            className: kind,
          }),
        );
      dialog.append(lead, list, answers);
      dialog.addEventListener('close', () => {
        dialog.remove();
        resolve(dialog.returnValue === '' ? 'stay' : dialog.returnValue);
      });
      document.body.append(dialog);
      dialog.showModal();
    });

  document.addEventListener('submit', async (event) => {
    const leaving = event.target;
    if (leaving.getAttribute('action') !== '/sign-out') return;
    const mine = kept();
    if (mine.length === 0) return;
    event.preventDefault();
    const unsaved = [];
    for (const draft of mine) if (!(await save(draft, leaving.elements.csrf.value))) unsaved.push(draft);
    const wanted = unsaved.length === 0 ? 'go' : await choice(unsaved);
    if (wanted === 'stay') return;
    // Forms that are open in other tabs must not put back what is saved or deleted.
    localStorage.setItem(left, account);
    localStorage.removeItem(left);
    if (wanted === 'go') forget(unsaved);
    leaving.submit();
  });
})();
