// Where a session lies while its tab is reloaded. A browser may refuse (it often does for files): then nothing is kept.
const key = "headroom-rounds";

function each<Result>(use: (place: Storage) => Result): Result[] {
  const results: Result[] = [];
  for (const find of [() => sessionStorage, () => localStorage]) {
    try {
      results.push(use(find()));
    } catch {
      // Refused, or full: the session file is the safe way, and the page says so.
    }
  }
  return results;
}

// Whether the browser keeps it.
export function keep(text: string): boolean {
  return each((place) => place.setItem(key, text)).length > 0;
}
export function kept(): string | null {
  return each((place) => place.getItem(key)).find((text) => text !== null) ?? null;
}
export function forget(): void {
  each((place) => place.removeItem(key));
}
