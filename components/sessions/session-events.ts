/** Said on the window when the portal has issued something, so that what is open is looked up anew. */
export const ISSUED_EVENT = "gatehouse-issued";
