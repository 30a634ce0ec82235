// What emscripten makes of the simulator: apps/page/simulator/door.cpp says what each function does.
declare module "#simulator" {
  export interface SimulatorModule {
    readonly HEAPF64: Float64Array;
    UTF8ToString(address: number): string;
    stringToUTF8(text: string, address: number, bytes: number): void;
    lengthBytesUTF8(text: string): number;
    _malloc(bytes: number): number;
    _free(address: number): void;
    _headroom_ask(question: number, text: number): number;
    _headroom_outline(question: number): number;
    _headroom_live(question: number, alternative: number, future: number): number;
    _headroom_lived_values(question: number): number;
    _headroom_lived_teams(question: number): number;
    _headroom_lived_fault(question: number): number;
    _headroom_lived_digest(question: number): number;
    _headroom_room(question: number, teams: number): number;
    _headroom_take(question: number, alternative: number, future: number, fault: number): number;
    _headroom_answer(question: number): number;
    _headroom_front(question: number): number;
    _headroom_report(question: number): number;
    _headroom_table(question: number): number;
    _headroom_lesson(question: number): number;
    _headroom_quarters(question: number, future: number): number;
    _headroom_log(question: number, alternative: number, future: number, team: number): number;
    _headroom_authorities(): number;
    _headroom_style(): number;
    _headroom_program(): number;
  }
  export interface Beginnings {
    wasmBinary?: ArrayBuffer;
    instantiateWasm?(
      imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance, module?: WebAssembly.Module) => void,
    ): object;
  }
  export default function make(beginnings: Beginnings): Promise<SimulatorModule>;
}
