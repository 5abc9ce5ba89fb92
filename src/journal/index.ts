export { DiskFolder, type JournalFolder } from './folder.ts';
export { Journal, type JournalParts } from './journal.ts';
export { MemoryFolder } from './memory-folder.ts';
export type { Piece, Told } from './piece.ts';
export type { Spell } from './spell.ts';
