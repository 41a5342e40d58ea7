import fs from 'node:fs';
import type { Clock, Zone } from '../host.ts';
import {
  type ZoneRules,
  parsePosixZone,
  parseZoneFile,
  utcRules,
} from '../../algorithms/time-zone.ts';
import type { NodeSignals } from './signals.ts';
import type { SystemCalls } from './system-calls.ts';

/** Clocks and the local zone. */
export class NodeClock implements Clock {
  readonly resolution = { now: 1n, monotonic: 1n, performance: 1n, processTime: 1n };
  readonly #calls: () => SystemCalls;
  readonly #signals: NodeSignals;
  /** What to add to the monotonic clock for the wall clock. */
  #wallOffset: bigint;
  #rules: ZoneRules | undefined;

  constructor(calls: () => SystemCalls, signals: NodeSignals) {
    this.#calls = calls;
    this.#signals = signals;
    this.#wallOffset = wallOffset();
  }

  now(): bigint {
    const time = process.hrtime.bigint() + this.#wallOffset;
    // Node's only wall clock finer than a millisecond is its start plus the monotonic clock: follow the system when it was set.
    const drift = time - BigInt(Date.now()) * 1_000_000n;
    if (drift >= -1_000_000n && drift < 3_000_000n) return time;
    this.#wallOffset -= drift - 500_000n;
    return process.hrtime.bigint() + this.#wallOffset;
  }

  monotonic(): bigint {
    return process.hrtime.bigint();
  }

  performance(): bigint {
    return process.hrtime.bigint();
  }

  processTime(): bigint {
    return this.#calls().time(2);
  }

  threadTime(): bigint {
    return this.#calls().time(3);
  }

  usage(): { user: bigint; system: bigint } {
    const { user, system } = process.cpuUsage();
    return { user: BigInt(user) * 1000n, system: BigInt(system) * 1000n };
  }

  sleep(nanoseconds: bigint): bigint {
    const end = process.hrtime.bigint() + nanoseconds;
    this.#signals.pause(nanoseconds);
    const left = end - process.hrtime.bigint();
    return left > 0n ? left : 0n;
  }

  zoneAt(seconds: number): Zone {
    return (this.#rules ??= localRules()).at(seconds);
  }

  resetZone(): void {
    this.#rules = undefined;
  }
}

function wallOffset(): bigint {
  const origin = process.hrtime.bigint() - BigInt(Math.round(performance.now() * 1e6));
  return BigInt(Math.round(performance.timeOrigin * 1000)) * 1000n - origin;
}

/** As tzset(3): TZ unset means /etc/localtime, empty or unknown means UTC. */
function localRules(): ZoneRules {
  const zone = process.env['TZ'];
  if (zone === undefined) return readZone('/etc/localtime') ?? utcRules;
  const name = zone.startsWith(':') ? zone.slice(1) : zone;
  if (name === '') return utcRules;
  const file = name.startsWith('/') ? name : `/usr/share/zoneinfo/${name}`;
  return readZone(file) ?? parsePosixZone(name) ?? fromIntl(name) ?? unknownRules(name);
}

/** What the C library makes of a name it does not know: UTC under the letters that the name begins with. */
function unknownRules(name: string): ZoneRules {
  const abbreviation = /^[A-Za-z]{3,}/.exec(name)?.[0] ?? '';
  return { at: () => ({ offset: 0, daylight: false, abbreviation }) };
}

function readZone(file: string): ZoneRules | undefined {
  try {
    return parseZoneFile(fs.readFileSync(file));
  } catch {
    return undefined;
  }
}

/** The engine's own zone data, for systems without zone files; it has offsets but few abbreviations. */
function fromIntl(timeZone: string): ZoneRules | undefined {
  try {
    const format = (style: 'longOffset' | 'short') =>
      new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: style });
    const offsets = format('longOffset');
    const names = format('short');
    const nameIn = (formatter: Intl.DateTimeFormat, seconds: number) =>
      formatter.formatToParts(seconds * 1000).find(part => part.type === 'timeZoneName')?.value ??
      '';
    const offsetAt = (seconds: number) => {
      const match = /GMT([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(nameIn(offsets, seconds));
      if (match === null) return 0;
      const [, sign, hours, minutes, rest] = match;
      const offset = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest ?? 0);
      return sign === '-' ? -offset : offset;
    };
    return {
      at(seconds) {
        const year = new Date(seconds * 1000).getUTCFullYear();
        const [winter, summer] = [0, 6].map(month => offsetAt(Date.UTC(year, month, 1) / 1000));
        const offset = offsetAt(seconds);
        return {
          offset,
          daylight: offset > Math.min(winter!, summer!),
          abbreviation: nameIn(names, seconds),
        };
      },
    };
  } catch {
    return undefined;
  }
}
