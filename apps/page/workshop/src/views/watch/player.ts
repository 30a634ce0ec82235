// Lets the days pass.
export class Player {
  private timer: number | undefined;
  private speed = 2; // days a second

  // `pass` lets so many days pass and says whether any are left; `changed` hears of playing and pausing.
  constructor(private readonly pass: (days: number) => boolean, private readonly changed: () => void) {}

  get isPlaying(): boolean {
    return this.timer !== undefined;
  }
  get daysASecond(): number {
    return this.speed;
  }
  setSpeed(daysASecond: number): void {
    this.speed = daysASecond;
    if (this.isPlaying) this.begin();
  }

  play(): void {
    if (this.isPlaying) return;
    this.begin();
    this.changed();
  }
  pause(): void {
    if (!this.isPlaying) return;
    window.clearInterval(this.timer);
    this.timer = undefined;
    this.changed();
  }

  // Faster than ten pictures a second nobody can follow: then several days pass between two.
  private begin(): void {
    window.clearInterval(this.timer);
    const pictures = Math.min(this.speed, 10);
    this.timer = window.setInterval(() => {
      if (!this.pass(this.speed / pictures)) this.pause();
    }, 1000 / pictures);
  }
}
