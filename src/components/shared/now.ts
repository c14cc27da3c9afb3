/** The moment at which something is shown, as a port. */
export type Now = () => Date;

export const browserNow: Now = () => new Date();
