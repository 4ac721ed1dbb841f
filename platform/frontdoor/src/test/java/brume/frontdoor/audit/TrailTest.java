package brume.frontdoor.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import brume.base.Ids;
import brume.frontdoor.Echo;
import brume.frontdoor.audit.Attempt.Failure;
import brume.identity.Credential;
import brume.identity.Principal;
import brume.identity.Session;
import brume.json.Json;
import brume.service.Call;
import brume.service.DeniedException;
import brume.shape.OperationShape;
import brume.testing.Local;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrailTest {
  private static final OperationShape<Echo.Text, Echo.Text> GET =
      new OperationShape<>(
          "echo", "GetText", Echo.SAY.http(), () -> Echo.Text.SHAPE, () -> Echo.Text.SHAPE);

  private static final Principal.User ALICE =
      new Principal.User("000000000000", "/", "alice", "AIDAALICE");

  private final Local local = new Local();
  @TempDir Path folder;

  private Trail trail() {
    return Trail.open(folder, new Ids(new Random(1)));
  }

  private Call by(Principal principal) {
    return local.call().as(Credential.longTerm("AKIAEXAMPLE", "secret", principal));
  }

  private static Attempt said(Call call, String text, Failure failure) {
    var service = Echo.service(word -> word).shape();
    return new Attempt(call, service, Echo.SAY, new Echo.Text(text), failure);
  }

  private static List<String> find(Trail trail, String query) {
    return trail.find(TrailQuery.parse(query));
  }

  private static Failure denied() {
    var cause = new DeniedException("User is not authorized", "statement 1 of the x", null);
    return Failure.of("AccessDenied", cause.message(), cause);
  }

  @Test
  void changesAndDenialsAreKeptAndReadingIsNot() throws IOException {
    var trail = trail();
    var service = Echo.service(word -> word).shape();
    trail.record(said(by(ALICE), "hello", null));
    trail.record(new Attempt(by(ALICE), service, GET, new Echo.Text("read"), null));
    trail.record(new Attempt(by(ALICE), service, GET, new Echo.Text("no"), denied()));
    trail.close();
    var found = find(trail, "");
    assertThat(found).hasSize(2);
    var event = (Json.Obj) Json.parse(found.getFirst());
    assertThat(event.get("eventName").text()).isEqualTo("GetText");
    assertThat(event.get("errorCode").text()).isEqualTo("AccessDenied");
    assertThat(event.get("additionalEventData").print()).contains("statement 1 of the x");
    assertThat(event.get("readOnly").text()).isEqualTo("true");
  }

  @Test
  void aRecordHasTheFormOfCloudTrail() throws IOException {
    var trail = trail();
    trail.record(said(by(ALICE), "hello", null));
    trail.close();
    var event = (Json.Obj) Json.parse(find(trail, "").getFirst());
    assertThat(event.fields().keySet())
        .containsExactly(
            "eventVersion",
            "userIdentity",
            "eventTime",
            "eventSource",
            "eventName",
            "awsRegion",
            "sourceIPAddress",
            "userAgent",
            "requestParameters",
            "responseElements",
            "requestID",
            "eventID",
            "readOnly",
            "eventType",
            "managementEvent",
            "recipientAccountId",
            "eventCategory");
    assertThat(event.get("userIdentity").print())
        .isEqualTo(
            """
            {"type":"IAMUser","principalId":"AIDAALICE",\
            "arn":"arn:aws:iam::000000000000:user/alice","accountId":"000000000000",\
            "accessKeyId":"AKIAEXAMPLE","userName":"alice"}""");
    assertThat(event.get("eventTime").text()).isEqualTo("2026-01-02T03:04:05Z");
    assertThat(event.get("requestParameters").print()).isEqualTo("{\"text\":\"hello\"}");
  }

  @Test
  void sessionsNameWhoStandsBehindThem() {
    var role = new Principal.AssumedRole("000000000000", "/", "r", "AROAR", "web");
    var session =
        new Session(
            Instant.EPOCH,
            List.of(),
            Map.of(),
            Map.of(
                "aws:FederatedProvider",
                List.of("cognito-identity.amazonaws.com"),
                "cognito-identity.amazonaws.com:sub",
                List.of("alice"),
                "aws:SourceIdentity",
                List.of("al")));
    var credential = new Credential("ASIAEXAMPLE", "s", "t", role, Instant.MAX, session);
    var shown = UserIdentity.of(role, local.call().as(credential).context()).print();
    assertThat(shown)
        .contains("\"type\":\"AssumedRole\"")
        .contains("\"sessionIssuer\":{\"type\":\"Role\",\"principalId\":\"AROAR\"")
        .contains("\"attributes\":{\"cognito-identity.amazonaws.com:sub\":\"alice\"}")
        .contains("\"sourceIdentity\":\"al\"")
        .contains("\"creationDate\":\"1970-01-01T00:00:00Z\"");
    assertThat(UserIdentity.of(new Principal.Service("sns.amazonaws.com"), local.call().context()))
        .hasToString("{\"type\":\"AWSService\",\"invokedBy\":\"sns.amazonaws.com\"}");
  }

  @Test
  void recordsAreFoundByTheirFields() throws IOException {
    var trail = trail();
    trail.record(said(by(ALICE), "one", null));
    trail.record(said(by(new Principal.Root("000000000000")), "two", denied()));
    trail.close();
    assertThat(find(trail, "userName=alice")).singleElement().asString().contains("one");
    assertThat(find(trail, "errorCode=AccessDenied")).singleElement().asString().contains("two");
    assertThat(find(trail, "eventSource=echo&eventName=Say")).hasSize(2);
    assertThat(find(trail, "eventName=Sing")).isEmpty();
    assertThat(find(trail, "limit=1")).singleElement().asString().contains("two");
    assertThat(find(trail, "from=2026-01-02T03:04:06Z")).isEmpty();
    assertThat(find(trail, "until=2026-01-02T03:04:05Z")).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TrailQuery.parse("colour=red"))
        .withMessageStartingWith("There is no field colour");
    assertThatIllegalArgumentException().isThrownBy(() -> TrailQuery.parse("from=yesterday"));
    assertThatIllegalArgumentException().isThrownBy(() -> TrailQuery.parse("limit=1001"));
  }

  @Test
  void theLogSurvivesItsProcessAndATornLine() throws IOException {
    try (var first = trail()) {
      first.record(said(by(ALICE), "one", null));
    }
    try (var files = Files.list(folder)) {
      var file = files.findFirst().orElseThrow();
      Files.writeString(file, "{\"eventVersion\":\"1.0", StandardOpenOption.APPEND);
    }
    try (var second = trail()) {
      assertThat(find(second, "")).singleElement().asString().contains("one");
    }
  }

  @Test
  void everyRecordOfManyThreadsIsThere() throws Exception {
    var trail = trail();
    var threads =
        IntStream.range(0, 8)
            .mapToObj(
                thread ->
                    Thread.ofVirtual()
                        .start(
                            () -> {
                              for (int i = 0; i < 100; i++) {
                                trail.record(said(by(ALICE), thread + "-" + i, null));
                              }
                            }))
            .toList();
    for (var thread : threads) {
      thread.join();
    }
    trail.close();
    assertThat(find(trail, "limit=1000")).hasSize(800).doesNotHaveDuplicates();
  }

  @Test
  void filesAreSplitAndTheOldestGo() throws IOException {
    var day = Instant.parse("2026-01-02T03:04:05Z");
    try (var files = new TrailFiles(folder, "data", 10, 40)) {
      for (int i = 0; i < 9; i++) {
        files.write(day.plusSeconds(i), List.of("line number " + i));
      }
      assertThat(files.newestFirst())
          .extracting(file -> file.getFileName().toString())
          .startsWith("data-2026-01-02-00008.jsonl")
          .hasSizeLessThan(6);
    }
    try (var files = new TrailFiles(folder, "data", 10, 1 << 20)) {
      files.write(day.plus(TrailFiles.RETENTION).plusSeconds(86_400), List.of("later"));
      var later = LocalDate.ofInstant(day, ZoneOffset.UTC).plusDays(91);
      assertThat(files.newestFirst())
          .containsExactly(folder.resolve("data-" + later + "-00000.jsonl"));
    }
  }
}
