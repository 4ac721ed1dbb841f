package brume.identity.signature;

import static brume.identity.signature.Fixture.KEY;
import static brume.identity.signature.Fixture.NOW;

import brume.base.Body;
import brume.http.Headers;
import brume.http.Request;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.function.Consumer;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/// The signer of the AWS SDK for Java, which knows nothing of ours.
final class OthersSigner {
  private static final AwsV4HttpSigner SIGNER = AwsV4HttpSigner.create();
  private static final AwsCredentialsIdentity IDENTITY =
      AwsCredentialsIdentity.create(KEY.accessKeyId(), KEY.secretKey());

  private OthersSigner() {}

  static Request sign(Draft draft, String service) {
    return sign(draft, service, _ -> {});
  }

  static Request presign(Draft draft, String service, Duration life) {
    return sign(
        draft,
        service,
        options ->
            options
                // as its presigner for S3 does, since S3 takes presigned bodies unsigned only
                .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, !service.equals("s3"))
                .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, life));
  }

  static Request sign(
      Draft draft, String service, Consumer<SignRequest.Builder<AwsCredentialsIdentity>> further) {
    boolean s3 = service.equals("s3");
    var signed =
        SIGNER.sign(
            options -> {
              options
                  .identity(IDENTITY)
                  .request(theirs(draft))
                  .payload(ContentStreamProvider.fromByteArray(draft.body()))
                  .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                  .putProperty(AwsV4HttpSigner.REGION_NAME, "us-east-1")
                  .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !s3)
                  .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, !s3)
                  .putProperty(HttpSigner.SIGNING_CLOCK, Clock.fixed(NOW, ZoneOffset.UTC));
              further.accept(options);
            });
    return ours(signed.request(), signed.payload().orElseThrow());
  }

  private static SdkHttpFullRequest theirs(Draft draft) {
    var request =
        SdkHttpFullRequest.builder()
            .method(SdkHttpMethod.fromValue(draft.method()))
            .protocol(draft.secure() ? "https" : "http")
            .host("localhost")
            .port(4566)
            .encodedPath(draft.path());
    draft
        .query()
        .forEach(parameter -> request.appendRawQueryParameter(parameter.name(), parameter.value()));
    draft.headers().forEach(header -> request.appendHeader(header.name(), header.value()));
    if (draft.body().length > 0) {
      request.putHeader("Content-Length", Integer.toString(draft.body().length));
    }
    return request.build();
  }

  /// As the server's connection hands it over: header values as bytes in ISO 8859-1.
  private static Request ours(SdkHttpRequest request, ContentStreamProvider payload) {
    var fields = new ArrayList<Headers.Field>();
    request
        .headers()
        .forEach(
            (name, values) ->
                values.forEach(value -> fields.add(new Headers.Field(name, bytes(value)))));
    return new Request(
        request.method().name(),
        request.encodedPath(),
        request.encodedQueryParameters().orElse(""),
        Headers.of(fields),
        body(payload),
        new InetSocketAddress(InetAddress.getLoopbackAddress(), 1),
        request.protocol().equals("https"));
  }

  private static String bytes(String value) {
    return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }

  private static Body body(ContentStreamProvider payload) {
    try (var in = payload.newStream()) {
      var bytes = in.readAllBytes();
      return new Body.OfStream(new ByteArrayInputStream(bytes), bytes.length);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
