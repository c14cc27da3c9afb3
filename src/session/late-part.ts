/** What a session does not need until a count is saved, in one part of the code. */
export { createDeviceTasks } from './device/device-tasks.ts';
export { placesElsewhere } from './device/serial-elsewhere.ts';
export { createSessionTasks } from './session-tasks.ts';
