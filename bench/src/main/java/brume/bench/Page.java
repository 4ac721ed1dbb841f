package brume.bench;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/// A page that holds all it needs: the figures, and plots of them.
final class Page {
  private static final int NAME_WIDTH = 300;
  private static final int BAR_WIDTH = 420;
  private static final int ROW_HEIGHT = 22;
  private static final int TEXT_DOWN = 15;
  private static final int GAP = 6;
  private static final int VALUE_WIDTH = 110;

  private static final String STYLE =
      """
      body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem;
        color: #1c2430; background: #fff }
      h1, h2 { font-weight: 600 } h2 { margin-top: 2.5rem } h3 { font-size: 1rem; margin-bottom: .3rem }
      svg { display: block; max-width: 100%; height: auto } svg text { font-size: 13px; fill: #1c2430 }
      .bar { fill: #0f766e } .other { fill: #94a3b8 } p { color: #475569 }
      @media (prefers-color-scheme: dark) {
        body { color: #e2e8f0; background: #0f172a } svg text { fill: #e2e8f0 }
        .bar { fill: #2dd4bf } .other { fill: #64748b } p { color: #94a3b8 } }
      """;

  private Page() {}

  static String of(String circumstances, List<Section> sections) {
    var html = new StringBuilder("<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n");
    html.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
    html.append("<title>Benchmarks of Brume</title>\n<style>\n").append(STYLE).append("</style>\n");
    html.append("<h1>Benchmarks of Brume</h1>\n<p>")
        .append(escaped(circumstances))
        .append("</p>\n");
    for (var section : sections) {
      html.append("<h2>").append(escaped(section.title())).append("</h2>\n");
      section.remarks().forEach(text -> html.append("<p>").append(escaped(text)).append("</p>\n"));
      plot(html, section, "Per second", figure -> figure.result().perSecond());
      plot(html, section, "Milliseconds, p50", figure -> figure.result().p50() / 1e3);
    }
    return html.append("</html>\n").toString();
  }

  /// Bars, each as long as its part of the longest of those that did the same.
  private static void plot(
      StringBuilder html, Section section, String title, ToDoubleFunction<Section.Figure> value) {
    var figures = section.figures();
    int width = NAME_WIDTH + BAR_WIDTH + VALUE_WIDTH;
    html.append("<h3>").append(title).append("</h3>\n");
    html.append(
        String.format(
            Locale.ROOT,
            "<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\" width=\"%d\">%n",
            escaped(section.title() + ": " + title),
            width,
            figures.size() * ROW_HEIGHT,
            width));
    boolean beside = figures.stream().anyMatch(figure -> figure.by().equals("Brume"));
    for (int i = 0; i < figures.size(); i++) {
      var figure = figures.get(i);
      var kind = beside && !figure.by().equals("Brume") ? "other" : "bar";
      double most =
          figures.stream()
              .filter(other -> other.what().equals(figure.what()))
              .mapToDouble(value)
              .max()
              .orElse(1);
      html.append(bar(figure, kind, i * ROW_HEIGHT, value.applyAsDouble(figure), most));
    }
    html.append("</svg>\n");
  }

  private static String bar(
      Section.Figure figure, String kind, int top, double value, double most) {
    double length = most == 0 ? 0 : BAR_WIDTH * value / most;
    return String.format(
        Locale.ROOT,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s × %d</text>"
            + "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>"
            + "<text x=\"%.1f\" y=\"%d\">%s</text>%n",
        NAME_WIDTH - GAP,
        top + TEXT_DOWN,
        escaped(figure.name()),
        figure.connections(),
        kind,
        NAME_WIDTH,
        top + 2,
        length,
        ROW_HEIGHT - GAP,
        NAME_WIDTH + length + GAP,
        top + TEXT_DOWN,
        value < 10
            ? String.format(Locale.ROOT, "%.3f", value)
            : String.format(Locale.ROOT, "%,.0f", value));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }
}
