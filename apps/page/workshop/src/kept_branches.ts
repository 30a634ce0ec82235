// First futures lived lately, for questions to come that have an alternative in common with those before.
import type { Branch } from "./door.ts";

const most = 12;

export class KeptBranches {
  private readonly kept = new Map<string, Branch>(); // what each lives as; the one kept longest first

  of(livesAs: string): Branch | undefined {
    return this.kept.get(livesAs);
  }

  keep(livesAs: string, branch: Branch): void {
    this.kept.delete(livesAs);
    this.kept.set(livesAs, branch);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= most) break;
      this.kept.delete(oldest);
    }
  }
}
