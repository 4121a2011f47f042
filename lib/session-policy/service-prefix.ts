/** Of one scope. */
export const MAX_SERVICES = 20;

/** Whether a text has the form of a service prefix, what stands before the colon of an action: `s3`. */
export const isServicePrefix = (text: string): boolean => /^[a-z0-9-]{1,64}$/.test(text);
