import type pg from 'pg';

/** Whatever runs a statement written by hand: a pool, or one transaction's connection. */
export type Queryable = Pick<pg.Pool | pg.ClientBase, 'query'>;
