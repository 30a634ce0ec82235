// The simulator in this thread: the functions of apps/page/simulator/door.cpp as a page would write them.
import make, { type SimulatorModule } from "#simulator";

// One alternative of one future, every number of it.
export interface Branch {
  values: Float64Array;
  teams: number;
  fault: string;
}

export class Door {
  private text = "";
  private question = 0;

  private constructor(private readonly module: SimulatorModule) {}

  static async open(compiled: WebAssembly.Module): Promise<Door> {
    const module = await make({
      instantiateWasm(imports, done) {
        void WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled));
        return {};
      },
    });
    return new Door(module);
  }

  // Makes this the question that all else is about; one that is open already stays, with what it has gathered, and what
  // is settled stays where it serves.
  ask(text: string): void {
    if (this.question !== 0 && this.text === text) return;
    this.text = text;
    this.question = this.with(text, (address) => this.module._headroom_ask(this.question, address));
  }

  outline(): string {
    return this.told(this.module._headroom_outline(this.question));
  }

  live(alternative: number, future: number): Branch {
    const count = this.module._headroom_live(this.question, alternative, future);
    const first = this.module._headroom_lived_values(this.question) / 8;
    return {
      values: this.module.HEAPF64.slice(first, first + count),
      teams: this.module._headroom_lived_teams(this.question),
      fault: this.told(this.module._headroom_lived_fault(this.question)),
    };
  }

  // Of the branch lived last.
  digest(): string {
    return this.told(this.module._headroom_lived_digest(this.question));
  }

  // How many futures there are now without gaps.
  take(alternative: number, future: number, branch: Branch): number {
    const room = this.module._headroom_room(this.question, branch.teams);
    this.module.HEAPF64.set(branch.values, room / 8);
    return this.with(branch.fault, (fault) => this.module._headroom_take(this.question, alternative, future, fault));
  }

  answer(): string {
    return this.told(this.module._headroom_answer(this.question));
  }

  front(): string {
    return this.told(this.module._headroom_front(this.question));
  }

  report(): string {
    return this.told(this.module._headroom_report(this.question));
  }

  table(): string {
    return this.told(this.module._headroom_table(this.question));
  }

  lesson(): string {
    return this.told(this.module._headroom_lesson(this.question));
  }

  // The first future of so many alternatives, lived here. In one call, as others may ask about another question in between.
  quarters(alternatives: number): string {
    for (let alternative = 0; alternative < alternatives; ++alternative) this.take(alternative, 0, this.live(alternative, 0));
    return this.told(this.module._headroom_quarters(this.question, 0));
  }

  log(alternative: number, future: number, team: number): string {
    return this.told(this.module._headroom_log(this.question, alternative, future, team));
  }

  authorities(): string {
    return this.told(this.module._headroom_authorities());
  }

  style(): string {
    return this.told(this.module._headroom_style());
  }

  program(): string {
    return this.told(this.module._headroom_program());
  }

  private told(address: number): string {
    return this.module.UTF8ToString(address);
  }

  private with<Result>(text: string, use: (address: number) => Result): Result {
    const bytes = this.module.lengthBytesUTF8(text) + 1;
    const address = this.module._malloc(bytes);
    this.module.stringToUTF8(text, address, bytes);
    try {
      return use(address);
    } finally {
      this.module._free(address);
    }
  }
}
