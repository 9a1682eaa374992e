// What the modules share. The fields of Status, Command and Reply are documented in
// engine/wire/wire.go, the messages in wasm/PROTOCOL.md.

export interface Status {
  exhibit: string;
  playing: boolean;
  step: number;
  rate: number;
  phase: string;
  caption: string;
  measures: Record<string, number>;
  params: Record<string, string>;
  link: string;
  /** Where what is done is worth keeping beyond the visit. */
  keep?: string;
  notices: string[] | null;
  trouble: string;
  advice: string;
  share: number;
  of: number;
  left: number;
  /** Of an exhibit with a canvas. */
  canvas?: { drawn: boolean; text: string };
}

export type Kind = (typeof import("./words").KINDS)[number];
export type Theme = (typeof import("./words").THEMES)[number];
export type Tempo = (typeof import("./words").TEMPOS)[number];

export interface Command {
  kind: Kind;
  id?: number;
  address?: string;
  values?: Record<string, string>;
  n?: number;
  /** In base64. */
  ink?: string;
  version?: string;
}

export interface Reply {
  id: number;
  error?: string;
  /** The file of data for want of which it failed. */
  wants?: string;
  left?: number;
  text?: string;
  address?: string;
  about?: About;
  curves?: Curves;
  /** Of a saved run. */
  bytes?: Uint8Array<ArrayBuffer>;
}

export interface About {
  exhibit: string;
  preset: string;
  seed: string;
  step: number;
  changed: string[];
  hash: string;
  vector: boolean;
  command: string;
  facts: Fact[];
}

export interface Fact {
  name: string;
  text: string;
}

/** engine/wire/curves.go */
export interface Curves {
  step: number;
  axis: string;
  log: boolean;
  steps: number[];
  bands: { from: number; name: string; phase: number }[] | null;
  charts: Chart[];
}

export interface Chart {
  title: string;
  unit: string;
  lo: number;
  hi: number;
  least: number;
  lines: { name: string; dashed: boolean; y: (number | null)[] }[];
}

/** What the engine's program offers to its worker: wasm/engine/bridge.go. */
export interface Engine {
  command(json: string): string;
  tick(ms: number): number;
  playing(): boolean;
  save(): { bytes?: Uint8Array<ArrayBuffer>; error?: string } | undefined;
  load(bytes: Uint8Array): { error: string; wants: string } | undefined;
  status(): string | undefined;
  scene(bytes: Uint8Array): string;
  assets(files: { name: string; bytes: ArrayBuffer }[]): void;
  waits(): boolean;
  hand(n: number): Jobs;
  work(job: Job): { bytes?: Uint8Array<ArrayBuffer>; error?: string };
  take(done: { generation: number; job: number; bytes: Uint8Array }): string;
  lost(gone: { generation: number; job: number; died: boolean }): void;
  picture(
    buffer: ArrayBuffer | null,
  ): { exhibit: string; step: number; buffer: ArrayBuffer; length: number; error?: string } | undefined;
}

/** A job for a helper: its number, and what it starts from beyond the dials. */
export interface Job {
  /** To a helper: what it is a job of. */
  generation?: number;
  job: number;
  input: Uint8Array<ArrayBuffer>;
}

/** Jobs for helpers, and what they are jobs of. */
export interface Jobs {
  jobs: Job[];
  /** Where there are any. */
  generation?: number;
  address?: string;
}

/** A file of the page's, which comes packed where the browser can unpack it. */
export interface Parcel {
  file: string;
  size: number;
  packed: number;
}

/** A program that can be started: compiled, or its bytes where only the other side may compile it. */
export type Compiled = WebAssembly.Module | Blob;

/** What make dist built. */
export interface Dist {
  offline: boolean;
  version: string;
  /** plain, the engine for browsers without SIMD, is missing offline. */
  programs: { engine: Parcel; plain?: Parcel; view: Parcel };
  /** The data of all exhibits. Offline, only small ones are inside. */
  assets: Record<string, Parcel>;
  /** The text of the worker's script. */
  worker: string;
  /** The text of the view's document. */
  view: string;
}

/** How the picture is to look. */
export interface Look {
  theme: Theme;
  scale: number;
  motion: boolean;
}

/** A picture's pixels: RGBA, premultiplied. */
export interface Pixels {
  width: number;
  height: number;
  buffer: ArrayBuffer;
  /** The step that it shows. */
  step: number;
  /** By how much the browser changes what is read from a picture, of 255. */
  marred: number;
}

/** What is said under an exported picture. */
export interface Legend {
  title: string;
  text: string;
}

/** A sentence for the visitor and what can be done next. */
export interface Problem {
  text: string;
  actions?: { label: string; run: () => void }[];
}

declare global {
  interface Window {
    driftlab: import("./api").Api;
  }
  /** From wasm_exec.js. */
  class Go {
    importObject: WebAssembly.Imports;
    run(instance: WebAssembly.Instance): Promise<void>;
  }
}
