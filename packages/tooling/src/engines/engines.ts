export { whyNot, type Engine } from './engine.ts';
export { openEngine, type EnginePage, type OpenEngine } from './open-engine.ts';
