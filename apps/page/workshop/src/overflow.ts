// Where families go that no worker has room for, as a question names it and as the page says it.
export type Overflow = "waiting_list" | "duty" | "manager_held" | "raised_threshold" | "agency";

export const overflowWords: Record<Overflow, string> = {
  waiting_list: "wait on a list",
  duty: "go to the day’s duty worker",
  manager_held: "are held by the team manager",
  raised_threshold: "wait, and low need is turned away meanwhile",
  agency: "wait, and agency workers are brought in",
};
