/** A number of bytes as people read it: 1.5 MB. */
export function bytes(count: number | undefined): string {
  if (count === undefined) {
    return '';
  }
  const units = ['B', 'KB', 'MB', 'GB', 'TB'];
  let value = count;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit && value < 100 ? value.toFixed(1) : Math.round(value)} ${units[unit]}`;
}

export function micros(count: number): string {
  return count < 1000 ? `${count} µs` : count < 1e6 ? `${(count / 1e3).toFixed(1)} ms` : `${(count / 1e6).toFixed(2)} s`;
}

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' });

export function date(at: Date | string | number | undefined): string {
  return at === undefined ? '' : DAY.format(new Date(at));
}

/** The time of the day, to the millisecond. */
export function clock(at: Date | string | number): string {
  const time = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}.${String(time.getMilliseconds()).padStart(3, '0')}`;
}

export function number(count: number): string {
  return count.toLocaleString();
}

/** A measured number in few digits: 1,234 or 0.0123. */
export function amount(value: number): string {
  return value.toLocaleString(undefined, Math.abs(value) < 1000 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 0 });
}

/** The last part of an ARN, after its type. */
export function nameOf(arn: string): string {
  return arn.slice(Math.max(arn.lastIndexOf('/'), arn.lastIndexOf(':')) + 1);
}

/** JSON set out on lines; any other text as it is. */
export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
