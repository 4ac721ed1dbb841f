package brume.bench;

import java.util.ArrayList;
import java.util.List;

/// What was measured of one subject. Tells each figure when it is there.
final class Section {
  private final String title;
  private final List<String> remarks = new ArrayList<>();
  private final List<Figure> figures = new ArrayList<>();

  /// One measured line.
  ///
  /// @param what was done
  /// @param by which server or client, or through what; empty when there is only one
  /// @param connections that did it at the same time
  /// @param more a further figure with its unit; empty for none
  record Figure(String what, String by, int connections, Load.Result result, String more) {
    String name() {
      return by.isEmpty() ? what : what + ", " + by;
    }
  }

  Section(String title) {
    this.title = title;
    System.out.printf("%n%s%n", title);
    System.out.printf("%-36s %6s %11s %10s %10s%n", "", "conns", "per second", "p50 ms", "p99 ms");
  }

  String title() {
    return title;
  }

  List<Figure> figures() {
    return figures;
  }

  List<String> remarks() {
    return remarks;
  }

  /// Something to know about all figures.
  void remark(String text) {
    remarks.add(text);
    System.out.println("  " + text);
  }

  void add(Figure figure) {
    figures.add(figure);
    var result = figure.result();
    System.out.printf(
        "%-36s %6d %11.0f %10.3f %10.3f  %s%n",
        figure.name(),
        figure.connections(),
        result.perSecond(),
        result.p50() / 1e3,
        result.p99() / 1e3,
        figure.more());
  }
}
