import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** A mail server that a test owns: it keeps what it takes, and fails as it is told. */
export interface MailServer {
  url: string;
  mails: ParsedMail[];
  /** The envelope's readers, one list a mail. */
  readers: string[][];
  /** What is answered at a stage instead of yes; set by the test. */
  refuse: { at?: 'sign-in' | 'sender' | 'reader' | 'data'; code?: number };
  close(): Promise<void>;
}

export async function startMailServer(port = 0): Promise<MailServer> {
  const mails: ParsedMail[] = [];
  const readers: string[][] = [];
  const refuse: MailServer['refuse'] = {};
  const refusalAt = (stage: MailServer['refuse']['at']) => {
    if (refuse.at !== stage) return null;
    return Object.assign(new Error('not here'), { responseCode: refuse.code ?? 550 });
  };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    logger: false,
    onAuth: (auth, _session, done) => done(refusalAt('sign-in'), { user: auth.username }),
    onMailFrom: (_address, _session, done) => done(refusalAt('sender')),
    onRcptTo: (_address, _session, done) => done(refusalAt('reader')),
    onData: (stream, session, done) => {
      simpleParser(stream).then(
        (mail) => {
          const refusal = refusalAt('data');
          if (refusal) return done(refusal);
          mails.push(mail);
          readers.push(session.envelope.rcptTo.map(({ address }) => address));
          done();
        },
        (error: Error) => done(error),
      );
    },
  });
  server.on('error', () => undefined);
  const listening = server.listen(port, '127.0.0.1');
  await new Promise<void>((resolve, reject) => {
    listening.once('listening', resolve);
    listening.once('error', reject);
  });
  const address = listening.address();
  const at = typeof address === 'object' && address ? address.port : port;
  return {
    url: `smtp://support:a-secret-word@127.0.0.1:${at}`,
    mails,
    readers,
    refuse,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
