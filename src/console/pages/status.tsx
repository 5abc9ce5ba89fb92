import type { StatusLook } from '../../customer-mail/index.ts';
import { catalogues, momentWords, servedBy, type CustomerWords } from '../../phrases/index.ts';
import type { ConsoleDesk } from '../options.ts';
import { Field } from '../components/form.tsx';
import { slipPage, type Frame } from '../components/layout.tsx';

interface Props {
  readonly asset: Frame['asset'];
  readonly words: CustomerWords;
  /** Of the case, where one is shown. */
  readonly desk: ConsoleDesk | undefined;
  /** As it was typed, or as the link had it. */
  readonly number: string;
  /** Undefined: nothing was asked yet. */
  readonly look: StatusLook | undefined;
}

/** The page on which a customer sees how a case stands. It needs no session and no script, and keeps nothing. */
export function statusPage(props: Props): string {
  const { words, look, asset } = props;
  const shown = look?.kind === 'shown' ? look.of : undefined;
  return slipPage({
    title: shown?.number ?? words.page.title,
    asset,
    language: words.language,
    children: (
      <main class="slip door" id="main">
        {shown === undefined ? <Asks {...props} /> : <Shown {...props} of={shown} />}
      </main>
    ),
  });
}

function Asks({ words, number, look }: Props) {
  const { page } = words;
  const fault =
    look?.kind === 'wrong' ? page.wrong : look?.kind === 'wait' ? page.wait(look.minutes) : undefined;
  const inOther = (lang: string) =>
    `/status?${new URLSearchParams({ ...(number === '' ? {} : { case: number }), lang })}`;
  const others = Object.entries(catalogues).filter(([, { customer }]) => customer !== words);
  return (
    <>
      <h1>{page.title}</h1>
      <p class="lead">{page.lead}</p>
      <form method="post" action="/status">
        <input type="hidden" name="lang" value={servedBy(words.language)} />
        <Field id="case" label={page.number} fault={undefined}>
          <input
            id="case"
            name="case"
            class="mono"
            required
            maxLength={40}
            autocomplete="off"
            autocapitalize="characters"
            value={number}
          />
        </Field>
        <Field id="pin" label={page.pin} fault={fault} hint={page.pinHint}>
          <input
            id="pin"
            name="pin"
            class="mono"
            required
            maxLength={12}
            inputMode="numeric"
            autocomplete="off"
            aria-describedby="pin-hint"
          />
        </Field>
        <button class="btn main">{page.show}</button>
      </form>
      <p class="small acts">
        {others.map(([lang, { customer }]) => (
          <a key={lang} href={inOther(lang)} hreflang={lang} lang={lang}>
            {customer.page.inThisLanguage}
          </a>
        ))}
      </p>
    </>
  );
}

function Shown({ words, desk, of }: Props & { of: Extract<StatusLook, { kind: 'shown' }>['of'] }) {
  const { page } = words;
  const moment = (at: Date) => (
    <time dateTime={at.toISOString()}>{momentWords(at, words.language, desk?.timeZone ?? 'UTC')}</time>
  );
  return (
    <>
      <p class="dim small mono">{of.number}</p>
      <h1>{page.status[of.state]}</h1>
      <dl class="pairs">
        <dt>{page.desk}</dt>
        <dd>{desk?.name ?? of.desk}</dd>
        <dt>{page.registeredAt}</dt>
        <dd>{moment(of.registeredAt)}</dd>
        <dt>{page.assignedTo}</dt>
        <dd>{of.assignee ?? page.nobodyYet}</dd>
      </dl>
      <h2>{page.happened}</h2>
      <ol class="plain steps">
        {of.events.map(({ at, event }, index) => (
          <li key={index}>
            <b>{page.event[event]}</b>
            <small class="dim">{moment(at)}</small>
          </li>
        ))}
      </ol>
      <p class="small">
        <a href={`/status?lang=${servedBy(words.language)}`}>{page.another}</a>
      </p>
    </>
  );
}
