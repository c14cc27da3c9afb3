/** What a session does not need until a count is saved, in one part of the code. */
export { createDeviceTasks } from './device/device-tasks.ts';
export { createRowsFlow } from './list/rows-flow.ts';
export { createSetupFlow } from './scanners/setup-flow.ts';
