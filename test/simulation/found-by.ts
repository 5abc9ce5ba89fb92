/**
 * The seed that finds each deliberate fault, and the invariant that it breaks there; docs/RELIABILITY.md has the same table.
 * Any change can give seeds other histories: where none of the next few finds it either, `npm run simulate -- --mutations`
 * looks for one that does.
 */
export const FOUND_BY: Readonly<Record<string, { seed: number; invariant: string }>> = {
  'nobody is stood down': { seed: 1, invariant: 'everybody else is stood down' },
  'phones ring on after the acceptance': { seed: 2, invariant: 'everybody else is stood down' },
  'a second acceptance overwrites the first': { seed: 12, invariant: 'one acceptance wins' },
  'the next round is not put down': {
    seed: 1,
    invariant: 'a case that nobody accepted has its next page due within the wait',
  },
  'nobody is paged any more after four rounds': { seed: 2, invariant: 'what is due is done' },
  'each wait is twice as long as the script says': {
    seed: 1,
    invariant: 'a case that nobody accepted has its next page due within the wait',
  },
  'the tasks of a process that died are never taken over': { seed: 2, invariant: 'what is due is done' },
  'a phone that is picked up counts as an acknowledgement': { seed: 1, invariant: 'only a human accepts' },
  'the end of a call overwrites what its receipt said': {
    seed: 1,
    invariant: 'what is settled stays settled',
  },
  'a lost answer is taken for success': { seed: 6, invariant: 'nothing stays on its way for ever' },
  'a refused text is never sent again, and stays as it was': {
    seed: 6,
    invariant: 'nothing stays on its way for ever',
  },
  'a refused call is placed again whether somebody has accepted or not': {
    seed: 7,
    invariant: 'no new page after acceptance',
  },
  'a round that is due begins although somebody has accepted': {
    seed: 1,
    invariant: 'everybody else is stood down',
  },
  'a caller is hung up on with nothing': { seed: 9, invariant: 'no caller ends without a human or a case' },
  'a caller who hangs up before choosing is forgotten': {
    seed: 12,
    invariant: 'no caller ends without a human or a case',
  },
  'a call of which nothing is heard is never asked for': {
    seed: 4,
    invariant: 'no caller ends without a human or a case',
  },
  'the case number is told before it is written down': {
    seed: 1,
    invariant: 'no caller ends without a human or a case',
  },
  'whoever accepted is forgotten': { seed: 1, invariant: 'accepted is not forgotten' },
  'severity 3 pages as well': { seed: 4, invariant: 'lesser matters page nobody unasked' },
  'what the carrier answers to a call is on no receipt': { seed: 1, invariant: 'every page is on a receipt' },
  'the receipts of a case are blanked when it is accepted': { seed: 1, invariant: 'receipts only grow' },
  'a call taken over from the dead is placed although somebody has accepted': {
    seed: 50,
    invariant: 'no new page after acceptance',
  },
  'a text taken over from the dead is sent although somebody has accepted': {
    seed: 50,
    invariant: 'no new page after acceptance',
  },
  'the first operator who does not answer was the last': { seed: 3, invariant: 'every operator is asked' },
  'the journal keeps nothing': { seed: 11, invariant: 'no caller ends without a human or a case' },
};
