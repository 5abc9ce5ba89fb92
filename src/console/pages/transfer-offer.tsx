import type { HoursReason } from '../../coverage/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import { CsrfField } from '../components/form.tsx';
import { Icon } from '../components/icons.tsx';
import type { Frame } from '../components/layout.tsx';
import { Key } from '../components/marks.tsx';
import { day, minuteTime } from '../words/time.ts';

/** To whom the caller of a case can be handed on, and while the office is closed why not, and from when. */
export interface TransferOffer {
  /** None while nobody is on the line, or somebody has the call. */
  readonly targets: readonly { readonly plan: string; readonly name: string }[];
  readonly hours:
    | { readonly isOpen: true; readonly until: Date | undefined }
    | { readonly isOpen: false; readonly reason: HoursReason; readonly opens: Date | undefined };
}

interface Props {
  readonly catalogue: Catalogue;
  readonly number: string;
  readonly offer: TransferOffer;
  readonly frame: Frame;
}

/** One press hands the caller on, another stays until somebody is there; after hours neither is offered. */
export function Transfer({ catalogue, number, offer, frame }: Props) {
  const words = catalogue.register.strip;
  const { hours, targets } = offer;
  // What a script lets be reached at any hour, it calls an emergency by that.
  if (!hours.isOpen && targets.length === 0)
    return (
      <p class="dim" id="transfer">
        {words.closed(hours.reason, hours.opens && dayAndTime(hours.opens, frame.zone, catalogue.bar.locale))}
      </p>
    );
  return (
    <div class="acts" id="transfer">
      {hours.isOpen && hours.until !== undefined && (
        <span class="dim">{words.openUntil(minuteTime(hours.until, frame.zone))}</span>
      )}
      {targets.map((target, index) => (
        <form
          key={target.plan}
          class="acts"
          method="post"
          action={`/register/${encodeURIComponent(number)}/transfer`}
        >
          <CsrfField of={frame.signedIn} />
          <input type="hidden" name="plan" value={target.plan} />
          <button class="btn" name="how" value="blind" {...keyed(index === 0, 'F4', 't')}>
            <Icon of="phone" />
            {words.transfer(target.name)}
            {index === 0 && <Key names={['F4']} />}
          </button>
          <button class="btn" name="how" value="warm" {...keyed(index === 0, 'Shift+F4', 'y')}>
            {words.transferWarm(target.name)}
            {index === 0 && <Key names={[words.shift, 'F4']} />}
          </button>
        </form>
      ))}
    </div>
  );
}

function keyed(isFirst: boolean, key: string, accesskey: string) {
  return isFirst ? { 'data-key': key, 'aria-keyshortcuts': key, accesskey } : {};
}

function dayAndTime(at: Date, zone: string, locale: string): string {
  return `${day(at, zone, 'short', locale)} ${minuteTime(at, zone)}`;
}
