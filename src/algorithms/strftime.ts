import { type BrokenDownTime, floorMod, isoWeek } from './calendar.ts';

/** strftime(3) of Linux in the C locale. */

export interface TimeToFormat extends BrokenDownTime {
  /** Seconds east of UTC. */
  readonly offset: number;
  readonly zone: string;
  /** Negative when not known: then neither %z nor %Z shows anything. */
  readonly daylight: number;
  /** Seconds since the epoch, as mktime has them: for %s. */
  readonly epoch: () => number;
}

export const dayNames = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
];
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A conversion's result: text, or a number with its least width and what fills it. */
type Converted = string | { readonly value: number; readonly width: number; readonly fill: string };

const number = (value: number, width: number, fill = '0'): Converted => ({ value, width, fill });
const hour12 = (hour: number): number => hour % 12 || 12;

const conversions: Readonly<Record<string, (t: TimeToFormat) => Converted>> = {
  a: t => dayNames[t.weekday]!.slice(0, 3),
  A: t => dayNames[t.weekday]!,
  b: t => monthNames[t.month - 1]!.slice(0, 3),
  B: t => monthNames[t.month - 1]!,
  c: t => formatTime('%a %b %e %H:%M:%S %Y', t),
  C: t => number(Math.floor(t.year / 100), 1),
  d: t => number(t.day, 2),
  D: t => formatTime('%m/%d/%y', t),
  e: t => number(t.day, 2, ' '),
  F: t => formatTime('%Y-%m-%d', t),
  g: t => number(floorMod(isoWeek(t).year, 100), 2),
  G: t => number(isoWeek(t).year, 1),
  h: t => monthNames[t.month - 1]!.slice(0, 3),
  H: t => number(t.hour, 2),
  I: t => number(hour12(t.hour), 2),
  j: t => number(t.yearDay, 3),
  k: t => number(t.hour, 2, ' '),
  l: t => number(hour12(t.hour), 2, ' '),
  m: t => number(t.month, 2),
  M: t => number(t.minute, 2),
  n: () => '\n',
  p: t => (t.hour < 12 ? 'AM' : 'PM'),
  P: t => (t.hour < 12 ? 'AM' : 'PM'),
  r: t => formatTime('%I:%M:%S %p', t),
  R: t => formatTime('%H:%M', t),
  s: t => number(t.epoch(), 1, ' '),
  S: t => number(t.second, 2),
  t: () => '\t',
  T: t => formatTime('%H:%M:%S', t),
  u: t => number(t.weekday + 1, 1),
  U: t => number(Math.floor((t.yearDay - 1 + 7 - ((t.weekday + 1) % 7)) / 7), 2),
  V: t => number(isoWeek(t).week, 2),
  w: t => number((t.weekday + 1) % 7, 1),
  W: t => number(Math.floor((t.yearDay - 1 + 7 - t.weekday) / 7), 2),
  x: t => formatTime('%m/%d/%y', t),
  X: t => formatTime('%H:%M:%S', t),
  y: t => number(floorMod(t.year, 100), 2),
  Y: t => number(t.year, 1),
  z: () => '',
  Z: t => (t.daylight < 0 ? '' : t.zone),
  '%': () => '%',
};

/** Letters that an E or O before them makes unknown. */
const refused: Readonly<Record<string, string>> = {
  E: 'aAbBdDeFgGhHIjklmMSUVwW',
  O: 'aAcDFxXY',
};
/** Letters whose case `#` turns up. */
const namesOnly = 'aAbBh';

export function formatTime(format: string, time: TimeToFormat): string {
  return format.replace(
    /%([_\-0^#]*)(\d*)([EO]?)(.?)/gsu,
    (raw: string, flags: string, widthText: string, modifier: string, letter: string) => {
      const width = Math.min(Number(widthText), 1024);
      const padding = /[_\-0](?=[\^#]*$)/.exec(flags)?.[0];
      const convert = Object.hasOwn(conversions, letter) ? conversions[letter] : undefined;
      const known = convert !== undefined && !refused[modifier]?.includes(letter);
      const turnable = known ? namesOnly : 'bh';
      const turned = flags.includes('#') && letter !== '' && turnable.includes(letter);
      if (letter === 'z' && known) return offsetText(time, padding, width);
      const converted = known ? convert(time) : raw;
      if (typeof converted !== 'string') return padNumber(converted, padding, width);
      let text = converted;
      if (known && (letter === 'P' || (letter === 'p' && flags.includes('#')))) {
        text = text.toLowerCase();
      } else if (turned || flags.includes('^')) text = text.toUpperCase();
      if (letter === 'Z' && padding === '-') return text;
      return text.padStart(width, padding === '0' ? '0' : ' ');
    },
  );
}

function padNumber(
  { value, width: least, fill: usual }: Exclude<Converted, string>,
  padding: string | undefined,
  width: number,
): string {
  const fill = padding === '0' ? '0' : padding === undefined ? usual : ' ';
  const digits = String(Math.abs(value));
  const wanted = padding === '-' ? width : Math.max(width, least);
  const sign = value < 0 ? '-' : '';
  if (fill === ' ') return (sign + digits).padStart(wanted);
  return sign + digits.padStart(wanted - sign.length, fill);
}

/** `+hhmm`; a width pads the sign and the digits each for itself. */
function offsetText(time: TimeToFormat, padding: string | undefined, width: number): string {
  if (time.daylight < 0) return '';
  const minutes = Math.trunc(Math.abs(time.offset) / 60);
  const digits = Math.trunc(minutes / 60) * 100 + (minutes % 60);
  const sign = (time.offset < 0 ? '-' : '+').padStart(width, padding === '0' ? '0' : ' ');
  return sign + padNumber({ value: digits, width: 4, fill: '0' }, padding, width);
}
