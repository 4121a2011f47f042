import "server-only";

/** The words of one of the portal's languages. */
export const loadMessages = async (language: string) => (await import(`./messages/${language}.json`)).default;
