import pg from 'pg';

/**
 * A connection that sends all statements of one turn of the event loop in one write. One by one each would wake the
 * server's process, which on a small machine takes the processor from the one that is still writing.
 */
export class OneWriteClient extends pg.Client {
  #gathering = false;

  // `any` as in the class it extends: there are eight overloads, and all are passed on as they are.
  override query = ((...statement: unknown[]) => {
    this.#gather();
    return (super.query as (...all: unknown[]) => unknown).apply(this, statement);
  }) as pg.Client['query'];

  #gather(): void {
    if (this.#gathering) return;
    const { stream } = this.connection;
    this.#gathering = true;
    stream.cork();
    process.nextTick(() => {
      this.#gathering = false;
      stream.uncork();
    });
  }
}
