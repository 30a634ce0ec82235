// Quarters by their months. No document in here.
const monthNames = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

const isWeekend = (date: Date) => date.getUTCDay() === 0 || date.getUTCDay() === 6;

// The months of a run begin with that of its first weekday, and the first from its start if weekdays of that
// month are over by then. (The program knows the bank holidays too.)
function beginning(start: string): { month: number; day: number } {
  const [year = 2025, month = 4, day = 1] = start.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1, day));
  while (isWeekend(first)) first.setUTCDate(first.getUTCDate() + 1);
  const months = first.getUTCFullYear() * 12 + first.getUTCMonth();
  const goneBy = first.getUTCMonth() === month - 1 ? Array.from({ length: day - 1 }, (_, at) => new Date(Date.UTC(year, month - 1, at + 1))) : [];
  return { month: months, day: goneBy.every(isWeekend) ? 1 : day };
}

// Quarter 1 of a run from 2025-04-01: "April to June 2025"; of one from 2025-04-15: "15 April to June 2025".
export function nameOfQuarter(start: string, quarter: number): string {
  const { month, day } = beginning(start);
  const first = month + 3 * (quarter - 1);
  const last = first + 2;
  const yearOf = (months: number) => Math.floor(months / 12);
  const before = yearOf(first) === yearOf(last) ? "" : ` ${yearOf(first)}`;
  const from = quarter === 1 && day > 1 ? `${day} ` : "";
  return `${from}${monthNames[first % 12]}${before} to ${monthNames[last % 12]} ${yearOf(last)}`;
}
