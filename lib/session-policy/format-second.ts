/** `2026-11-21T12:00:00Z` */
export const formatSecond = (time: Date): string => `${time.toISOString().slice(0, 19)}Z`;
