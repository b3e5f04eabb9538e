/**
 * Checks the built packages as their users get them: `node src/check-packages.ts [name part]`.
 */
import { createPackageFromTarballData } from '@arethetypeswrong/core';
import type { Check } from './package-checks/check.ts';
import { contentChecks, contentsOf } from './package-checks/contents.ts';
import { elementNames, elementTypesCheck, isLitElement } from './package-checks/element-types.ts';
import { importChecks } from './package-checks/import-in-node.ts';
import { noSchemasCheck } from './package-checks/no-schemas.ts';
import { pack } from './package-checks/pack.ts';
import { publintCheck } from './package-checks/publint.ts';
import { publishedTypesCheck } from './package-checks/published-types.ts';
import { sideEffectsCheck } from './package-checks/side-effects.ts';
import { publicEntries } from './public-entries.ts';
import { reportTally, type Tally } from './tally.ts';
import { workspacePackages, type WorkspacePackage } from './workspace.ts';

const RUNS_IN_NODE = [
  'packages/contract',
  'packages/client',
  'packages/embed',
  'packages/receiver',
];
const ELEMENTS = 'packages/elements';

async function checksOf(each: WorkspacePackage): Promise<Check[]> {
  const tarball = await pack(each.folder);
  const packed = createPackageFromTarballData(tarball);
  const contents = contentsOf(packed);
  const checks = [...contentChecks(contents), publintCheck(tarball.buffer, each.manifest)];
  if (publicEntries(each.folder).length > 0) {
    checks.push(publishedTypesCheck(packed, contents.manifest));
  }
  if (RUNS_IN_NODE.includes(each.path)) checks.push(...importChecks(each));
  if (each.path === ELEMENTS) {
    const names = elementNames(each.folder);
    const hasElements = {
      name: 'registers elements',
      faults: () => (names.length > 0 ? [] : ['none']),
    };
    checks.push(hasElements, sideEffectsCheck(contents));
    checks.push(...names.filter(isLitElement).map((name) => elementTypesCheck(each, name)));
    checks.push(...names.map((name) => noSchemasCheck(each, name)));
  }
  return checks;
}

const tally: Tally = { passed: 0, failed: 0, skipped: 0 };

function report(name: string, faults: string[]): void {
  if (faults.length === 0) tally.passed++;
  else tally.failed++;
  console.log(`  ${faults.length === 0 ? '✔' : '✖'} ${name}`);
  for (const fault of faults) console.log(`      ${fault.trim().replaceAll('\n', '\n      ')}`);
}

const whatFailed = (error: unknown) => [error instanceof Error ? error.message : String(error)];

for (const each of workspacePackages()) {
  if (each.manifest.private || !each.path.includes(process.argv[2] ?? '')) continue;
  console.log(each.manifest.name);
  const checks = await checksOf(each).catch((error: unknown) =>
    report('is packed', whatFailed(error)),
  );
  for (const { name, faults } of checks ?? []) {
    report(name, await Promise.resolve().then(faults).catch(whatFailed));
  }
}

if (tally.passed === 0) tally.failed++;
reportTally(tally);
process.exitCode = tally.failed > 0 ? 1 : 0;
