package brume.s3.resource;

import static brume.s3.Storage.code;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import brume.json.Json;
import brume.model.lambda.InvocationRequest;
import brume.model.lambda.InvocationResponse;
import brume.model.lambda.LambdaModel;
import brume.model.s3.FilterRule;
import brume.model.s3.GetBucketAccelerateConfigurationRequest;
import brume.model.s3.GetBucketCorsRequest;
import brume.model.s3.GetBucketEncryptionRequest;
import brume.model.s3.GetBucketLifecycleConfigurationRequest;
import brume.model.s3.GetBucketNotificationConfigurationRequest;
import brume.model.s3.GetBucketPolicyRequest;
import brume.model.s3.GetBucketTaggingRequest;
import brume.model.s3.GetBucketVersioningRequest;
import brume.model.s3.GetBucketWebsiteRequest;
import brume.model.s3.GetPublicAccessBlockRequest;
import brume.model.s3.HeadBucketRequest;
import brume.model.s3.LifecycleRule;
import brume.model.s3.NoncurrentVersionTransition;
import brume.model.s3.S3Model;
import brume.model.s3.Tag;
import brume.model.s3.Transition;
import brume.s3.Storage;
import brume.service.ResourceType;
import brume.service.resource.UnfinishedException;
import brume.shape.ServiceException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BucketResourceTest {
  private static final String TEMPLATE =
      """
      {"BucketName": "deployed",
       "VersioningConfiguration": {"Status": "Enabled"},
       "PublicAccessBlockConfiguration": {"BlockPublicPolicy": "false"},
       "CorsConfiguration": {"CorsRules": [{"Id": "c", "AllowedMethods": ["GET"],
         "AllowedOrigins": ["*"], "ExposedHeaders": ["ETag"], "MaxAge": "60"}]},
       "LifecycleConfiguration": {"Rules": [
         {"Id": "l", "Status": "Enabled", "Prefix": "logs/", "ExpirationInDays": "7",
          "TagFilters": [{"Key": "a", "Value": "b"}]},
         {"Status": "Enabled", "NoncurrentVersionExpirationInDays": 300,
          "Transitions": [{"StorageClass": "STANDARD_IA", "TransitionInDays": "30"}],
          "NoncurrentVersionTransition": {"StorageClass": "GLACIER_IR", "TransitionInDays": 9}}]},
       "WebsiteConfiguration": {"IndexDocument": "index.html", "ErrorDocument": "error.html",
         "RoutingRules": [{"RoutingRuleCondition": {"KeyPrefixEquals": "old/"},
           "RedirectRule": {"ReplaceKeyPrefixWith": "new/"}}]},
       "BucketEncryption": {"ServerSideEncryptionConfiguration": [
         {"ServerSideEncryptionByDefault": {"SSEAlgorithm": "AES256"}}]},
       "Tags": [{"Key": "team", "Value": "web"}]}""";

  @TempDir Path directory;
  private Storage storage;
  private final BucketResource type = new BucketResource();

  @BeforeEach
  void open() {
    storage = new Storage(directory);
  }

  private static Json.Obj properties(String json) {
    return (Json.Obj) Json.parse(json);
  }

  private static ResourceType.Request request(String json) {
    return new ResourceType.Request(
        "Stack", "Files", "abc123", properties(json), Map.of("stack", "Stack"));
  }

  @Test
  void honoursWhatItSays() {
    assertThat(type.properties()).containsAll(properties(TEMPLATE).fields().keySet());
  }

  @Test
  void createsBucketsWithTheirSettings() {
    var made = type.create(storage.local.call(), request(TEMPLATE));
    assertThat(made.physicalId()).isEqualTo("deployed");
    assertThat(made.attributes())
        .containsEntry("Arn", Json.of("arn:aws:s3:::deployed"))
        .containsEntry("WebsiteURL", Json.of("http://deployed.s3-website.us-east-1.localhost:4566"))
        .containsEntry("RegionalDomainName", Json.of("deployed.s3.us-east-1.localhost:4567"));
    assertThat(
            storage
                .call(
                    S3Model.GET_BUCKET_VERSIONING, new GetBucketVersioningRequest("deployed", null))
                .status())
        .isEqualTo("Enabled");
    assertThat(
            storage
                .call(
                    S3Model.GET_PUBLIC_ACCESS_BLOCK,
                    new GetPublicAccessBlockRequest("deployed", null))
                .publicAccessBlockConfiguration()
                .restrictPublicBuckets())
        .isFalse();
    var cors = storage.call(S3Model.GET_BUCKET_CORS, new GetBucketCorsRequest("deployed", null));
    assertThat(cors.corsRules()).extracting(rule -> rule.maxAgeSeconds()).containsExactly(60);
    assertThat(cors.corsRules()).extracting(rule -> rule.id()).containsExactly("c");
    assertThat(
            storage
                .call(
                    S3Model.GET_BUCKET_ENCRYPTION, new GetBucketEncryptionRequest("deployed", null))
                .serverSideEncryptionConfiguration()
                .rules())
        .hasSize(1);
    assertThat(
            storage
                .call(S3Model.GET_BUCKET_TAGGING, new GetBucketTaggingRequest("deployed", null))
                .tagSet())
        .containsExactly(new Tag("stack", "Stack"), new Tag("team", "web"));
  }

  @Test
  void subscribesFunctions() {
    var asked = new ArrayList<InvocationRequest>();
    storage.local.answer(
        LambdaModel.INVOKE,
        (_, input) -> {
          asked.add(input);
          return InvocationResponse.builder().statusCode(204).build();
        });
    type.create(
        storage.local.call(),
        request(
            """
            {"BucketName": "deployed", "NotificationConfiguration": {
              "EventBridgeConfiguration": {"EventBridgeEnabled": "false"},
              "LambdaConfigurations": [{"Event": "s3:ObjectCreated:*",
                "Function": "arn:aws:lambda:us-east-1:000000000000:function:f",
                "Filter": {"S3Key": {"Rules": [{"Name": "suffix", "Value": ".jpg"}]}}}]}}"""));
    assertThat(asked.getFirst().invocationType()).isEqualTo("DryRun");
    var there =
        storage.call(
            S3Model.GET_BUCKET_NOTIFICATION_CONFIGURATION,
            GetBucketNotificationConfigurationRequest.builder().bucket("deployed").build());
    var function = Objects.requireNonNull(there.lambdaFunctionConfigurations()).getFirst();
    assertThat(function.events()).containsExactly("s3:ObjectCreated:*");
    assertThat(
            Objects.requireNonNull(Objects.requireNonNull(function.filter()).key()).filterRules())
        .containsExactly(new FilterRule("suffix", ".jpg"));
    assertThat(there.eventBridgeConfiguration()).isNull();
  }

  @Test
  void gathersFiltersAndActionsOfLifecycleRules() {
    type.create(storage.local.call(), request(TEMPLATE));
    var rules =
        storage
            .call(
                S3Model.GET_BUCKET_LIFECYCLE_CONFIGURATION,
                new GetBucketLifecycleConfigurationRequest("deployed", null))
            .rules();
    assertThat(rules).hasSize(2);
    LifecycleRule first = Objects.requireNonNull(rules).getFirst();
    assertThat(first.id()).isEqualTo("l");
    assertThat(first.expiration().days()).isEqualTo(7);
    assertThat(first.filter().and().prefix()).isEqualTo("logs/");
    assertThat(first.filter().and().tags()).containsExactly(new Tag("a", "b"));
    assertThat(rules.getLast().noncurrentVersionExpiration().noncurrentDays()).isEqualTo(300);
    assertThat(rules.getLast().transitions())
        .containsExactly(new Transition(null, 30, "STANDARD_IA"));
    assertThat(rules.getLast().noncurrentVersionTransitions())
        .containsExactly(new NoncurrentVersionTransition(null, 9, "GLACIER_IR"));
  }

  @Test
  void updatesAndRemovesSettings() {
    var made = type.create(storage.local.call(), request(TEMPLATE));
    var wanted =
        "{\"BucketName\": \"deployed\", \"WebsiteConfiguration\": {\"IndexDocument\": \"i\"}}";
    type.update(storage.local.call(), made, properties(TEMPLATE), request(wanted));
    assertThat(
            storage
                .call(S3Model.GET_BUCKET_WEBSITE, new GetBucketWebsiteRequest("deployed", null))
                .indexDocument()
                .suffix())
        .isEqualTo("i");
    assertThat(
            code(
                () ->
                    storage.call(
                        S3Model.GET_BUCKET_CORS, new GetBucketCorsRequest("deployed", null))))
        .isEqualTo("NoSuchCORSConfiguration");
    assertThat(
            storage
                .call(
                    S3Model.GET_BUCKET_VERSIONING, new GetBucketVersioningRequest("deployed", null))
                .status())
        .isEqualTo("Suspended");
  }

  @Test
  void namesBucketsItself() {
    var first = type.create(storage.local.call(), request("{}"));
    assertThat(first.physicalId()).isEqualTo("stack-files-abc123");
    var again = type.create(storage.local.call(), request("{}"));
    assertThat(again).isEqualTo(first);
    type.delete(storage.local.call(), first, properties("{}"));
    type.delete(storage.local.call(), first, properties("{}"));
    assertThat(
            code(
                () ->
                    storage.call(
                        S3Model.HEAD_BUCKET, new HeadBucketRequest(first.physicalId(), null))))
        .isEqualTo("NoSuchBucket");
  }

  @Test
  void takesNoBucketThatIsThere() {
    var wanted = request("{\"BucketName\": \"photos\"}");
    assertThat(code(() -> type.create(storage.local.call(), wanted)))
        .isEqualTo("BucketAlreadyExists");
  }

  @Test
  void aBucketWhoseSettingsFailIsTheStacks() {
    var wanted =
        request(
            """
            {"BucketName": "deployed", "WebsiteConfiguration": {"IndexDocument": "a/b"}}""");
    assertThatThrownBy(() -> type.create(storage.local.call(), wanted))
        .isInstanceOfSatisfying(
            UnfinishedException.class,
            unfinished -> {
              type.delete(storage.local.call(), unfinished.made(), properties("{}"));
              assertThat(unfinished.reason()).isInstanceOf(ServiceException.class);
            });
    assertThat(
            code(() -> storage.call(S3Model.HEAD_BUCKET, new HeadBucketRequest("deployed", null))))
        .isEqualTo("NoSuchBucket");
  }

  @Test
  void aListOfGrantsIsThatOfTheOwnerAlone() {
    var json = "{\"BucketName\": \"deployed\", \"AccessControl\": \"Private\"}";
    assertThat(type.properties()).contains("AccessControl");
    var made = type.create(storage.local.call(), request(json));
    var open = json.replace("Private", "PublicRead");
    assertThat(code(() -> type.update(storage.local.call(), made, properties(json), request(open))))
        .isEqualTo("AccessControlListNotSupported");
    assertThat(
            code(
                () ->
                    type.create(storage.local.call(), request(open.replace("deployed", "other")))))
        .isEqualTo("InvalidBucketAclWithObjectOwnership");
  }

  @Test
  void acceleratesTransfers() {
    var json =
        """
        {"BucketName": "deployed", "AccelerateConfiguration": {"AccelerationStatus": "Enabled"}}""";
    assertThat(type.properties()).contains("AccelerateConfiguration");
    var made = type.create(storage.local.call(), request(json));
    assertThat(acceleration()).isEqualTo("Enabled");
    var plain = request("{\"BucketName\": \"deployed\"}");
    type.update(storage.local.call(), made, properties(json), plain);
    assertThat(acceleration()).isEqualTo("Suspended");
  }

  private @Nullable String acceleration() {
    return storage
        .call(
            S3Model.GET_BUCKET_ACCELERATE_CONFIGURATION,
            GetBucketAccelerateConfigurationRequest.builder().bucket("deployed").build())
        .status();
  }

  @Test
  void putsPolicies() {
    var policy = new BucketPolicyResource();
    var json =
        """
        {"Bucket": "photos", "PolicyDocument": {"Version": "2012-10-17", "Statement": [
          {"Effect": "Deny", "Principal": "*", "Action": "s3:*",
           "Resource": "arn:aws:s3:::photos/*"}]}}""";
    var made = policy.create(storage.local.call(), request(json));
    var asked = new GetBucketPolicyRequest("photos", null);
    assertThat(storage.call(S3Model.GET_BUCKET_POLICY, asked).policy()).contains("Deny");
    var other = json.replace("s3:*", "s3:GetObject");
    policy.update(storage.local.call(), made, properties(json), request(other));
    assertThat(storage.call(S3Model.GET_BUCKET_POLICY, asked).policy()).contains("s3:GetObject");
    policy.delete(storage.local.call(), made, properties(other));
    assertThat(code(() -> storage.call(S3Model.GET_BUCKET_POLICY, asked)))
        .isEqualTo("NoSuchBucketPolicy");
  }
}
