import { useState } from 'preact/hooks';
import { amount, date } from '../format';

/** A line of a chart: values by time, in milliseconds since 1970, the oldest first. */
export interface ChartLine {
  label: string;
  points: [number, number][];
}

interface ChartProps {
  title: string;
  lines: ChartLine[];
  from: number;
  to: number;
  /** Milliseconds between values; where more are missing the line is broken. */
  step: number;
}

const WIDTH = 600;
const HEIGHT = 130;

/** Lines over time. The pointer, or the arrow keys, tell the values of a moment. */
export function Chart({ title, lines, from, to, step }: ChartProps) {
  const [at, setAt] = useState<number>();
  const times = [...new Set(lines.flatMap(({ points }) => points.map(([time]) => time)))].sort((a, b) => a - b);
  const values = lines.flatMap(({ points }) => points.map(([, value]) => value));
  const top = Math.max(0, ...values) || 1;
  const bottom = Math.min(0, ...values);
  const x = (time: number) => ((time - from) / (to - from)) * WIDTH;
  const y = (value: number) => HEIGHT - 2 - ((value - bottom) / (top - bottom)) * (HEIGHT - 4);

  function nearest(time: number): number | undefined {
    return times.reduce<number | undefined>(
      (best, one) => (best === undefined || Math.abs(one - time) < Math.abs(best - time) ? one : best),
      undefined,
    );
  }

  function point(event: PointerEvent): void {
    const box = (event.currentTarget as Element).getBoundingClientRect();
    setAt(nearest(from + ((event.clientX - box.left) / box.width) * (to - from)));
  }

  function move(event: KeyboardEvent): void {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by && times.length) {
      event.preventDefault();
      const index = at === undefined ? times.length - 1 : times.indexOf(at) + by;
      setAt(times[Math.max(0, Math.min(times.length - 1, index))]);
    }
  }

  return (
    <figure class="chart">
      <figcaption>
        <span>{title}</span>
        <span class="quiet">{at === undefined ? '' : date(at)}</span>
      </figcaption>
      <div
        class="plot"
        tabIndex={0}
        role="img"
        aria-label={`${title}: ${lines.map((line) => reading(line, at)).join(', ') || 'no data'}`}
        onPointerMove={point}
        onPointerLeave={() => setAt(undefined)}
        onKeyDown={move}
        onBlur={() => setAt(undefined)}
      >
        <span class="top">{values.length ? amount(top) : ''}</span>
        {values.length === 0 && <span class="none quiet">No data in this time</span>}
        <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
          {lines.map(({ label, points }, index) => (
            <g key={label} class={`line-${index % 5}`}>
              <path d={path(points, step, x, y)} />
              <path class="lone" d={lone(points, step, x, y)} />
            </g>
          ))}
          {at !== undefined && <path class="cursor" d={`M${x(at)},0V${HEIGHT}`} />}
        </svg>
      </div>
      <div class="times quiet">
        <time>{date(from)}</time>
        <time>{date(to)}</time>
      </div>
      <ul class="legend">
        {lines.map((line, index) => (
          <li key={line.label} class={`line-${index % 5}`}>
            {reading(line, at)}
          </li>
        ))}
      </ul>
    </figure>
  );
}

/** The value of a moment, or the last one. */
function reading({ label, points }: ChartLine, at: number | undefined): string {
  const value = at === undefined ? points.at(-1)?.[1] : points.find(([time]) => time === at)?.[1];
  return `${label} ${value === undefined ? '–' : amount(value)}`;
}

type Place = (value: number) => number;

/** Values next to each other, joined. */
function path(points: [number, number][], step: number, x: Place, y: Place): string {
  return points
    .map(([time, value], index) => {
      const letter = isJoined(points[index - 1], points[index], step) ? 'L' : 'M';
      return `${letter}${x(time).toFixed(1)},${y(value).toFixed(1)}`;
    })
    .join('');
}

/** Values without neighbours, as strokes without length: their round ends make dots. */
function lone(points: [number, number][], step: number, x: Place, y: Place): string {
  return points
    .filter((one, index) => !isJoined(points[index - 1], one, step) && !isJoined(one, points[index + 1], step))
    .map(([time, value]) => `M${x(time).toFixed(1)},${y(value).toFixed(1)}h0`)
    .join('');
}

function isJoined(before: [number, number] | undefined, after: [number, number] | undefined, step: number): boolean {
  return before !== undefined && after !== undefined && after[0] - before[0] <= step * 1.5;
}
