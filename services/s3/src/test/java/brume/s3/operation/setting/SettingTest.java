package brume.s3.operation.setting;

import static brume.s3.Storage.BUCKET;
import static brume.s3.Storage.code;
import static org.assertj.core.api.Assertions.assertThat;

import brume.model.s3.BucketLifecycleConfiguration;
import brume.model.s3.CORSConfiguration;
import brume.model.s3.CORSRule;
import brume.model.s3.DeleteBucketCorsRequest;
import brume.model.s3.DeleteBucketPolicyRequest;
import brume.model.s3.DeletePublicAccessBlockRequest;
import brume.model.s3.ErrorDocument;
import brume.model.s3.GetBucketAclRequest;
import brume.model.s3.GetBucketCorsRequest;
import brume.model.s3.GetBucketEncryptionRequest;
import brume.model.s3.GetBucketLifecycleConfigurationRequest;
import brume.model.s3.GetBucketOwnershipControlsRequest;
import brume.model.s3.GetBucketPolicyRequest;
import brume.model.s3.GetBucketPolicyStatusRequest;
import brume.model.s3.GetBucketTaggingRequest;
import brume.model.s3.GetBucketVersioningRequest;
import brume.model.s3.GetBucketWebsiteRequest;
import brume.model.s3.GetPublicAccessBlockRequest;
import brume.model.s3.IndexDocument;
import brume.model.s3.LifecycleExpiration;
import brume.model.s3.LifecycleRule;
import brume.model.s3.LifecycleRuleFilter;
import brume.model.s3.PutBucketAclRequest;
import brume.model.s3.PutBucketCorsRequest;
import brume.model.s3.PutBucketEncryptionRequest;
import brume.model.s3.PutBucketLifecycleConfigurationRequest;
import brume.model.s3.PutBucketPolicyRequest;
import brume.model.s3.PutBucketTaggingRequest;
import brume.model.s3.PutBucketWebsiteRequest;
import brume.model.s3.S3Model;
import brume.model.s3.ServerSideEncryptionByDefault;
import brume.model.s3.ServerSideEncryptionConfiguration;
import brume.model.s3.ServerSideEncryptionRule;
import brume.model.s3.Tag;
import brume.model.s3.Tagging;
import brume.model.s3.WebsiteConfiguration;
import brume.s3.Storage;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTest {
  private static final String PUBLIC =
      """
      {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*",\
      "Action":"s3:GetObject","Resource":"arn:aws:s3:::photos/*"}]}""";
  private static final String PRIVATE =
      PUBLIC.replace("\"*\",", "{\"AWS\":\"arn:aws:iam::111122223333:root\"},");

  @TempDir Path directory;
  private Storage storage;

  @BeforeEach
  void open() {
    storage = new Storage(directory);
  }

  private void policy(String document) {
    storage.call(
        S3Model.PUT_BUCKET_POLICY,
        PutBucketPolicyRequest.builder().bucket(BUCKET).policy(document).build());
  }

  private void unblock() {
    storage.call(
        S3Model.DELETE_PUBLIC_ACCESS_BLOCK, new DeletePublicAccessBlockRequest(BUCKET, null));
  }

  @Test
  void putsPolicies() {
    var asked = new GetBucketPolicyRequest(BUCKET, null);
    assertThat(code(() -> storage.call(S3Model.GET_BUCKET_POLICY, asked)))
        .isEqualTo("NoSuchBucketPolicy");
    policy(PRIVATE);
    assertThat(storage.call(S3Model.GET_BUCKET_POLICY, asked).policy()).isEqualTo(PRIVATE);
    var status = new GetBucketPolicyStatusRequest(BUCKET, null);
    assertThat(storage.call(S3Model.GET_BUCKET_POLICY_STATUS, status).policyStatus().isPublic())
        .isFalse();
    storage.call(S3Model.DELETE_BUCKET_POLICY, new DeleteBucketPolicyRequest(BUCKET, null));
    assertThat(code(() -> storage.call(S3Model.GET_BUCKET_POLICY, asked)))
        .isEqualTo("NoSuchBucketPolicy");
  }

  @Test
  void guardsWithThePolicy() {
    policy(PRIVATE);
    storage.put("k", "x");
    var need = storage.local.asked().getLast().needs().getFirst();
    assertThat(need.action()).isEqualTo("s3:PutObject");
    assertThat(need.resource()).isEqualTo("arn:aws:s3:::photos/k");
    var guard = Objects.requireNonNull(need.guard());
    assertThat(guard.account()).isEqualTo("000000000000");
    assertThat(guard.policy()).isEqualTo(PRIVATE);
  }

  @Test
  void blocksPublicPoliciesUnlessToldOtherwise() {
    assertThat(code(() -> policy(PUBLIC))).isEqualTo("AccessDenied");
    unblock();
    policy(PUBLIC);
    var status = new GetBucketPolicyStatusRequest(BUCKET, null);
    assertThat(storage.call(S3Model.GET_BUCKET_POLICY_STATUS, status).policyStatus().isPublic())
        .isTrue();
    var asked = new GetPublicAccessBlockRequest(BUCKET, null);
    assertThat(code(() -> storage.call(S3Model.GET_PUBLIC_ACCESS_BLOCK, asked)))
        .isEqualTo("NoSuchPublicAccessBlockConfiguration");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense",
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"s3:*\","
            + "\"Resource\":\"arn:aws:s3:::photos\"}]}",
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
            + "\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::others/*\"}]}",
        "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":\"*\","
            + "\"Action\":\"sqs:*\",\"Resource\":\"arn:aws:s3:::photos\"}]}"
      })
  void refusesMalformedPolicies(String document) {
    assertThat(code(() -> policy(document))).isEqualTo("MalformedPolicy");
  }

  private void cors(CORSRule rule) {
    storage.call(
        S3Model.PUT_BUCKET_CORS,
        PutBucketCorsRequest.builder()
            .bucket(BUCKET)
            .corsConfiguration(new CORSConfiguration(List.of(rule)))
            .build());
  }

  private static CORSRule rule(String method, String origin) {
    return CORSRule.builder()
        .allowedMethods(List.of(method))
        .allowedOrigins(List.of(origin))
        .build();
  }

  @Test
  void putsCorsRules() {
    cors(rule("GET", "https://*.example.com"));
    var asked = new GetBucketCorsRequest(BUCKET, null);
    assertThat(storage.call(S3Model.GET_BUCKET_CORS, asked).corsRules())
        .containsExactly(rule("GET", "https://*.example.com"));
    assertThat(code(() -> cors(rule("PATCH", "*")))).isEqualTo("InvalidRequest");
    assertThat(code(() -> cors(rule("GET", "*.*")))).isEqualTo("InvalidRequest");
    storage.call(S3Model.DELETE_BUCKET_CORS, new DeleteBucketCorsRequest(BUCKET, null));
    assertThat(code(() -> storage.call(S3Model.GET_BUCKET_CORS, asked)))
        .isEqualTo("NoSuchCORSConfiguration");
  }

  private void lifecycle(LifecycleRule.Builder rule) {
    storage.call(
        S3Model.PUT_BUCKET_LIFECYCLE_CONFIGURATION,
        PutBucketLifecycleConfigurationRequest.builder()
            .bucket(BUCKET)
            .lifecycleConfiguration(new BucketLifecycleConfiguration(List.of(rule.build())))
            .build());
  }

  @Test
  void putsLifecycleRules() {
    var filter = LifecycleRuleFilter.builder().prefix("logs/").build();
    var rule = LifecycleRule.builder().id("r").status("Enabled").filter(filter);
    assertThat(code(() -> lifecycle(rule))).isEqualTo("InvalidRequest");
    assertThat(
            code(() -> lifecycle(rule.expiration(LifecycleExpiration.builder().days(0).build()))))
        .isEqualTo("InvalidArgument");
    lifecycle(rule.expiration(LifecycleExpiration.builder().days(3).build()));
    var asked = new GetBucketLifecycleConfigurationRequest(BUCKET, null);
    assertThat(storage.call(S3Model.GET_BUCKET_LIFECYCLE_CONFIGURATION, asked).rules())
        .containsExactly(rule.build());
  }

  private void encryption(String algorithm) {
    var rule =
        ServerSideEncryptionRule.builder()
            .applyServerSideEncryptionByDefault(new ServerSideEncryptionByDefault(null, algorithm))
            .build();
    storage.call(
        S3Model.PUT_BUCKET_ENCRYPTION,
        PutBucketEncryptionRequest.builder()
            .bucket(BUCKET)
            .serverSideEncryptionConfiguration(new ServerSideEncryptionConfiguration(List.of(rule)))
            .build());
  }

  @Test
  void encryptsAsUsualAndNotOtherwise() {
    var answered =
        storage.call(S3Model.GET_BUCKET_ENCRYPTION, new GetBucketEncryptionRequest(BUCKET, null));
    assertThat(answered.serverSideEncryptionConfiguration().rules())
        .extracting(rule -> rule.applyServerSideEncryptionByDefault().sseAlgorithm())
        .containsExactly("AES256");
    encryption("AES256");
    assertThat(code(() -> encryption("aws:kms"))).isEqualTo("NotImplemented");
  }

  @Test
  void putsWebsites() {
    var website =
        WebsiteConfiguration.builder()
            .indexDocument(new IndexDocument("index.html"))
            .errorDocument(new ErrorDocument("error.html"));
    var input = PutBucketWebsiteRequest.builder().bucket(BUCKET);
    storage.call(S3Model.PUT_BUCKET_WEBSITE, input.websiteConfiguration(website.build()).build());
    var asked = new GetBucketWebsiteRequest(BUCKET, null);
    assertThat(storage.call(S3Model.GET_BUCKET_WEBSITE, asked).indexDocument().suffix())
        .isEqualTo("index.html");
    var bad = website.indexDocument(new IndexDocument("a/b")).build();
    assertThat(
            code(
                () ->
                    storage.call(
                        S3Model.PUT_BUCKET_WEBSITE, input.websiteConfiguration(bad).build())))
        .isEqualTo("InvalidArgument");
  }

  @Test
  void tagsBuckets() {
    var tags = List.of(new Tag("a", "b"));
    storage.call(
        S3Model.PUT_BUCKET_TAGGING,
        PutBucketTaggingRequest.builder().bucket(BUCKET).tagging(new Tagging(tags)).build());
    assertThat(
            storage
                .call(S3Model.GET_BUCKET_TAGGING, new GetBucketTaggingRequest(BUCKET, null))
                .tagSet())
        .isEqualTo(tags);
  }

  @Test
  void ownsWhatIsInIt() {
    var controls =
        storage.call(
            S3Model.GET_BUCKET_OWNERSHIP_CONTROLS,
            new GetBucketOwnershipControlsRequest(BUCKET, null));
    assertThat(controls.ownershipControls().rules())
        .extracting(rule -> rule.objectOwnership())
        .containsExactly("BucketOwnerEnforced");
    var acl = storage.call(S3Model.GET_BUCKET_ACL, new GetBucketAclRequest(BUCKET, null));
    assertThat(acl.grants())
        .extracting(grant -> grant.permission())
        .containsExactly("FULL_CONTROL");
    var input = PutBucketAclRequest.builder().bucket(BUCKET);
    storage.call(S3Model.PUT_BUCKET_ACL, input.acl("private").build());
    assertThat(code(() -> storage.call(S3Model.PUT_BUCKET_ACL, input.acl("public-read").build())))
        .isEqualTo("AccessControlListNotSupported");
  }

  @Test
  void saysWhetherItKeepsVersions() {
    var asked = new GetBucketVersioningRequest(BUCKET, null);
    assertThat(storage.call(S3Model.GET_BUCKET_VERSIONING, asked).status()).isNull();
    storage.versioning("Enabled");
    assertThat(storage.call(S3Model.GET_BUCKET_VERSIONING, asked).status()).isEqualTo("Enabled");
  }
}
