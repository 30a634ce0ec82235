// Where a place stands today, in numbers that its published figures do not give directly.
import type { ResolvedQuestion } from "./told.ts";

// The share of vacant posts that agency workers cover in the published position, in percent; null: no post is vacant.
export function publishedCover({ settings }: ResolvedQuestion): number | null {
  const vacancies = settings["vacancies_fte"] ?? 0;
  const covering = ((settings["agency_fte"] ?? 0) * (settings["agency_covering_vacancies_percent"] ?? 0)) / 100;
  return vacancies > 0 ? Math.min(100, Math.round((100 * covering) / vacancies)) : null;
}
