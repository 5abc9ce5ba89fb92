export { sendProblem } from './problem.ts';
export { registerApi, type ApiOptions } from './register-api.ts';
