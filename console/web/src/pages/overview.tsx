import { useEffect, useRef, useState } from 'preact/hooks';
import { bytes, date, micros, number } from '../format';
import { useSession } from '../parts/signed-in';
import { Facts, Failure, Page, Rows } from '../parts/ui';
import { Spark } from '../parts/spark';
import { askJson } from '../session';
import { useEvery } from '../state';

interface Traffic {
  requests: number;
  refused: number;
  failed: number;
  micros: number;
}

interface OverviewJson {
  started: string;
  account: string;
  region: string;
  data: string | null;
  disk: { bytes: number; free: number };
  services: { id: string; operations: number; ofApi: number }[];
  traffic: Record<string, Traffic>;
}

const EVERY_MILLIS = 2000;

/** How many rates the line shows: two minutes of them. */
const SHOWN = 60;

export function Overview() {
  const session = useSession();
  const [now, setNow] = useState<OverviewJson>();
  const [error, setError] = useState<Error>();
  const [rates, setRates] = useState<number[]>([]);
  const last = useRef<{ at: number; requests: number } | undefined>(undefined);

  async function look(): Promise<void> {
    try {
      const seen = await askJson<OverviewJson>(session, '/_brume/overview');
      const at = performance.now();
      const requests = Object.values(seen.traffic).reduce((sum, part) => sum + part.requests, 0);
      const before = last.current;
      if (before && requests >= before.requests) {
        const rate = (requests - before.requests) / ((at - before.at) / 1000);
        setRates((kept) => [...kept, rate].slice(-SHOWN));
      }
      last.current = { at, requests };
      setNow(seen);
      setError(undefined);
    } catch (failure) {
      setError(failure as Error);
    }
  }
  useEffect(() => void look(), []);
  useEvery(EVERY_MILLIS, () => void look());

  return (
    <Page title="Overview" tools={now && !error && <span class="state good">Ready</span>}>
      <Failure error={error} />
      {now && <Seen now={now} rates={rates} />}
    </Page>
  );
}

function Seen({ now, rates }: { now: OverviewJson; rates: number[] }) {
  const sum = Object.values(now.traffic).reduce(
    (all, { requests, refused, failed }) => ({
      requests: all.requests + requests,
      refused: all.refused + refused,
      failed: all.failed + failed,
    }),
    { requests: 0, refused: 0, failed: 0 },
  );
  const used = now.disk.bytes - now.disk.free;
  return (
    <>
      <section class="tiles" aria-label="Figures">
        <div class="tile">
          <h2>Requests per second</h2>
          <p class="figure">{(rates.at(-1) ?? 0).toFixed(1)}</p>
          <Spark values={rates} full={SHOWN} />
        </div>
        <div class="tile">
          <h2>Requests since the start</h2>
          <p class="figure">{number(sum.requests)}</p>
          <p class="quiet">
            {number(sum.refused)} refused · <span class={sum.failed ? 'bad' : ''}>{number(sum.failed)} failed</span>
          </p>
        </div>
        <div class="tile">
          <h2>Disk</h2>
          <p class="figure">{bytes(now.disk.free)} free</p>
          <meter min={0} max={now.disk.bytes} high={now.disk.bytes * 0.9} value={used} aria-label="Disk in use" />
          <p class="quiet">of {bytes(now.disk.bytes)}</p>
        </div>
      </section>
      <Facts
        of={[
          ['Running since', date(now.started)],
          ['Data directory', now.data ? <code>{now.data}</code> : 'In memory only; nothing survives the stop'],
          ['Account', now.account],
          ['Region', now.region],
        ]}
      />
      <h2>Services</h2>
      <Rows heads={['Service', ...['Operations', 'Requests', 'Refused', 'Failed', 'Mean time'].map((text) => ({ text, number: true as const }))]}>
        {rowsOf(now).map(({ id, operations, traffic }) => (
          <tr key={id}>
            <td>{traffic ? <a href={`#/requests?filter=${encodeURIComponent(id)}`}>{id}</a> : id}</td>
            <td class="number quiet">{operations}</td>
            <td class="number">{traffic ? number(traffic.requests) : <span class="quiet">–</span>}</td>
            <td class="number">{traffic?.refused ? number(traffic.refused) : ''}</td>
            <td class="number bad">{traffic?.failed ? number(traffic.failed) : ''}</td>
            <td class="number">{traffic ? micros(Math.round(traffic.micros / traffic.requests)) : ''}</td>
          </tr>
        ))}
      </Rows>
    </>
  );
}

/** Services and kinds of sites, those in use first. */
function rowsOf(now: OverviewJson): { id: string; operations: string; traffic: Traffic | undefined }[] {
  const services = now.services.map(({ id, operations, ofApi }) => ({
    id,
    operations: `${operations} of ${ofApi}`,
    traffic: now.traffic[id],
  }));
  const known = new Set(services.map(({ id }) => id));
  const sites = Object.entries(now.traffic)
    .filter(([id]) => !known.has(id))
    .map(([id, traffic]) => ({ id, operations: '', traffic }));
  return [...services, ...sites].sort(
    (a, b) => (b.traffic?.requests ?? -1) - (a.traffic?.requests ?? -1) || a.id.localeCompare(b.id),
  );
}
