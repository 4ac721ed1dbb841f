package brume.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// All that was measured in one run, as a text in Markdown and as a page of its own.
final class Report {
  /// From this load for each processor on, others had a part in the figures.
  private static final double BUSY = 0.5;

  private final List<Section> sections = new ArrayList<>();
  private final String circumstances;

  Report() {
    circumstances = circumstances();
    System.out.println(circumstances);
  }

  /// What a reader must know to compare.
  private static String circumstances() {
    var system = ManagementFactory.getOperatingSystemMXBean();
    int processors = system.getAvailableProcessors();
    double load = system.getSystemLoadAverage();
    var text =
        String.format(
            Locale.ROOT,
            "Measured on %s with %d processors, which the load generator shared, on JDK %s (%s).",
            LocalDate.now(ZoneOffset.UTC),
            processors,
            Runtime.version(),
            system.getName() + ' ' + system.getVersion());
    return load > BUSY * processors
        ? text
            + String.format(
                Locale.ROOT,
                " Other work loaded the machine when it began (load %.1f): expect better figures.",
                load)
        : text;
  }

  Section section(String title) {
    var section = new Section(title);
    sections.add(section);
    return section;
  }

  /// Writes `report.md` and `report.html`.
  void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    writeMarkdown(folder.resolve("report.md"));
    var page = folder.resolve("report.html");
    Files.writeString(page, Page.of(circumstances, sections), StandardCharsets.UTF_8);
    System.out.printf("%nThe report is %s%n", page.toAbsolutePath());
  }

  void writeMarkdown(Path file) throws IOException {
    var text = new StringBuilder("# Benchmarks\n\n`./brume bench` made this text. ");
    text.append(circumstances).append('\n');
    for (var section : sections) {
      text.append("\n## ").append(section.title()).append("\n\n");
      section.remarks().forEach(remark -> text.append(remark).append('\n'));
      text.append(section.remarks().isEmpty() ? "" : "\n");
      text.append(
          "| | connections | per second | p50 ms | p99 ms | |\n|---|--:|--:|--:|--:|---|\n");
      section.figures().forEach(figure -> text.append(row(figure)));
    }
    Files.writeString(file, text, StandardCharsets.UTF_8);
  }

  private static String row(Section.Figure figure) {
    var result = figure.result();
    return String.format(
        Locale.ROOT,
        "| %s | %d | %,.0f | %.3f | %.3f | %s |%n",
        figure.name(),
        figure.connections(),
        result.perSecond(),
        result.p50() / 1e3,
        result.p99() / 1e3,
        figure.more());
  }
}
