package brume.modelgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every model that is checked in can be generated, whether or not it is wanted yet.
class EveryModelTest {
  private static final Path MODELS = Path.of("../../models");

  static List<String> services() throws IOException {
    try (var files = Files.list(MODELS)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .map(name -> name.substring(0, name.length() - ".json".length()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("services")
  void hasASourceForEachType(String service) throws IOException {
    var model = Model.read(MODELS, Selection.all(service));
    var members = new Members(model);
    var structures = new Structures(model, members);
    var types = new HashSet<String>();
    var others = List.of("Shapes", model.stem() + "Model", model.stem() + "Error");
    Stream.concat(model.structures().stream().map(Names::type), others.stream())
        .forEach(type -> assertThat(types.add(type)).as(type).isTrue());
    for (var name : model.structures()) {
      assertThat(structures.source(name)).contains("record " + Names.type(name) + "(");
    }
    assertThat(new ShapeTable(model, members).source()).contains("final class Shapes");
    assertThat(new ServiceSource(model).source()).contains("SERVICE");
    assertThat(new ErrorSource(model).source()).contains("enum");
  }

  @ParameterizedTest
  @MethodSource("services")
  void hasPatternsThatJavaReads(String service) throws IOException {
    assertThat(Constraints.unreadable(Model.read(MODELS, Selection.all(service)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("services")
  void hasOperationsWithConstantsOfTheirOwn(String service) throws IOException {
    var operations = Model.read(MODELS, Selection.all(service)).operations().keySet();
    assertThat(operations.stream().map(Names::constant)).doesNotHaveDuplicates().isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("services")
  void definesSimpleShapesBeforeTheCollectionsOfThem(String service) throws IOException {
    var model = Model.read(MODELS, Selection.all(service));
    var kinds = model.plainShapes().stream().map(model::isCollection).toList();
    assertThat(kinds).isSorted();
  }
}
