/** A small line of the last values, the newest at the right. */
export function Spark({ values }: { values: number[] }) {
  const width = 240;
  const height = 40;
  const steps = 59;
  const top = Math.max(1, ...values);
  const points = values.map((value, at) => {
    const x = width - (values.length - 1 - at) * (width / steps);
    return `${x.toFixed(1)},${(height - 1 - (value / top) * (height - 3)).toFixed(1)}`;
  });
  return (
    <svg class="spark" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true">
      <polyline points={points.join(' ')} fill="none" stroke="currentColor" vector-effect="non-scaling-stroke" />
    </svg>
  );
}
