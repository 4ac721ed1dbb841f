package brume.quality;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import brume.service.Operation;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The arrows of ARCHITECTURE.md. Dependencies point downwards only.
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new DoNotIncludeTests())
          .importPackages("brume")
          .that(not(resideInAPackage("brume.model..")));

  private static final List<String> SERVICES =
      List.of(
          "iam",
          "sts",
          "dynamodb",
          "dax",
          "s3",
          "logs",
          "cloudwatch",
          "lambda",
          "apigateway",
          "apigatewayv2",
          "ses",
          "sesv2",
          "sns",
          "cloudformation");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iam",
        "sts",
        "dynamodb",
        "dax",
        "s3",
        "logs",
        "cloudwatch",
        "lambda",
        "apigateway",
        "apigatewayv2",
        "ses",
        "sesv2",
        "sns",
        "cloudformation"
      })
  void noServiceKnowsAnotherNorTheFrontDoorNorTheRelay(String service) {
    var others = new ArrayList<>(List.of("brume.frontdoor..", "brume.relay..", "brume.server.."));
    for (var other : SERVICES) {
      if (!other.equals(service) && !sameModule(service, other)) {
        others.add("brume." + other + "..");
      }
    }
    noClasses()
        .that()
        .resideInAPackage("brume." + service + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others.toArray(String[]::new))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  private static boolean sameModule(String one, String other) {
    return List.of("iam", "sts").containsAll(List.of(one, other))
        || List.of("apigateway", "apigatewayv2").containsAll(List.of(one, other))
        || List.of("ses", "sesv2", "sns").containsAll(List.of(one, other));
  }

  @Test
  void thePlatformKnowsNoService() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "brume.base..",
            "brume.json..",
            "brume.shape..",
            "brume.store..",
            "brume.http..",
            "brume.wire..",
            "brume.identity..",
            "brume.service..",
            "brume.frontdoor..",
            "brume.relay..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                SERVICES.stream().map(name -> "brume." + name + "..").toArray(String[]::new)))
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage("brume.model..", "brume.server..")
        .check(CLASSES);
  }

  @Test
  void thePlatformsArrowsPointDownwards() {
    noClasses()
        .that()
        .resideInAnyPackage("brume.base..", "brume.json..", "brume.shape..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "brume.store..", "brume.http..", "brume.wire..", "brume.identity..", "brume.service..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("brume.store..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("brume.http..", "brume.wire..", "brume.identity..", "brume.service..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("brume.identity..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("brume.store..", "brume.wire..", "brume.service..")
        .check(CLASSES);
  }

  @Test
  void frontDoorAndRelayDoNotKnowEachOther() {
    noClasses()
        .that()
        .resideInAPackage("brume.frontdoor..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("brume.relay..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("brume.relay..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("brume.frontdoor..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void noPackagesFormACycle() {
    slices().matching("brume.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void operationsLiveInTheirPackage() {
    classes()
        .that()
        .implement(Operation.class)
        .should()
        .resideInAPackage("..operation..")
        .check(CLASSES);
  }

  @Test
  void operationsKnowNoProtocol() {
    noClasses()
        .that()
        .resideInAPackage("..operation..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("brume.http..", "brume.wire..", "io.vertx..", "io.netty..")
        .check(CLASSES);
  }

  @Test
  void operationsAskNoClockOfTheirOwn() {
    noClasses()
        .that()
        .resideInAnyPackage(
            SERVICES.stream().map(name -> "brume." + name + ".operation..").toArray(String[]::new))
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.util.UUID.class, "randomUUID")
        .check(CLASSES);
  }

  @Test
  void namesSayWhatThingsAre() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)")
        .check(CLASSES);
  }

  /// The validator of JSON schemas is another library, which takes the engine's JSON values.
  @Test
  void onlyTheHttpModuleKnowsItsEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("brume.http..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage("io.vertx..", "io.netty..")
                .and(not(resideInAnyPackage("io.vertx.json.schema..", "io.vertx.core.json.."))))
        .check(CLASSES);
  }

  @Test
  void onlyTheStoreKnowsItsEngine() {
    noClasses()
        .that()
        .resideOutsideOfPackage("brume.store..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.rocksdb..")
        .check(CLASSES);
  }
}
