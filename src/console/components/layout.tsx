import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { SignedIn } from '../../accounts/index.ts';
import { may } from '../../accounts/index.ts';
import { phrasesFor, type BarWords } from '../../phrases/index.ts';
import { day, minuteTime, zoneName } from '../words/time.ts';
import { CsrfField } from './form.tsx';
import { Icon, Mark } from './icons.tsx';

/** What every page of the console shows besides its own matter. */
export interface Frame {
  readonly now: Date;
  /** The zone of the hour in the bar. */
  readonly zone: string;
  readonly signedIn: SignedIn;
  readonly alarmCount: number;
  readonly phonesUrl: string | undefined;
  /** Whether the page may replace itself when something changes; not while it shows a refused form. */
  readonly isLive: boolean;
  /** The address of a style sheet or script by its name. */
  readonly asset: (name: string) => string;
}

export type Section =
  | 'now'
  | 'register'
  | 'calls'
  | 'texts'
  | 'cases'
  | 'duty'
  | 'people'
  | 'hours'
  | 'what-if'
  | 'mail';

const sections: readonly (readonly [Section, string])[] = [
  ['now', '/'],
  ['register', '/register'],
  ['calls', '/calls'],
  ['texts', '/texts'],
  ['cases', '/cases'],
  ['duty', '/duty'],
  ['people', '/people'],
  ['hours', '/hours'],
  ['what-if', '/what-if'],
  ['mail', '/mail'],
];

interface LayoutProps {
  readonly frame: Frame;
  readonly title: string;
  readonly section: Section;
  /** What stands around the page, in its language; absent: English. */
  readonly words?: BarWords;
  /** Scripts of this page alone. */
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
}

/** A page of the console, whole: complete without its scripts. */
export function consolePage(props: LayoutProps): string {
  const { frame, title, section, children, words = phrasesFor('en').bar } = props;
  return document(
    <html lang={words.language}>
      <Head title={title} asset={frame.asset}>
        <script src={frame.asset('idiomorph.js')} defer />
        <script src={frame.asset('live.js')} defer />
        <script src={frame.asset('drafts.js')} defer />
        {props.scripts?.map((name) => (
          <script key={name} src={frame.asset(name)} defer />
        ))}
      </Head>
      <body
        data-now={frame.now.toISOString()}
        data-live={frame.isLive ? '' : undefined}
        data-account={frame.signedIn.accountId}
        data-drafts={JSON.stringify(words.drafts)}
      >
        <a class="skip" href="#main">
          {words.skip}
        </a>
        <Bar frame={frame} section={section} words={words} />
        <p class="alarm live" id="behind" role="status" data-words={words.behind} hidden />
        {children}
      </body>
    </html>,
  );
}

/** A page for one thumb or for nobody in particular: no bar, nothing that needs a session. */
export function slipPage(props: {
  title: string;
  asset: Frame['asset'];
  scripts?: readonly string[];
  /** BCP 47; absent: English. */
  language?: string;
  children: ComponentChildren;
}): string {
  return document(
    <html lang={props.language ?? 'en'}>
      <Head title={props.title} asset={props.asset}>
        {props.scripts?.map((name) => (
          <script key={name} src={props.asset(name)} defer />
        ))}
      </Head>
      <body>{props.children}</body>
    </html>,
  );
}

function document(html: Parameters<typeof render>[0]): string {
  return `<!doctype html>${render(html)}`;
}

function Head(props: { title: string; asset: Frame['asset']; children?: ComponentChildren }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="robots" content="noindex" />
      <title>{`${props.title} · Afterhours`}</title>
      <link rel="icon" href={props.asset('icon.svg')} type="image/svg+xml" />
      <link rel="stylesheet" href={props.asset('tokens.css')} />
      <link rel="stylesheet" href={props.asset('console.css')} />
      <link rel="stylesheet" href={props.asset('pages.css')} />
      {props.children}
    </head>
  );
}

/** Everybody signed in may read; who may not register finds nothing to do there. */
function isOffered(section: Section, role: SignedIn['role']): boolean {
  return section !== 'register' || may(role, 'register');
}

function Bar({ frame, section, words }: { frame: Frame; section: Section; words: BarWords }) {
  const { role } = frame.signedIn;
  const offered = sections.filter(([key]) => isOffered(key, role));
  return (
    <header class="bar" id="bar">
      <a class="brand" href="/">
        <Mark />
        Afterhours
      </a>
      <nav class="nav" id="nav" popover="auto" aria-label={words.pages}>
        {offered.map(([key, href]) => (
          <a key={key} href={href} aria-current={key === section ? 'page' : undefined}>
            {words.sections[key]}
            {key === 'now' && frame.alarmCount > 0 && (
              <span class="count">
                {frame.alarmCount}
                <span class="sr"> {words.alarms}</span>
              </span>
            )}
          </a>
        ))}
        {frame.phonesUrl !== undefined && <a href={frame.phonesUrl}>{words.phones}</a>}
        <a class="leave narrow" href="/account">
          {words.account}
        </a>
        <form class="leave narrow" method="post" action="/sign-out">
          <CsrfField of={frame.signedIn} />
          <button class="btn">
            {words.signOut} {frame.signedIn.name}
          </button>
        </form>
      </nav>
      <span class="hour">
        <span class="d">{day(frame.now, frame.zone, 'short', words.locale)} </span>
        <time dateTime={frame.now.toISOString()} data-hour={frame.zone}>
          {minuteTime(frame.now, frame.zone)}
        </time>{' '}
        {zoneName(frame.zone, frame.now)}
      </span>
      <form class="me leave" method="post" action="/sign-out">
        <CsrfField of={frame.signedIn} />
        <span>
          <a href="/account">{frame.signedIn.name}</a>, {words.roles[frame.signedIn.role]}
        </span>
        <button class="btn bare">{words.signOut}</button>
      </form>
      <button class="btn bare menu" type="button" popovertarget="nav">
        <Icon of="menu" />
        {words.menu}
      </button>
    </header>
  );
}
