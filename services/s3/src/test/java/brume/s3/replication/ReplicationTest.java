package brume.s3.replication;

import static brume.s3.Storage.BUCKET;
import static brume.s3.Storage.code;
import static brume.s3.Storage.refusal;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import brume.identity.Credential;
import brume.identity.Principal;
import brume.model.s3.DeleteBucketReplicationRequest;
import brume.model.s3.DeleteMarkerReplication;
import brume.model.s3.DeleteObjectRequest;
import brume.model.s3.Destination;
import brume.model.s3.GetBucketReplicationRequest;
import brume.model.s3.GetObjectRequest;
import brume.model.s3.GetObjectTaggingRequest;
import brume.model.s3.HeadObjectOutput;
import brume.model.s3.HeadObjectRequest;
import brume.model.s3.PutBucketReplicationRequest;
import brume.model.s3.PutBucketVersioningRequest;
import brume.model.s3.PutObjectTaggingRequest;
import brume.model.s3.ReplicaModifications;
import brume.model.s3.ReplicationConfiguration;
import brume.model.s3.ReplicationRule;
import brume.model.s3.ReplicationRuleFilter;
import brume.model.s3.S3Model;
import brume.model.s3.SourceSelectionCriteria;
import brume.model.s3.Tag;
import brume.model.s3.Tagging;
import brume.model.s3.VersioningConfiguration;
import brume.model.sts.AssumeRoleResponse;
import brume.model.sts.Credentials;
import brume.model.sts.StsModel;
import brume.s3.Storage;
import brume.s3.checksum.Md5;
import brume.service.CommonError;
import brume.service.Delivery;
import brume.service.Outbox;
import brume.service.Owed;
import brume.store.Locks;
import brume.store.blob.Blobs;
import brume.testing.Local;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplicationTest {
  private static final String COPIES = "copies";
  private static final String ROLE = "arn:aws:iam::000000000000:role/copier";
  private static final String KEY = "ASIAIOSFODNN7EXAMPLE";

  @TempDir Path directory;
  private Storage storage;
  private final List<String> assumed = new ArrayList<>();

  @BeforeEach
  void open() {
    storage = new Storage(directory);
    storage.create(COPIES);
    versioning(BUCKET, "Enabled");
    versioning(COPIES, "Enabled");
    storage.local.know(
        Credential.longTerm(KEY, "secret", new Principal.Root(Local.SCOPE.account())));
    storage.local.answer(
        StsModel.ASSUME_ROLE,
        (call, input) -> {
          assumed.add(call.caller().arn() + ' ' + input.roleArn());
          var session =
              Credentials.builder()
                  .accessKeyId(KEY)
                  .secretAccessKey("secret")
                  .sessionToken("token")
                  .expiration(call.now().plus(Duration.ofHours(1)))
                  .build();
          return AssumeRoleResponse.builder().credentials(session).build();
        });
  }

  private void versioning(String bucket, String status) {
    storage.call(
        S3Model.PUT_BUCKET_VERSIONING,
        PutBucketVersioningRequest.builder()
            .bucket(bucket)
            .versioningConfiguration(VersioningConfiguration.builder().status(status).build())
            .build());
  }

  private static ReplicationRule.Builder rule(String prefix, int priority, String markers) {
    return ReplicationRule.builder()
        .status("Enabled")
        .priority(priority)
        .filter(ReplicationRuleFilter.builder().prefix(prefix).build())
        .deleteMarkerReplication(new DeleteMarkerReplication(markers))
        .destination(Destination.builder().bucket("arn:aws:s3:::" + COPIES).build());
  }

  private void configure(ReplicationRule.Builder... rules) {
    var all = List.of(rules).stream().map(ReplicationRule.Builder::build).toList();
    storage.call(
        S3Model.PUT_BUCKET_REPLICATION,
        PutBucketReplicationRequest.builder()
            .bucket(BUCKET)
            .replicationConfiguration(new ReplicationConfiguration(ROLE, all))
            .build());
  }

  private List<Owed> owed() {
    var all = new ArrayList<Owed>();
    try (var snapshot = storage.local.store.snapshot();
        var cursor = snapshot.scan(Outbox.ROOT.children())) {
      while (cursor.next()) {
        all.add(Outbox.decode(cursor.value()));
      }
    }
    return all;
  }

  /// Delivers all that is owed, the latest first, and forgets it.
  private void deliver() throws InterruptedException {
    for (var owed : owed().reversed()) {
      var delivery =
          storage.service.deliveries().stream()
              .filter(each -> each.kind().equals(owed.kind()))
              .findFirst()
              .orElseThrow();
      assertThat(delivery.deliver(storage.local.call(), owed))
          .isEqualTo(new Delivery.Outcome.Done());
    }
    storage.local.store.transact(
        Locks.of(Outbox.ROOT),
        transaction -> {
          var keys = new ArrayList<byte[]>();
          try (var cursor = transaction.scan(Outbox.ROOT.children())) {
            while (cursor.next()) {
              keys.add(cursor.key());
            }
          }
          keys.forEach(transaction::delete);
          return keys;
        });
  }

  private HeadObjectOutput head(String bucket, String key) {
    return storage.call(
        S3Model.HEAD_OBJECT, HeadObjectRequest.builder().bucket(bucket).key(key).build());
  }

  private String text(String key) {
    var input = GetObjectRequest.builder().bucket(COPIES).key(key).build();
    return new String(Storage.bytes(storage.call(S3Model.GET_OBJECT, input)), UTF_8);
  }

  @Test
  void anObjectIsCopiedWithItsVersionAndAllThatIsSaidOfIt() throws InterruptedException {
    configure(rule("docs/", 1, "Disabled"));
    storage.put(
        "docs/a",
        "text".getBytes(UTF_8),
        input -> input.contentType("text/plain").tagging("team=blue"));
    var original = head(BUCKET, "docs/a");
    assertThat(original.replicationStatus()).isEqualTo("PENDING");
    storage.local.clock.advance(Duration.ofMinutes(5));
    deliver();
    assertThat(text("docs/a")).isEqualTo("text");
    assertThat(head(BUCKET, "docs/a"))
        .isEqualTo(original.toBuilder().replicationStatus("COMPLETED").build());
    assertThat(head(COPIES, "docs/a"))
        .isEqualTo(original.toBuilder().replicationStatus("REPLICA").build());
    assertThat(assumed).containsExactly("s3.amazonaws.com " + ROLE);
  }

  @Test
  void aCopyIsReadWithTheKeyOfItsOriginal() throws InterruptedException {
    configure(rule("", 1, "Disabled"));
    var key = "0123456789abcdef0123456789abcdef".getBytes(UTF_8);
    var encoded = Base64.getEncoder().encodeToString(key);
    var md5 = Base64.getEncoder().encodeToString(Md5.start().digest(key));
    storage.put(
        "secret",
        "text".getBytes(UTF_8),
        input ->
            input.sseCustomerAlgorithm("AES256").sseCustomerKey(encoded).sseCustomerKeyMd5(md5));
    deliver();
    assertThat(code(() -> text("secret"))).isEqualTo("InvalidRequest");
    var input =
        GetObjectRequest.builder()
            .bucket(COPIES)
            .key("secret")
            .sseCustomerAlgorithm("AES256")
            .sseCustomerKey(encoded)
            .sseCustomerKeyMd5(md5);
    var read = Storage.bytes(storage.call(S3Model.GET_OBJECT, input.build()));
    assertThat(new String(read, UTF_8)).isEqualTo("text");
  }

  @Test
  void aLargeObjectIsCopied() throws InterruptedException {
    configure(rule("", 1, "Disabled"));
    storage.put("large", "x".repeat(100_000));
    deliver();
    storage.delete("large");
    assertThat(text("large")).hasSize(100_000);
  }

  @Test
  void copiesThatComeInAnyOrderShowTheLatest() throws InterruptedException {
    configure(rule("", 1, "Enabled"));
    for (var text : List.of("one", "two", "three")) {
      storage.put("a", text);
      storage.local.clock.advance(Duration.ofSeconds(1));
    }
    deliver();
    assertThat(text("a")).isEqualTo("three");
    storage.delete("a");
    deliver();
    assertThat(code(() -> text("a"))).isEqualTo("NoSuchKey");
  }

  @Test
  void aDeliveryThatIsRepeatedChangesNothing() throws InterruptedException {
    configure(rule("", 1, "Disabled"));
    storage.put("a", "x".repeat(100_000));
    var owed = owed().getFirst();
    deliver();
    var copy = head(COPIES, "a");
    int files = storage.files().size();
    var _ = storage.service.deliveries().get(1).deliver(storage.local.call(), owed);
    assertThat(head(COPIES, "a")).isEqualTo(copy);
    assertThat(storage.files()).hasSize(files);
  }

  @Test
  void whatNoRuleTakesIsNotCopied() throws InterruptedException {
    configure(rule("docs/", 1, "Disabled"));
    storage.put("other", "1");
    storage.put("docs/a", "2");
    deliver();
    var version = Objects.requireNonNull(storage.delete("docs/a").versionId());
    storage.call(
        S3Model.DELETE_OBJECT,
        DeleteObjectRequest.builder().bucket(BUCKET).key("docs/a").versionId(version).build());
    assertThat(owed()).isEmpty();
    assertThat(head(BUCKET, "other").replicationStatus()).isNull();
    assertThat(text("docs/a")).isEqualTo("2");
  }

  @Test
  void rulesWithTagsTakeWhatHasThem() {
    var tagged = ReplicationRuleFilter.builder().tag(new Tag("team", "blue")).build();
    configure(rule("", 1, "Disabled").filter(tagged));
    storage.put("a", new byte[1], input -> input.tagging("team=red"));
    storage.put("b", new byte[1], input -> input.tagging("team=blue&x=y"));
    assertThat(head(BUCKET, "a").replicationStatus()).isNull();
    assertThat(head(BUCKET, "b").replicationStatus()).isEqualTo("PENDING");
  }

  @Test
  void tagsThatChangeLaterFollow() throws InterruptedException {
    configure(rule("", 1, "Disabled"));
    storage.put("a", "1");
    deliver();
    storage.call(
        S3Model.PUT_OBJECT_TAGGING,
        PutObjectTaggingRequest.builder()
            .bucket(BUCKET)
            .key("a")
            .tagging(new Tagging(List.of(new Tag("team", "green"))))
            .build());
    deliver();
    var tags =
        storage.call(
            S3Model.GET_OBJECT_TAGGING,
            GetObjectTaggingRequest.builder().bucket(COPIES).key("a").build());
    assertThat(tags.tagSet()).containsExactly(new Tag("team", "green"));
    assertThat(head(BUCKET, "a").replicationStatus()).isEqualTo("COMPLETED");
  }

  @Test
  void oneSessionOfTheRoleMakesAllCopies() throws InterruptedException {
    storage.create("more");
    versioning("more", "Enabled");
    configure(rule("", 1, "Disabled"), to("arn:aws:s3:::more").priority(2));
    storage.put("a", "text");
    deliver();
    assertThat(text("a")).isEqualTo("text");
    assertThat(head("more", "a").replicationStatus()).isEqualTo("REPLICA");
    assertThat(assumed).hasSize(1);
  }

  @Test
  void theRoleMustBeAllowedToReadAndToWrite() throws InterruptedException {
    configure(rule("", 1, "Disabled"));
    for (var lacking :
        List.of("s3:GetObjectVersionForReplication", "s3:ReplicateObject", "s3:ReplicateTags")) {
      storage.put("a", new byte[1], input -> input.tagging("team=blue"));
      storage.local.authorizedBy(
          (_, access) -> {
            if (access.needs().stream().anyMatch(need -> need.action().equals(lacking))) {
              throw CommonError.ACCESS_DENIED.because("no");
            }
          });
      deliver();
      assertThat(head(BUCKET, "a").replicationStatus()).as(lacking).isEqualTo("FAILED");
      assertThat(code(() -> head(COPIES, "a"))).as(lacking).isEqualTo("NoSuchKey");
    }
  }

  @Test
  void aBucketThatIsGoneOrKeepsNoVersionsGetsNoCopy() throws InterruptedException {
    configure(rule("", 1, "Disabled"));
    versioning(COPIES, "Suspended");
    storage.put("a", "x".repeat(100_000));
    int files = storage.files().size();
    deliver();
    assertThat(head(BUCKET, "a").replicationStatus()).isEqualTo("FAILED");
    storage.local.clock.advance(Blobs.GRACE);
    storage.blobs.deleteDue();
    assertThat(storage.files()).hasSize(files);
  }

  @Test
  void theSourceKeepsItsVersions() {
    configure(rule("", 1, "Disabled"));
    assertThat(refusal(() -> versioning(BUCKET, "Suspended")).message())
        .startsWith("A replication configuration is present on this bucket");
  }

  @Test
  void whatIsConfiguredIsAnsweredAndForgotten() {
    var asked = GetBucketReplicationRequest.builder().bucket(BUCKET).build();
    assertThat(code(() -> storage.call(S3Model.GET_BUCKET_REPLICATION, asked)))
        .isEqualTo("ReplicationConfigurationNotFoundError");
    configure(rule("docs/", 7, "Enabled").id("mine"));
    var there =
        Objects.requireNonNull(
            storage.call(S3Model.GET_BUCKET_REPLICATION, asked).replicationConfiguration());
    assertThat(there.rules()).containsExactly(rule("docs/", 7, "Enabled").id("mine").build());
    storage.call(
        S3Model.DELETE_BUCKET_REPLICATION, new DeleteBucketReplicationRequest(BUCKET, null));
    storage.put("docs/a", "1");
    assertThat(owed()).isEmpty();
  }

  @Test
  void whatCannotBeIsRefused() {
    assertThat(message(rule("", 1, "Disabled").priority(null))).startsWith("Priority must be");
    assertThat(message(rule("", 1, "Disabled").deleteMarkerReplication(null)))
        .startsWith("DeleteMarkerReplication must be");
    assertThat(message(rule("a", 1, "Disabled"), rule("b", 1, "Disabled")))
        .isEqualTo("Found duplicate priority value: 1");
    var tagged = ReplicationRuleFilter.builder().tag(new Tag("a", "b")).build();
    assertThat(message(rule("", 1, "Enabled").filter(tagged))).startsWith("Delete marker");
    assertThat(message(to("arn:aws:s3:::nowhere"))).isEqualTo("Destination bucket must exist.");
    assertThat(message(to("arn:aws:s3:::" + BUCKET))).startsWith("Destination bucket cannot be");
    var back =
        SourceSelectionCriteria.builder()
            .replicaModifications(new ReplicaModifications("Enabled"))
            .build();
    assertThat(code(() -> configure(rule("", 1, "Disabled").sourceSelectionCriteria(back))))
        .isEqualTo("NotImplemented");
    versioning(COPIES, "Suspended");
    assertThat(message(rule("", 1, "Disabled")))
        .isEqualTo("Destination bucket must have versioning enabled.");
  }

  private static ReplicationRule.Builder to(String bucket) {
    return rule("", 1, "Disabled").destination(Destination.builder().bucket(bucket).build());
  }

  private String message(ReplicationRule.Builder... rules) {
    return refusal(() -> configure(rules)).message();
  }
}
