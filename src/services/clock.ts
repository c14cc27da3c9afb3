/** The time of day as a port: milliseconds since 1970, by this device's clock, which may be wrong. */
export type Now = () => number;

export const browserNow: Now = () => Date.now();
