// Round numbers along an axis, and labels that do not lie upon one another. No document in here.

// Round steps that cover from `low` to `high`, about four of them.
export function steps(low: number, high: number): number[] {
  const width = high > low ? high - low : 1;
  const rough = 10 ** Math.floor(Math.log10(width / 4));
  const step = [1, 2, 2.5, 5, 10].map((times) => times * rough).find((size) => width / size <= 5) ?? 10 * rough;
  const first = Math.floor(low / step);
  const last = Math.ceil((low + width) / step - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

// Places in [low, high] as near to those wanted as may be, in their order, at least so far `between` one another.
export function spread(wanted: readonly number[], between: number, low: number, high: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] as number) - (wanted[b] as number));
  const places = [...wanted];
  let least = low;
  for (const index of order) {
    places[index] = Math.max(places[index] as number, least);
    least = (places[index] as number) + between;
  }
  let most = high;
  for (const index of order.reverse()) {
    places[index] = Math.min(places[index] as number, most);
    most = (places[index] as number) - between;
  }
  return places;
}
