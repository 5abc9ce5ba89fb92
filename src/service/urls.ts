/** The webhooks that the product gives to the carrier, all absolute and under PUBLIC_URL/twilio/. */
export interface WebhookUrls {
  /** What the caller keys, says or leaves unsaid. `turn` makes each address new, so that a late retry is known for one. */
  input(callId: string, turn: number): string;
  recorded(callId: string, turn: number): string;
  recording(callId: string): string;
  hold(callId: string, turn: number): string;
  holdMusic(): string;
  /** A leg of ours was picked up, or is to go on with what is true now. */
  leg(callId: string): string;
  /** A key pressed in a leg of ours; `about` says what was asked, `tries` how often in silence. */
  legKey(callId: string, about: string, tries: number): string;
  /** A test call to somebody's phone was picked up, or is to go on with what is true now; and a key in it. */
  drill(callId: string): string;
  drillKey(callId: string, tries: number): string;
  /** A call that reads a code out was picked up. */
  code(callId: string): string;
  /** A leg has left the conference. */
  afterBridge(callId: string): string;
  bridge(callId: string): string;
  /** A customer whose responder has left wants somebody back, or not. */
  back(callId: string, tries: number): string;
  bridgeWait(callId: string): string;
  conference(caseId: string): string;
  callStatus(callId: string): string;
  textStatus(textId: string): string;
  acceptLink(token: string): string;
  /** Where a customer sees how a case stands; `language`: the key of a catalogue. The number is in it, the PIN is not. */
  status(caseNumber: string, language: string): string;
  /** The page of a case in the console. */
  case(caseNumber: string): string;
  /** The page of the console on which changes of a desk's duty are asked for and granted. */
  dutyChanges(desk: string): string;
  /** The page of the console on which a person's numbers are verified. */
  person(key: string): string;
  /** The first page of the console. */
  console(): string;
}

/** The addresses under `publicUrl`, which has no slash at its end. */
export function webhookUrls(publicUrl: string): WebhookUrls {
  const twilio = `${publicUrl}/twilio`;
  return {
    input: (callId, turn) => `${twilio}/call/${callId}/input/${turn}`,
    recorded: (callId, turn) => `${twilio}/call/${callId}/recorded/${turn}`,
    recording: (callId) => `${twilio}/call/${callId}/recording`,
    hold: (callId, turn) => `${twilio}/call/${callId}/hold/${turn}`,
    holdMusic: () => `${publicUrl}/hold-music.wav`,
    leg: (callId) => `${twilio}/leg/${callId}`,
    legKey: (callId, about, tries) => `${twilio}/leg/${callId}/key?about=${about}&tries=${tries}`,
    drill: (callId) => `${twilio}/drill/${callId}`,
    drillKey: (callId, tries) => `${twilio}/drill/${callId}/key?tries=${tries}`,
    code: (callId) => `${twilio}/code/${callId}`,
    afterBridge: (callId) => `${twilio}/leg/${callId}/after-bridge`,
    bridge: (callId) => `${twilio}/call/${callId}/bridge`,
    back: (callId, tries) => `${twilio}/call/${callId}/back?tries=${tries}`,
    bridgeWait: (callId) => `${twilio}/leg/${callId}/wait`,
    conference: (caseId) => `${twilio}/conference/${caseId}`,
    callStatus: (callId) => `${twilio}/leg/${callId}/status`,
    textStatus: (textId) => `${twilio}/text/${textId}/status`,
    acceptLink: (token) => `${publicUrl}/a/${token}`,
    status: (number, language) =>
      `${publicUrl}/status?case=${encodeURIComponent(number)}&lang=${encodeURIComponent(language)}`,
    case: (number) => `${publicUrl}/cases/${encodeURIComponent(number)}`,
    dutyChanges: (desk) => `${publicUrl}/duty?desk=${encodeURIComponent(desk)}#changes`,
    person: (key) => `${publicUrl}/people/${encodeURIComponent(key)}`,
    console: () => `${publicUrl}/`,
  };
}
