/** A fault in a TwiML document or in fetching it, with the code that Twilio's debugger would show. */
export class TwimlProblem extends Error {
  readonly code: number;
  readonly url: string | undefined;

  constructor(code: number, message: string, url?: string) {
    super(message);
    this.name = 'TwimlProblem';
    this.code = code;
    this.url = url;
  }
}
