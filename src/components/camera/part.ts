import { InventarCameraElement } from './camera.ts';

/** Loaded alone. */
export const elements = { 'wms-inventar-camera': InventarCameraElement };
