/** In what a carrier with a compatible API differs from Twilio. */
export interface Brand {
  /** In front of /2010-04-01. */
  restPath: string;
  signatureHeader: string;
  userAgent: string;
  /** Ids say nothing of what they are of. */
  hasOpaqueIds: boolean;
}

export type BrandName = 'twilio' | 'signalwire';

/** Source of SignalWire's: its documentation, "Compatibility API" and "Webhook Security". */
export const brands: Readonly<Record<BrandName, Brand>> = {
  twilio: {
    restPath: '',
    signatureHeader: 'X-Twilio-Signature',
    userAgent: 'TwilioProxy/1.1',
    hasOpaqueIds: false,
  },
  signalwire: {
    restPath: '/api/laml',
    signatureHeader: 'X-SignalWire-Signature',
    userAgent: 'SignalWire',
    hasOpaqueIds: true,
  },
};
