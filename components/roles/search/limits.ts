/** Longer texts were pasted by mistake; what is beyond is not searched. */
export const MAX_QUERY_LENGTH = 200;
