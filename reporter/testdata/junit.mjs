// Reads a JUnit report from standard input with a reader made for the reports
// of others, and prints the tests of each suite: name and what became of it.
//
//   npm i junit2json@4.0.0
//   node reporter/testdata/junit.mjs < report.xml
//
// Modules are those of the working directory.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { parse } = createRequire(process.cwd() + '/')('junit2json');
const report = await parse(readFileSync(0, 'utf8'));
const outcome = test => test.failure ? 'failed' : test.skipped ? 'skipped' : 'passed';
for (const suite of report.testsuite) {
  const outcomes = suite.testcase.map(outcome);
  const count = what => outcomes.filter(o => o === what).length;
  if (suite.tests !== outcomes.length || suite.failures !== count('failed') || suite.skipped !== count('skipped')) throw new Error(`${suite.name} miscounts`);
  for (const [i, test] of suite.testcase.entries()) console.log(JSON.stringify([suite.name, test.name, outcomes[i]]));
}
