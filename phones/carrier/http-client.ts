import http from 'node:http';
import https from 'node:https';

export interface HttpRequest {
  method: 'GET' | 'POST';
  url: string;
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
  maxBytes: number;
}

export interface HttpReply {
  status: number;
  headers: http.IncomingHttpHeaders;
  body: Buffer;
  /** True when the body went past maxBytes and was cut. */
  tooLarge: boolean;
}

/** A request that got no reply. `connected` tells a refused connection (worth a retry) from a lost answer. */
export class HttpFailure extends Error {
  readonly connected: boolean;

  constructor(message: string, connected: boolean) {
    super(message);
    this.name = 'HttpFailure';
    this.connected = connected;
  }
}

export interface HttpClient {
  /** Sends one request, follows nothing, retries nothing. Throws HttpFailure. */
  send(request: HttpRequest): Promise<HttpReply>;
  close(): void;
}

export function createHttpClient(): HttpClient {
  const agents = {
    'http:': new http.Agent({ keepAlive: true }),
    'https:': new https.Agent({ keepAlive: true }),
  };
  const once = (request: HttpRequest) =>
    new Promise<HttpReply>((resolve, reject) => {
      let connected = false;
      const url = new URL(request.url);
      const secure = url.protocol === 'https:';
      const credentials =
        url.username === ''
          ? {}
          : { auth: `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}` };
      const sent = (secure ? https : http).request(
        {
          ...bareTarget(request.url, url),
          method: request.method,
          agent: agents[secure ? 'https:' : 'http:'],
          headers: request.headers,
          signal: request.signal,
          ...credentials,
        },
        (reply) => {
          const parts: Buffer[] = [];
          let bytes = 0;
          const finish = (tooLarge: boolean) =>
            resolve({
              status: reply.statusCode ?? 0,
              headers: reply.headers,
              body: Buffer.concat(parts),
              tooLarge,
            });
          reply.on('data', (part: Buffer) => {
            bytes += part.length;
            if (bytes > request.maxBytes) {
              finish(true);
              reply.destroy();
            } else parts.push(part);
          });
          reply.on('end', () => finish(false));
          reply.on('error', (error) => reject(new HttpFailure(error.message, true)));
        },
      );
      sent.on('socket', (socket) => {
        if (!socket.connecting) connected = true;
        else socket.once(secure ? 'secureConnect' : 'connect', () => (connected = true));
      });
      sent.on('error', (error: NodeJS.ErrnoException) => {
        // A kept-alive socket that the other side closed meanwhile says nothing about the request: use a new one.
        if (sent.reusedSocket && error.code === 'ECONNRESET') return resolve(once(request));
        reject(new HttpFailure(error.code ?? error.message, connected));
      });
      sent.end(request.body);
    });
  return {
    send: once,
    close: () => Object.values(agents).forEach((agent) => agent.destroy()),
  };
}

/** The request target keeps its exact bytes: URL would re-encode the query, and the signature would not fit. */
function bareTarget(text: string, url: URL): http.RequestOptions {
  const path = /^https?:\/\/[^/?#]*([^#]*)/i.exec(text)?.[1] ?? '/';
  return {
    protocol: url.protocol,
    hostname: url.hostname.replace(/^\[|\]$/g, ''),
    ...(url.port === '' ? {} : { port: url.port }),
    path: path.startsWith('/') ? path : `/${path}`,
  };
}
