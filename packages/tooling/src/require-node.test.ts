import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { test } from 'node:test';

const script = resolve(import.meta.dirname, '../require-node.cjs');

function runOn(node: string, platform: string, arch = 'x64') {
  const pretend = `
    Object.defineProperty(process, 'versions', { value: { node: '${node}' } });
    Object.defineProperty(process, 'platform', { value: '${platform}' });
    Object.defineProperty(process, 'arch', { value: '${arch}' });
    require(${JSON.stringify(script)});`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['-e', pretend], {
    encoding: 'utf8',
  });
  return { status, said: stdout + stderr };
}

for (const [node, platform, arch] of [
  ['20.19.0', 'linux', 'x64'],
  ['20.20.2', 'linux', 'arm64'],
  ['22.0.0', 'linux', 'x64'],
  ['22.18.0', 'darwin', 'arm64'],
  ['24.21.0', 'win32', 'x64'],
] as const) {
  test(`Node ${node} is enough on ${platform} ${arch}`, () => {
    assert.deepEqual(runOn(node, platform, arch), { status: 0, said: '' });
  });
}

for (const [node, platform, arch, minimum] of [
  ['18.20.0', 'linux', 'x64', '20.19'],
  ['20.18.3', 'linux', 'x64', '20.19'],
  ['20.19.0', 'linux', 'riscv64', '22.18'],
  ['20.20.2', 'darwin', 'arm64', '22.18'],
  ['22.17.1', 'win32', 'x64', '22.18'],
] as const) {
  test(`Node ${node} on ${platform} ${arch} is told in one sentence`, () => {
    const { status, said } = runOn(node, platform, arch);
    assert.equal(status, 1);
    assert.match(said, new RegExp(`^Pro-Kid Widgets needs Node ${minimum} or later here;`));
    assert.match(said, new RegExp(`this is Node ${node}\\.`));
    assert.equal(said.trim().split('\n').length, 1);
  });
}
