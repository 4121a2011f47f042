import "server-only";

/** The answer, or `late` when it takes longer than this. What goes on behind is not waited for. Milliseconds. */
export async function within<T, L>(limitMs: number, answer: Promise<T>, late: L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late), limitMs);
  });
  return Promise.race([answer, over]).finally(() => clearTimeout(timer));
}
