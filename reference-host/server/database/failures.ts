/** PostgreSQL's codes: it shuts down, has crashed, starts; has no connection left; and classes 08 (connection), 57P. */
const GONE = /^(08...|57P0[1-5]|53300)$/;
/** Node's, and those of what the driver throws without one. */
const NETWORK = /^(ECONN(REFUSED|RESET|ABORTED)|EPIPE|ENOENT|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;
const DRIVER = /Connection terminated|not queryable|timeout exceeded when trying to connect|Client was closed/;

/** The data base's own code; drizzle wraps what the driver threw. */
export function codeOf(error: unknown): unknown {
  if (!(error instanceof Error)) return undefined;
  return 'code' in error ? error.code : codeOf(error.cause);
}

/** Whether the data base could not be reached, or the connection ended: what was under way may have been done. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return GONE.test(code) || NETWORK.test(code) || DRIVER.test(error.message) || isUnavailable(error.cause);
}
