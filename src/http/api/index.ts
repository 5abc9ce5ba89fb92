export { registerApi, type ApiOptions } from './register-api.ts';
