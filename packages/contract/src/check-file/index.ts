export { checkFile, type CheckedFile } from './check-file.ts';
export type { LiveCounts } from './file-kind.ts';
export { fileKindNames, type FileKindName } from './file-kinds.ts';
export type { FileCode, Finding, FindingCode, ValueCode, WarningCode } from './finding.ts';
export { MOST_BYTES } from './parse-file.ts';
