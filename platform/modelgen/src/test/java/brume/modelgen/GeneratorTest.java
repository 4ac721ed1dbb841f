package brume.modelgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {
  @TempDir private Path folder;
  private Birds birds;

  @BeforeEach
  void model() throws IOException {
    birds = new Birds(folder);
  }

  @Test
  void generatesOnlyWhatOperationsAndErrorsReach() throws IOException {
    birds.generate();
    assertThat(birds.types())
        .containsExactly(
            "Bird",
            "BirdWatchError",
            "BirdWatchModel",
            "Error",
            "ListenRequest",
            "NestTaken",
            "PutBirdResult",
            "RestRequest",
            "RestResponse",
            "Shapes",
            "Song",
            "Storm",
            "Tone",
            "Tones");
  }

  /// `Sleep` is called as `Rest` is.
  @Test
  void leavesOutOperationsThatHaveSuccessors() throws IOException {
    birds.generate();
    assertThat(birds.source("BirdWatchModel")).contains("REST").doesNotContain("SLEEP");
  }

  @Test
  void writesNothingWhenNothingChanged() throws IOException {
    assertThat(birds.generate().written()).isEqualTo(14);
    assertThat(birds.generate().written()).isZero();
  }

  @Test
  void writesOnlyTheFilesThatDiffer() throws IOException {
    birds.generate();
    birds.errors("# more\nTooCold,TooCold,400\n");
    assertThat(birds.generate().written()).isEqualTo(1);
    assertThat(birds.source("BirdWatchError")).contains("TOO_COLD(\"TooCold\", 400)");
  }

  @Test
  void deletesWhatIsNoLongerWanted() throws IOException {
    birds.generate();
    birds.select("birds  Rest").generate();
    assertThat(birds.types())
        .containsExactly(
            "BirdWatchError",
            "BirdWatchModel",
            "Error",
            "NestTaken",
            "RestRequest",
            "RestResponse",
            "Shapes",
            "Storm");
  }

  @Test
  void isDeterministic(@TempDir Path other) throws IOException {
    birds.generate();
    var again = new Birds(other);
    again.generate();
    for (var type : birds.types()) {
      assertThat(again.source(type)).isEqualTo(birds.source(type));
    }
  }

  @Test
  void namesThePatternsThatItLeavesOut() throws IOException {
    assertThat(birds.generate().notes())
        .containsExactly("birds: left out the pattern of Odd, which Java cannot read.");
  }

  @Test
  void refusesAnOperationThatTheModelDoesNotHave() throws IOException {
    birds.select("birds Fly");
    assertThatThrownBy(birds::generate).hasMessage("birds has no operation Fly");
  }

  @Test
  void refusesErrorsThatAreNotOfTheForm() throws IOException {
    birds.errors("TooCold,400\n");
    assertThatThrownBy(birds::generate).hasMessageContaining("not `name,code,status`: TooCold,400");
  }

  @Test
  void ignoresCommentsInTheListOfServices() throws IOException {
    birds.select("# a comment\n\nbirds\n").generate();
    assertThat(birds.target().resolve("brume/model/birds/Bird.java")).exists();
    assertThat(Files.exists(birds.target().resolve(".stamp"))).isTrue();
  }
}
