package brume.s3.operation;

import static brume.s3.Storage.BUCKET;
import static brume.s3.Storage.code;
import static org.assertj.core.api.Assertions.assertThat;

import brume.base.Scope;
import brume.identity.Principal;
import brume.model.s3.CreateBucketConfiguration;
import brume.model.s3.CreateBucketRequest;
import brume.model.s3.DeleteBucketRequest;
import brume.model.s3.GetBucketLocationRequest;
import brume.model.s3.HeadBucketRequest;
import brume.model.s3.HeadObjectRequest;
import brume.model.s3.ListBucketsRequest;
import brume.model.s3.S3Model;
import brume.s3.Storage;
import brume.service.Call;
import brume.service.CommonError;
import brume.testing.Local;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketTest {
  @TempDir Path directory;
  private Storage storage;

  @BeforeEach
  void open() {
    storage = new Storage(directory);
  }

  private void create(Call call, String bucket) {
    storage.local.invoke(
        call, S3Model.CREATE_BUCKET, CreateBucketRequest.builder().bucket(bucket).build());
  }

  private Call in(String account, String region) {
    return storage.local.platform.call(new Principal.Root(account), new Scope(account, region));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ab", "Photos", "a..b", "192.168.5.4", "xn--a", "-ab", "ab-", "a_b", "x-s3alias"})
  void refusesNames(String name) {
    assertThat(code(() -> storage.create(name))).isEqualTo("InvalidBucketName");
  }

  @Test
  void noAccessListComesWithABucketThatEnforcesItsOwner() {
    var input = CreateBucketRequest.builder().bucket("open");
    assertThat(code(() -> storage.call(S3Model.CREATE_BUCKET, input.acl("public-read").build())))
        .isEqualTo("InvalidBucketAclWithObjectOwnership");
    storage.call(S3Model.CREATE_BUCKET, input.acl("private").build());
  }

  @Test
  void sharesNamesAmongAccounts() {
    storage.create(BUCKET);
    var elsewhere = in("111111111111", "us-east-1");
    assertThat(code(() -> create(elsewhere, BUCKET))).isEqualTo("BucketAlreadyExists");
    var european = in(Local.SCOPE.account(), "eu-west-1");
    assertThat(code(() -> create(european, BUCKET))).isEqualTo("BucketAlreadyOwnedByYou");
  }

  @Test
  void listsTheBucketsOfAnAccount() {
    storage.create("aaa");
    storage.create("photos-2");
    create(in("111111111111", "us-east-1"), "other");
    var all = storage.call(S3Model.LIST_BUCKETS, ListBucketsRequest.builder().build());
    assertThat(all.buckets())
        .extracting(bucket -> bucket.name())
        .containsExactly("aaa", "photos", "photos-2");
    var input = ListBucketsRequest.builder().prefix("photos").maxBuckets(1);
    var first = storage.call(S3Model.LIST_BUCKETS, input.build());
    assertThat(first.buckets()).extracting(bucket -> bucket.name()).containsExactly("photos");
    var second =
        storage.call(
            S3Model.LIST_BUCKETS, input.continuationToken(first.continuationToken()).build());
    assertThat(second.buckets()).extracting(bucket -> bucket.name()).containsExactly("photos-2");
    assertThat(second.continuationToken()).isNull();
  }

  @Test
  void saysWhereABucketIs() {
    var asked = new GetBucketLocationRequest(BUCKET, null);
    assertThat(storage.call(S3Model.GET_BUCKET_LOCATION, asked).locationConstraint()).isNull();
    create(in(Local.SCOPE.account(), "eu-west-1"), "european");
    var elsewhere = new GetBucketLocationRequest("european", null);
    assertThat(storage.call(S3Model.GET_BUCKET_LOCATION, elsewhere).locationConstraint())
        .isEqualTo("eu-west-1");
    var head = storage.call(S3Model.HEAD_BUCKET, new HeadBucketRequest("european", null));
    assertThat(head.bucketRegion()).isEqualTo("eu-west-1");
    var wrong = CreateBucketConfiguration.builder().locationConstraint("eu-west-1").build();
    assertThat(
            code(
                () ->
                    storage.call(
                        S3Model.CREATE_BUCKET,
                        CreateBucketRequest.builder()
                            .bucket("wrong")
                            .createBucketConfiguration(wrong)
                            .build())))
        .isEqualTo("IllegalLocationConstraintException");
  }

  @Test
  void deletesEmptyBucketsOnly() {
    storage.put("k", "x");
    var input = new DeleteBucketRequest(BUCKET, null);
    assertThat(code(() -> storage.call(S3Model.DELETE_BUCKET, input))).isEqualTo("BucketNotEmpty");
    storage.delete("k");
    storage.call(S3Model.DELETE_BUCKET, input);
    assertThat(code(() -> storage.put("k", "x"))).isEqualTo("NoSuchBucket");
    storage.create(BUCKET);
    assertThat(storage.keys()).isEmpty();
  }

  @Test
  void doesNotTellWhoMayNotListThatAKeyIsMissing() {
    storage.local.authorizedBy(
        (_, access) -> {
          if (access.needs().stream().anyMatch(need -> need.action().equals("s3:ListBucket"))) {
            throw CommonError.ACCESS_DENIED.because("no");
          }
        });
    assertThat(code(() -> storage.get("nothing"))).isEqualTo("AccessDenied");
    assertThat(
            code(
                () ->
                    storage.call(
                        S3Model.HEAD_OBJECT,
                        HeadObjectRequest.builder().bucket(BUCKET).key("nothing").build())))
        .isEqualTo("AccessDenied");
  }

  @Test
  void asksForTheVersionsOwnAction() {
    assertThat(code(() -> storage.get("k", input -> input.versionId("null"))))
        .isEqualTo("NoSuchVersion");
    var asked =
        storage.local.asked().stream()
            .flatMap(access -> access.needs().stream())
            .filter(need -> need.action().equals("s3:GetObjectVersion"))
            .findFirst();
    assertThat(Objects.requireNonNull(asked.orElse(null)).conditions()).containsKey("s3:VersionId");
  }
}
