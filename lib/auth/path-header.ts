/** Set by proxy.ts on each page's request: a page does not know its own address, and a layout less so. */
export const PATH_HEADER = "x-gatehouse-path";
