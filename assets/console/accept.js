/* global AbortSignal, DOMParser, fetch, location, setInterval, setTimeout, URLSearchParams */
// The page behind the link of an SMS: sends an answer until it has arrived, and shows when somebody else has taken it.
(() => {
  const retryMs = 2000;
  const lookMs = 4000;
  let answer;

  const replaceBy = (html) => {
    const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('main');
    if (fresh) document.getElementById('main').replaceWith(fresh);
  };
  const sayNoConnection = () => {
    const main = document.getElementById('main');
    const template = document.getElementById('no-connection');
    if (template && !main.querySelector(':scope > .alarm')) {
      main.prepend(template.content.cloneNode(true));
    }
  };

  const send = async () => {
    try {
      const reply = await fetch(location.pathname, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new URLSearchParams({ answer }),
        signal: AbortSignal.timeout(8000),
      });
      if (!reply.ok) throw new Error(String(reply.status));
      answer = undefined;
      replaceBy(await reply.text());
    } catch {
      sayNoConnection();
      setTimeout(send, retryMs);
    }
  };

  document.addEventListener('submit', (event) => {
    if (event.target.id !== 'answer') return;
    event.preventDefault();
    const isUnderway = answer !== undefined;
    answer = event.submitter?.value ?? 'accept';
    for (const button of event.target.querySelectorAll('button')) button.disabled = true;
    if (!isUnderway) void send();
  });

  // Looking changes nothing; it shows at once that somebody else was faster.
  setInterval(async () => {
    const main = document.getElementById('main');
    if (answer !== undefined || document.hidden || main.dataset.state !== 'open') return;
    try {
      const reply = await fetch(location.pathname, { cache: 'no-store' });
      const html = await reply.text();
      if (reply.ok && answer === undefined && !html.includes('data-state="open"')) replaceBy(html);
    } catch {
      // The next look may succeed; the SMS and the call are still there.
    }
  }, lookMs);
})();
