export { DoctorElement } from './doctor-element.ts';
export type { Finding, FindingCode, Level } from './finding.ts';
