package brume.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  @TempDir Path folder;

  @Test
  void tellsTheFiguresAsTextAndAsAPageThatNeedsNothingElse() throws IOException {
    var report = new Report();
    var section = report.section("Reads & <writes>");
    section.remark("Of 1 KB.");
    section.add(figure("get", "Brume", 2_000, 250));
    section.add(figure("get", "other", 1_000, 500));
    report.write(folder.resolve("made"));

    assertThat(Files.readString(folder.resolve("made/report.md")))
        .contains("## Reads & <writes>", "Of 1 KB.", "| get, Brume | 4 | 2,000 | 0.250 | 0.500 |");
    assertThat(Files.readString(folder.resolve("made/report.html")))
        .contains("Reads &amp; &lt;writes>", "class=\"bar\"", "class=\"other\"", ">2,000<")
        .contains("width=\"420.0\"", "width=\"210.0\"")
        .doesNotContain("http:", "https:", "<script", "<link", "@import");
  }

  private static Section.Figure figure(String what, String by, double perSecond, double p50) {
    return new Section.Figure(what, by, 4, new Load.Result(1, perSecond, p50, 2 * p50, 0), "");
  }
}
