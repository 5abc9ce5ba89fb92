import { tellUsage } from '../command-line/index.ts';
import { createTwilioClient } from './client.ts';
import { connectNumber } from './connect-number.ts';
import { connectUsage, readConnectSettings } from './connect-settings.ts';

const result = readConnectSettings(process.argv.slice(2), process.env);
if (result.ok === true) {
  const { twilio, ...wanted } = result.settings;
  process.exitCode = await connectNumber(createTwilioClient(twilio), wanted, (line) => console.log(line));
} else {
  process.exitCode = tellUsage(result, connectUsage);
}
