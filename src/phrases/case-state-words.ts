/** How cases, pages and texts stand, in one language. */
export interface CaseStateWords {
  /** A case's kind, shown where a severity would stand when it has none. */
  readonly kinds: Readonly<Record<string, string>>;
  /** By what means somebody has taken a case. */
  readonly via: Readonly<Record<'voice' | 'sms' | 'link' | 'console' | 'direct', string>>;
  /** By what means the person of a page has taken the case instead. */
  readonly instead: Readonly<Record<'voice' | 'sms' | 'link' | 'direct' | 'other', string>>;
  readonly page: Readonly<
    Record<
      | 'due'
      | 'sending'
      | 'dialling'
      | 'sent'
      | 'delivered'
      | 'ringing'
      | 'answered'
      | 'accepted'
      | 'declined'
      | 'voicemail'
      | 'noAnswer'
      | 'notReached'
      | 'notDelivered'
      | 'stoodDown',
      string
    >
  >;
  readonly text: Readonly<
    Record<'received' | 'sent' | 'delivered' | 'due' | 'sending' | 'lost' | 'failed', string>
  >;
  /** Error codes of the carrier that people on call meet. */
  readonly carrierFaults: Readonly<Record<CarrierFault, string>>;
}

/** Twilio's, which SignalWire shares; the others stand as the bare number. */
type CarrierFault =
  | '21211'
  | '21408'
  | '21610'
  | '21614'
  | '30003'
  | '30004'
  | '30005'
  | '30006'
  | '30007'
  | '30008';
