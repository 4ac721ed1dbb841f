package brume.modelgen;

import static org.assertj.core.api.Assertions.assertThat;

import brume.shape.Constraint;
import brume.shape.ErrorCode;
import brume.shape.Kind;
import brume.shape.ListShape;
import brume.shape.Location;
import brume.shape.Member;
import brume.shape.OperationShape;
import brume.shape.Protocol;
import brume.shape.ServiceShape;
import brume.shape.SimpleShape;
import brume.shape.Structure;
import brume.shape.StructureShape;
import brume.shape.TimestampFormat;
import brume.shape.XmlNamespace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the sources of a small model do once they are compiled.
class GeneratedModelTest {
  private static ServiceShape service;
  private static ClassLoader loader;

  @BeforeAll
  static void compile(@TempDir Path folder) throws IOException, ReflectiveOperationException {
    var birds = new Birds(folder).errors("# S\nNestTaken,Birds.Taken,410\nNoWings,No.Wings,404\n");
    loader = birds.load();
    service = (ServiceShape) type("BirdWatchModel").getField("SERVICE").get(null);
  }

  private static Class<?> type(String name) throws ClassNotFoundException {
    return loader.loadClass("brume.model.birds." + name);
  }

  private static OperationShape<?, ?> operation(String name) {
    return Objects.requireNonNull(service.operation(name));
  }

  private static StructureShape<?> bird() {
    return operation("PutBird").input();
  }

  private static Member member(String name) {
    return bird().members().get(bird().indexOf(name));
  }

  @Test
  void theServiceHasTheFactsOfItsMetadata() {
    assertThat(service.id()).isEqualTo("birds");
    assertThat(service.signingName()).isEqualTo("bird");
    assertThat(service.protocols()).containsExactly(Protocol.REST_XML);
    assertThat(service.xmlNamespace()).isEqualTo("urn:birds");
    assertThat(service.targetPrefix()).isNull();
    assertThat(service.operations())
        .extracting(OperationShape::name)
        .containsExactly("PutBird", "Listen", "Rest");
  }

  @Test
  void operationsHaveTheirBindings() {
    assertThat(operation("PutBird").http().uri()).isEqualTo("/{Name}");
    assertThat(operation("PutBird").http().status()).isEqualTo(201);
    assertThat(operation("PutBird").resultWrapper()).isEqualTo("Wrapped");
    assertThat(operation("PutBird").unsigned()).isFalse();
    assertThat(operation("Listen").unsigned()).isTrue();
    assertThat(operation("Rest").output().members()).isEmpty();
  }

  @Test
  void membersAreWhereTheModelPutsThem() {
    assertThat(member("Name").location()).isEqualTo(Location.LABEL);
    assertThat(member("Name").required()).isTrue();
    assertThat(member("Default").location()).isEqualTo(Location.HEADER);
    assertThat(member("Notes").location()).isEqualTo(Location.HEADER_PREFIX);
    assertThat(member("Notes").wireName()).isEqualTo("x-note-");
    assertThat(member("Class").wireName()).isEqualTo("class");
    assertThat(member("Class").required()).isFalse();
    assertThat(member("HatchedAt").timestampFormat()).isEqualTo(TimestampFormat.DATE_TIME);
    assertThat(member("Token").idempotencyToken()).isTrue();
    assertThat(member("Parents").flattened()).isTrue();
    assertThat(operation("PutBird").output().members().getFirst().location())
        .isEqualTo(Location.PAYLOAD);
  }

  @Test
  void theInputsReferenceNamesTheRootElement() {
    assertThat(bird().xmlName()).isEqualTo("BirdInput");
    assertThat(bird().xmlNamespace()).isEqualTo(new XmlNamespace(null, "urn:in"));
  }

  @Test
  void shapesMayReferToEachOtherInCircles() {
    var parents = (ListShape) member("Parents").target();
    assertThat(parents.element().target()).isSameAs(bird());
    assertThat(parents.element().wireName()).isEqualTo("bird");
    var tree = (ListShape) member("Tree").target();
    assertThat(tree.element().target()).isSameAs(parents);
  }

  @Test
  void constraintsComeWithTheShapes() {
    var name = member("Name").target().constraint();
    assertThat(name.min()).isEqualTo(1);
    assertThat(name.max()).isEqualTo(8);
    assertThat(name.compiled().matcher("a\\\"").matches()).isTrue();
    assertThat(member("Class").target().constraint().values()).containsExactly("OWL", "WREN");
    assertThat(member("Parents").target().constraint().max()).isEqualTo(2);
    assertThat(operation("PutBird").output().members().get(1).target().constraint())
        .isSameAs(Constraint.NONE);
  }

  @Test
  void recordsGiveBackTheValuesTheyAreMadeOf() {
    var values = new Object[] {"ara", "OWL", 3, List.of(), Map.of("a", "b"), null, null, null};
    Structure made = bird().make(values);
    assertThat(made.shape()).isSameAs(bird());
    for (int i = 0; i < values.length; i++) {
      assertThat(made.member(i)).isSameAs(values[i]);
    }
  }

  @Test
  void buildersMakeAndChangeRecords() throws ReflectiveOperationException {
    var bird = type("Bird");
    var builder = bird.getMethod("builder").invoke(null);
    builder.getClass().getMethod("class_", String.class).invoke(builder, "WREN");
    var built = builder.getClass().getMethod("build").invoke(builder);
    var again = bird.getMethod("toBuilder").invoke(built);
    again.getClass().getMethod("default_", Integer.class).invoke(again, 7);
    var changed = (Structure) again.getClass().getMethod("build").invoke(again);
    assertThat(changed.member(1)).isEqualTo("WREN");
    assertThat(changed.member(2)).isEqualTo(7);
    assertThat(((Structure) built).member(2)).isNull();
  }

  @Test
  void streamsOfBytesAndOfEventsAreNotHeldInMemory() {
    var feather = operation("PutBird").output().members().getFirst();
    assertThat(feather.target()).isSameAs(SimpleShape.STREAM);
    var tones = operation("Listen").output().members().getFirst();
    assertThat(tones.target()).isEqualTo(new SimpleShape("Events", Kind.EVENTS, Constraint.NONE));
  }

  @Test
  void anEventIsAUnionWhoseMemberNamesIt() throws ReflectiveOperationException {
    var tones = (StructureShape<?>) type("Tones").getField("SHAPE").get(null);
    assertThat(tones.isUnion()).isTrue();
    assertThat(tones.members()).extracting(Member::name).containsExactly("High", "Low");
    var tone = (StructureShape<?>) tones.members().getFirst().target();
    assertThat(tone.members().getFirst().location()).isEqualTo(Location.EVENT_HEADER);
  }

  @Test
  void errorsHaveTheCodeAndStatusOfTheModelUnlessTheListSaysOtherwise() {
    assertThat(error("NEST_TAKEN").code()).isEqualTo("Birds.Taken");
    assertThat(error("NEST_TAKEN").status()).isEqualTo(410);
    assertThat(error("NEST_TAKEN").shape()).isNotNull();
    assertThat(error("STORM").status()).isEqualTo(500);
    assertThat(error("ERROR").status()).isEqualTo(400);
    assertThat(error("NO_WINGS").code()).isEqualTo("No.Wings");
    assertThat(error("NO_WINGS").shape()).isNull();
  }

  private static ErrorCode error(String constant) {
    return service.errors().stream()
        .filter(error -> error.toString().equals(constant))
        .findFirst()
        .orElseThrow();
  }
}
