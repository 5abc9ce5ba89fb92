import { once } from 'node:events';
import net from 'node:net';

/** One result of a statement, rows as arrays; every value travels as text. */
interface Result {
  fields: { name: string; dataTypeID: number }[];
  rows: unknown[][];
}

type Answer = (connection: object, statement: string) => Promise<Result>;

const ready = message('Z', Buffer.from('I'));

/** Speaks as much of PostgreSQL's wire protocol as a client's simple queries need; what they get is up to `answer`. */
export class WireServer {
  readonly #server: net.Server;
  readonly #sockets = new Set<net.Socket>();

  constructor(answer: Answer) {
    this.#server = net.createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      converse(socket, answer);
    });
  }

  /** Listens on a free port of the loopback interface and returns it. */
  async listen(): Promise<number> {
    this.#server.listen(0, '127.0.0.1');
    await once(this.#server, 'listening');
    return (this.#server.address() as net.AddressInfo).port;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}

function converse(socket: net.Socket, answer: Answer): void {
  let buffered = Buffer.alloc(0);
  let begun = false;
  socket.on('data', (chunk) => {
    buffered = Buffer.concat([buffered, chunk]);
    for (;;) {
      const typeBytes = begun ? 1 : 0;
      if (buffered.length < typeBytes + 4) return;
      const end = typeBytes + buffered.readInt32BE(typeBytes);
      if (buffered.length < end) return;
      const type = begun ? buffered.toString('latin1', 0, 1) : 'startup';
      const body = buffered.subarray(typeBytes + 4, end);
      buffered = buffered.subarray(end);
      begun = true;
      void reply(socket, answer, type, body);
    }
  });
}

async function reply(socket: net.Socket, answer: Answer, type: string, body: Buffer): Promise<void> {
  if (type === 'startup') socket.write(Buffer.concat([message('R', int32(0)), ready]));
  if (type === 'X') socket.end();
  if (type !== 'Q') return;
  const statement = body.toString('utf8', 0, body.length - 1);
  const result = await answer(socket, statement).catch((error: unknown) => String(error));
  socket.write(Buffer.concat([typeof result === 'string' ? failure(result) : success(result), ready]));
}

function success({ fields, rows }: Result): Buffer {
  const columns = fields.map(({ name, dataTypeID }) =>
    Buffer.concat([text(name), int32(0), int16(0), int32(dataTypeID), int16(-1), int32(-1), int16(0)]),
  );
  const lines = rows.map((row) => {
    const values = row.map((value) => Buffer.from(String(value)));
    return message('D', int16(row.length), ...values.flatMap((value) => [int32(value.length), value]));
  });
  return Buffer.concat([message('T', int16(fields.length), ...columns), ...lines, message('C', text('OK'))]);
}

function failure(reason: string): Buffer {
  return message('E', text('SERROR'), text('C58000'), text(`M${reason}`), Buffer.from([0]));
}

function message(type: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}

function int32(value: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeInt32BE(value);
  return buffer;
}

function int16(value: number): Buffer {
  const buffer = Buffer.alloc(2);
  buffer.writeInt16BE(value);
  return buffer;
}
