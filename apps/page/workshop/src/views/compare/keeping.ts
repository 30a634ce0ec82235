// Where a comparison's question lies while its tab is reloaded. A browser may refuse: then nothing is kept.
const key = "headroom-compare";

export interface Kept { text: string; from: string }

function tried<Result>(use: () => Result): Result | null {
  try {
    return use();
  } catch {
    return null; // refused, or full: the question can be downloaded
  }
}

export function keep(question: Kept): void {
  tried(() => sessionStorage.setItem(key, JSON.stringify(question)));
}
export function kept(): Kept | null {
  return tried(() => JSON.parse(sessionStorage.getItem(key) ?? "null") as Kept | null);
}
export function forget(): void {
  tried(() => sessionStorage.removeItem(key));
}
