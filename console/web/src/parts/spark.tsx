const width = 240;
const height = 40;

/** A small line of the last values, the newest at the right; `full` of them reach to the left. */
export function Spark({ values, full }: { values: number[]; full: number }) {
  const step = width / (full - 1);
  const top = Math.max(1, ...values);
  const points = values.map((value, at) => {
    const x = width - (values.length - 1 - at) * step;
    return `${x.toFixed(1)},${(height - 1 - (value / top) * (height - 3)).toFixed(1)}`;
  });
  return (
    <svg class="spark" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <polyline points={points.join(' ')} fill="none" stroke="currentColor" vector-effect="non-scaling-stroke" />
    </svg>
  );
}
