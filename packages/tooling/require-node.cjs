// Runs before anything is installed, on whatever Node is there: plain ES5, no dependencies.
// On Linux x64/arm64 the workspace brings its own Node 24, so the one that starts it may be older.
var version = process.versions.node.split('.').map(Number);
var bringsNode =
  process.platform === 'linux' && (process.arch === 'x64' || process.arch === 'arm64');
var minimum = bringsNode ? [20, 19] : [22, 18];

if (version[0] < minimum[0] || (version[0] === minimum[0] && version[1] < minimum[1])) {
  console.error(
    'Pro-Kid Widgets needs Node ' +
      minimum.join('.') +
      ' or later here; this is Node ' +
      process.versions.node +
      '. Install a newer Node from https://nodejs.org and run the command again.',
  );
  process.exit(1);
}
