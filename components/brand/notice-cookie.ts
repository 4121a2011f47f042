/** The id of the last notice that was dismissed in this browser. */
export const NOTICE_COOKIE = "gatehouse-notice";
