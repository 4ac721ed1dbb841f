package brume.server;

import brume.frontdoor.meter.RecentRequests;
import brume.frontdoor.meter.Served;
import brume.service.Service;
import java.util.List;

/// What runs here and what it answered last, as one plain page.
final class StatusPage {
  private static final int SHOWN = 50;

  private StatusPage() {}

  static String of(List<Service> services, RecentRequests recent) {
    var rows = new StringBuilder();
    for (var service : services) {
      rows.append(
          "<tr><td>%s<td class=\"number\">%d<td class=\"number\">%d</tr>%n"
              .formatted(
                  escaped(service.shape().id()),
                  service.operations().size(),
                  service.shape().operations().size()));
    }
    var requests = new StringBuilder();
    recent.newest(SHOWN).forEach(served -> requests.append(row(served)));
    return """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <meta http-equiv="refresh" content="5">
        <title>Brume</title>
        <style>
          :root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
          body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
          table { border-collapse: collapse; width: 100%%; }
          th, td { text-align: left; padding: .2rem .8rem .2rem 0; border-bottom: 1px solid #8884; }
          td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
          .failed { color: #c33; }
        </style>
        <h1>Brume</h1>
        <h2>Services</h2>
        <table><tr><th>Service<th class="number">Operations here<th class="number">of the API</tr>
        %s</table>
        <h2>Last requests</h2>
        <table>
        <tr><th>Time<th>Operation<th>Caller<th class="number">Status<th class="number">ms</tr>
        %s</table>
        """
        .formatted(rows, requests);
  }

  private static String row(Served served) {
    return "<tr%s><td>%s<td>%s<td>%s<td class=\"number\">%s<td class=\"number\">%.2f</tr>%n"
        .formatted(
            served.error() == null ? "" : " class=\"failed\"",
            escaped(served.at().toString()),
            escaped(served.service() + ' ' + served.operation()),
            escaped(served.caller()),
            served.error() == null ? served.status() : served.status() + " " + served.error(),
            served.duration().toNanos() / 1e6);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
