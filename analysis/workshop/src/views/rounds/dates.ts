// Quarters by their months. No document in here.
const monthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

// Quarter 1 of a run from 2025-04-01: "April to June 2025".
export function nameOfQuarter(start: string, quarter: number): string {
  const [year = 2025, month = 4] = start.split("-").map(Number);
  const first = year * 12 + month - 1 + 3 * (quarter - 1);
  const last = first + 2;
  const yearOf = (months: number) => Math.floor(months / 12);
  const before = yearOf(first) === yearOf(last) ? "" : ` ${yearOf(first)}`;
  return `${monthNames[first % 12]}${before} to ${monthNames[last % 12]} ${yearOf(last)}`;
}
