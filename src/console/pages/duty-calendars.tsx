import type { SignedIn } from '../../accounts/index.ts';
import type { CalendarLink } from '../../calendars/index.ts';
import { CsrfField } from '../components/form.tsx';
import { whenWords, type DutyReader } from '../words/duty-words.ts';

interface CalendarsProps {
  readonly desk: string;
  readonly reader: DutyReader;
  readonly publicUrl: string;
  readonly ownLink: CalendarLink | undefined;
  readonly deskLink: CalendarLink | undefined;
  readonly signedIn: SignedIn;
  readonly maySet: boolean;
}

/** The addresses under which calendar programs read shifts: one's own for everybody, the desk's for supervisors. */
export function DutyCalendars(props: CalendarsProps) {
  const { desk, reader, signedIn, maySet } = props;
  const words = reader.catalogue.dutyPage.calendars;
  if (signedIn.person === undefined && !maySet) return null;
  return (
    <section class="sec" aria-labelledby="calendars">
      <header>
        <h2 id="calendars">{words.title}</h2>
        <p>{words.lead}</p>
      </header>
      {signedIn.person !== undefined && (
        <LinkRow {...props} of="mine" title={words.mine} link={props.ownLink} />
      )}
      {maySet && (
        <LinkRow {...props} of="desk" title={words.everybodys(reader.deskName(desk))} link={props.deskLink} />
      )}
      <p class="soft gap">{words.secret}</p>
    </section>
  );
}

function LinkRow(
  props: CalendarsProps & { of: 'mine' | 'desk'; title: string; link: CalendarLink | undefined },
) {
  const { of, title, link, reader, publicUrl, signedIn, desk } = props;
  const words = reader.catalogue.dutyPage.calendars;
  const id = `calendar-${of}`;
  return (
    <form class="grid gap" method="post" action="/duty/calendar">
      <CsrfField of={signedIn} />
      <input type="hidden" name="desk" value={desk} />
      <input type="hidden" name="of" value={of} />
      <p class="field w8">
        <label for={id}>{title}</label>
        <input
          id={id}
          readOnly
          value={link === undefined ? '' : `${publicUrl}/calendar/${link.secret}.ics`}
          placeholder={words.none}
          aria-describedby={`${id}-hint`}
        />
        <span class="hint" id={`${id}-hint`}>
          {link === undefined
            ? words.unread
            : words.made(
                whenWords(link.madeAt, reader),
                link.madeBy,
                link.lastReadAt && whenWords(link.lastReadAt, reader),
              )}
        </span>
      </p>
      <p class="acts w4">
        <button class="btn" name="do" value="renew">
          {link === undefined ? words.make : words.renew}
        </button>
        {link !== undefined && (
          <button class="btn bare" name="do" value="end">
            {words.end}
          </button>
        )}
      </p>
    </form>
  );
}
