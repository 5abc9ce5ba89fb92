import type { SignedIn } from '../../accounts/index.ts';
import type { CalendarLink } from '../../calendars/index.ts';
import { CsrfField } from '../components/form.tsx';
import { day, minuteTime } from '../words/time.ts';

interface CalendarsProps {
  readonly desk: string;
  readonly deskName: string;
  readonly zone: string;
  readonly publicUrl: string;
  readonly ownLink: CalendarLink | undefined;
  readonly deskLink: CalendarLink | undefined;
  readonly signedIn: SignedIn;
  readonly maySet: boolean;
}

/** The addresses under which calendar programs read shifts: one's own for everybody, the desk's for supervisors. */
export function DutyCalendars(props: CalendarsProps) {
  const { signedIn, maySet, deskName } = props;
  if (signedIn.person === undefined && !maySet) return null;
  return (
    <section class="sec" aria-labelledby="calendars">
      <header>
        <h2 id="calendars">Calendars</h2>
        <p>for a calendar program, which follows them by itself</p>
      </header>
      {signedIn.person !== undefined && (
        <LinkRow {...props} of="mine" title="Your shifts, at all desks" link={props.ownLink} />
      )}
      {maySet && <LinkRow {...props} of="desk" title={`Everybody’s, ${deskName}`} link={props.deskLink} />}
      <p class="soft gap">
        Whoever has the address sees the shifts: renew it when it has got about, and the old one is over.
        Seats that follow from a duty list have no shifts and are in no calendar.
      </p>
    </section>
  );
}

function LinkRow(
  props: CalendarsProps & { of: 'mine' | 'desk'; title: string; link: CalendarLink | undefined },
) {
  const { of, title, link, zone, publicUrl, signedIn, desk } = props;
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
          placeholder="none yet"
          aria-describedby={`${id}-hint`}
        />
        <span class="hint" id={`${id}-hint`}>
          {link === undefined
            ? 'no program can read it yet'
            : `made ${when(link.madeAt, zone)} by ${link.madeBy}; ${link.lastReadAt === undefined ? 'not read yet' : `last read ${when(link.lastReadAt, zone)}`}`}
        </span>
      </p>
      <p class="acts w4">
        <button class="btn" name="do" value="renew">
          {link === undefined ? 'Make an address' : 'Renew'}
        </button>
        {link !== undefined && (
          <button class="btn bare" name="do" value="end">
            End it
          </button>
        )}
      </p>
    </form>
  );
}

const when = (at: Date, zone: string): string => `${day(at, zone)} ${minuteTime(at, zone)}`;
