// Reads what `npm audit --json` prints. Exit 1 when it names a hole; an audit that could not be had is no fault of ours.
import { readFileSync } from 'node:fs';

let report = {};
try {
  report = JSON.parse(readFileSync(0, 'utf8'));
} catch {
  // What is no JSON is no report.
}
const counts = report.metadata?.vulnerabilities;
if (counts === undefined) {
  console.log(`skipped: the registry gives no audit (${report.message ?? 'no answer'})`);
} else {
  console.log(`${counts.total} known holes in ${report.metadata.dependencies?.total ?? 'all'} packages`);
  for (const [name, { severity }] of Object.entries(report.vulnerabilities ?? {}))
    console.log(`  ${severity}: ${name}`);
  if (counts.total > 0) process.exitCode = 1;
}
