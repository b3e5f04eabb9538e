#!/usr/bin/env node
/** Imports nothing statically: what it needs may be missing, and this says so in words. */
const hasSqlite = await import('node:sqlite').then(
  () => true,
  () => false,
);

if (hasSqlite) {
  const { runCommand } = await import('./commands/run-command.ts');
  await runCommand();
} else {
  console.error(
    `pro-kid-receiver needs Node 22.13 or newer, with its built-in SQLite. This is Node ${process.versions.node}, without it.`,
  );
  process.exitCode = 1;
}

export {};
