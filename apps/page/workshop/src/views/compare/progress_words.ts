// What is said of a comparison under way, in words. No page is known here.

export const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`;

// From so many futures on shares and ranges are worth more than a glance.
const enough = 20;
const longFrom = 60; // seconds
const worthSaying = 20; // seconds

export function livedWords(futures: number, wanted: number): string {
  const said = futures >= wanted
    ? `${counted(futures, "future")} lived: the same answer as the command line’s, to the last digit.`
    : `${futures} of ${counted(wanted, "future")} lived; the ranges still tighten.`;
  return futures >= enough ? said : `${said} So few futures: shares and ranges are rough.`;
}

// What is left at this pace, in seconds.
export function secondsLeft(futures: number, wanted: number, seconds: number): number {
  return futures > 1 ? (seconds / futures) * (wanted - futures) : 0;
}

// Nothing where it is over soon.
export function leftWords(seconds: number): string {
  if (seconds <= worthSaying) return "";
  if (seconds < 55) return `About ${10 * Math.round(seconds / 10)} seconds more`;
  const minutes = Math.round(seconds / 60);
  if (minutes <= 1) return "About a minute more";
  if (minutes < 90) return `About ${minutes > 10 ? 5 * Math.round(minutes / 5) : minutes} minutes more`;
  return `About ${Math.round(minutes / 60)} hours more`;
}

export const isLong = (seconds: number): boolean => seconds > longFrom;
