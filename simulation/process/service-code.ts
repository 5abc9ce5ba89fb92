/** What a simulated process is made of; bundled, and run anew for each process, so that none shares another's variables. */
export { buildApp } from '../../src/app.ts';
export { openDatabase } from '../../src/database/index.ts';
export { toCarrierFailure } from '../../src/twilio/carrier-answers.ts';
export { UnansweredRequest } from '../../src/twilio/http-client.ts';
