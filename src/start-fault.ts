/** Why the service cannot start and how to mend it: its message is all that the user is shown. */
export class StartFault extends Error {
  override readonly name: string = 'StartFault';
}
