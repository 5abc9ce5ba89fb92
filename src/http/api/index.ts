export { readCursor, writeCursor, type Cursor } from './cursor.ts';
export { registerApi, type ApiOptions } from './register-api.ts';
