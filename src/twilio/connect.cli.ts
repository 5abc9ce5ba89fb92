import { createTwilioClient } from './client.ts';
import { connectNumber } from './connect-number.ts';
import { connectUsage, readConnectSettings } from './connect-settings.ts';

const result = readConnectSettings(process.argv.slice(2), process.env);
if (result.ok) {
  const { twilio, ...wanted } = result.settings;
  process.exitCode = await connectNumber(createTwilioClient(twilio), wanted, (line) => console.log(line));
} else {
  for (const fault of result.faults) console.error(fault);
  console.error(connectUsage);
  process.exitCode = 1;
}
